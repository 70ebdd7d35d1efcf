package org.tickmark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.h2.util.OsgiDataSourceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.TickmarkException;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/**
 * A database file that is worked on, cut off at any write (also while it is closed), and opened again holds every transaction
 * that was acknowledged, and none by halves. The system property {@code tickmark.cuts} says how many lives the files have in all.
 */
final class H2CutTest {
    private static final int LIVES = Integer.getInteger("tickmark.cuts", 30);
    private static final int LIVES_OF_A_FILE = 30;
    private static final int MOST_WRITES = 300;
    private static final int MOST_BOXES = 150;
    private static final int BALLS = 20;
    private static final int KEPT = 40;

    /** A box as it is found. */
    private record Box(int id, long balls) {}

    @TempDir
    private Path folder;

    private final TreeSet<Integer> acknowledged = new TreeSet<>();
    private int lastBox;

    @BeforeEach
    void install() {
        CutDisk.install();
    }

    @AfterEach
    void remove() {
        CutDisk.remove();
    }

    @Test
    void keepsWhatWasAcknowledgedWhereverItIsCutOff() throws IOException {
        int cuts = 0;
        for (int life = 0; life < LIVES; life++) {
            Path file = folder.resolve("life-" + life);
            if (life % LIVES_OF_A_FILE == 0) {
                create(file);
            } else {
                // Under another name, since H2 still has the one that was cut off.
                Files.move(mvStore(folder.resolve("life-" + (life - 1))), mvStore(file));
            }
            cuts += live(file, new Random(life * 7919L)) ? 1 : 0;
            CutDisk.endless();
            // A copy, so that looking does not mend what the next life finds.
            Path seen = folder.resolve("seen-" + life);
            Files.copy(mvStore(file), mvStore(seen));
            requireAll(seen, life);
            Files.delete(mvStore(seen));
        }
        assertThat(cuts).as("lives that were cut off").isGreaterThan(LIVES / 3);
    }

    private static Path mvStore(Path file) {
        return file.resolveSibling(file.getFileName() + ".mv.db");
    }

    private void create(Path file) {
        acknowledged.clear();
        lastBox = 0;
        CutDisk.endless();
        try (Store store = open(file)) {
            store.transactions().inTransaction(tx -> {
                Sql.on(tx.connection(), "CREATE TABLE box (id INTEGER PRIMARY KEY, state VARCHAR)")
                        .update();
                Sql.on(tx.connection(), "CREATE TABLE ball (box INTEGER, colour VARCHAR UNIQUE)")
                        .update();
                return Sql.on(tx.connection(), "CREATE INDEX ball_box ON ball (box)")
                        .update();
            });
        }
    }

    /** Fills boxes and throws old ones away until the disk is cut off or the life is over; tells which. */
    private boolean live(Path file, Random random) {
        CutDisk disk = CutDisk.after(random.nextInt(MOST_WRITES), random);
        int boxes = random.nextInt(MOST_BOXES);
        try (Store store = open(file)) {
            for (int i = 0; i < boxes; i++) {
                fill(store, random);
                throwAway(store);
            }
        } catch (TickmarkException e) {
            assertThat(disk.isCut()).as(e.toString()).isTrue();
        }
        return disk.isCut();
    }

    private void fill(Store store, Random random) {
        lastBox++;
        store.transactions().inTransaction(tx -> {
            Sql.on(tx.connection(), "INSERT INTO box VALUES (?, 'OPEN')")
                    .with(lastBox)
                    .update();
            try (Batch balls = Sql.batch(tx.connection(), "INSERT INTO ball VALUES (?, ?)")) {
                for (int i = 0; i < BALLS; i++) {
                    balls.add(lastBox, random.nextLong() + "-" + random.nextLong());
                }
                return balls.finish();
            }
        });
        acknowledged.add(lastBox);
        store.transactions().inTransaction(tx -> Sql.on(tx.connection(), "UPDATE box SET state = 'SHUT' WHERE id = ?")
                .with(lastBox)
                .update());
    }

    private void throwAway(Store store) {
        if (acknowledged.size() > KEPT) {
            int oldest = acknowledged.pollFirst();
            store.transactions().inTransaction(tx -> {
                Sql.on(tx.connection(), "DELETE FROM ball WHERE box = ?")
                        .with(oldest)
                        .update();
                return Sql.on(tx.connection(), "DELETE FROM box WHERE id = ?")
                        .with(oldest)
                        .update();
            });
        }
    }

    private void requireAll(Path file, int life) {
        try (Store store = open(file)) {
            List<Box> boxes = store.transactions().reading(tx -> Sql.on(
                            tx.connection(), "SELECT id, (SELECT COUNT(*) FROM ball WHERE box = id) AS balls FROM box")
                    .list(row -> new Box((int) row.number("id"), row.number("balls"))));
            assertThat(boxes).as("life %d", life).allSatisfy(box -> assertThat(box.balls())
                    .isEqualTo(BALLS));
            assertThat(boxes).as("life %d", life).extracting(Box::id).containsAll(acknowledged);
        }
    }

    private static Store open(Path file) {
        return Store.open(
                // What is dead is written over soon, so that a short test sees what a long run does.
                StoreUrl.parse("jdbc:h2:file:" + file + ";RETENTION_TIME=50", "test"),
                new OsgiDataSourceFactory(new org.h2.Driver()),
                "",
                "",
                2);
    }
}
