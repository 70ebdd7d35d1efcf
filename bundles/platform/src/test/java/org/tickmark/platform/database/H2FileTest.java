package org.tickmark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.util.OsgiDataSourceFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.host.Transactions;
import org.tickmark.kit.jdbc.Sql;

/** The database as it is by default: a file of H2. */
final class H2FileTest {
    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasCommittedWhenItIsOpenedAgain() {
        try (Store store = open()) {
            update(store, "CREATE TABLE box (id INTEGER)");
            update(store, "INSERT INTO box VALUES (1)");
        }
        try (Store store = open()) {
            assertThat(boxes(store)).isEqualTo(1);
        }
        assertThat(folder.resolve("tickmark.mv.db")).exists();
    }

    @Test
    void survivesTheInterruptOfAThreadThatWorksOnIt() throws InterruptedException {
        try (Store store = open()) {
            update(store, "CREATE TABLE box (id INTEGER)");
            Thread interrupted = new Thread(() -> store.transactions().inTransaction(tx -> {
                Thread.currentThread().interrupt();
                return Sql.on(tx.connection(), "INSERT INTO box VALUES (1)").update();
            }));
            interrupted.start();
            interrupted.join();

            update(store, "INSERT INTO box VALUES (2)");

            assertThat(boxes(store)).isEqualTo(2);
        }
    }

    @Test
    void isFreeForOthersOnceItIsClosed() throws Exception {
        open().close();

        Files.move(folder.resolve("tickmark.mv.db"), folder.resolve("moved.mv.db"));

        assertThat(folder.resolve("moved.mv.db")).exists();
    }

    private Store open() {
        return Store.open(
                StoreUrl.parse("jdbc:h2:file:" + folder.resolve("tickmark"), "test"),
                new OsgiDataSourceFactory(new org.h2.Driver()),
                "",
                "",
                4);
    }

    private static void update(Store store, String sql) {
        Transactions transactions = store.transactions();
        transactions.inTransaction(tx -> Sql.on(tx.connection(), sql).update());
    }

    private static long boxes(Store store) {
        return store.transactions().reading(tx -> Sql.on(tx.connection(), "SELECT COUNT(*) AS boxes FROM box")
                .one(row -> row.number("boxes")));
    }
}
