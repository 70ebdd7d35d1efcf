package org.tickmark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;

final class PostgresBellTest {
    private static DatabaseFixture database;

    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> heardByOther = new LinkedBlockingQueue<>();
    private NotifyBell bell;
    private NotifyBell other;

    @BeforeAll
    static void open() {
        database = DatabaseFixture.postgres();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** Both hear, and are told that rings may have been missed before. */
    @BeforeEach
    void start() throws InterruptedException {
        bell = started(heard);
        other = started(heardByOther);
    }

    private static NotifyBell started(LinkedBlockingQueue<String> ears) throws InterruptedException {
        NotifyBell bell = new NotifyBell(database.store());
        bell.listen("tasks", () -> ears.add("tasks"));
        bell.start();
        assertThat(next(ears)).isEqualTo("tasks");
        return bell;
    }

    @AfterEach
    void stop() {
        bell.close();
        other.close();
    }

    private static String next(LinkedBlockingQueue<String> ears) throws InterruptedException {
        return ears.poll(1, TimeUnit.MINUTES);
    }

    @Test
    void ringsWithOthersAndNotWithTheOneWhoRang() throws InterruptedException {
        bell.ring("tasks");
        assertThat(next(heardByOther)).isEqualTo("tasks");

        bell.listen("wishes", () -> heard.add("wishes"));
        other.ring("wishes");

        assertThat(next(heard)).isEqualTo("wishes");
        assertThat(heardByOther).isEmpty();
    }

    @Test
    void makesOneRingOfManyAtOnce() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            bell.ring("tasks");
        }
        bell.ring("end");
        other.listen("end", () -> heardByOther.add("end"));
        String last = next(heardByOther);
        int rings = 0;
        while ("tasks".equals(last)) {
            rings++;
            bell.ring("end");
            last = next(heardByOther);
        }

        assertThat(rings).isBetween(1, 10);
        assertThat(last).isEqualTo("end");
    }

    @Test
    void hearsNoMoreWhatItNoLongerListensTo() throws InterruptedException {
        bell.listen("wishes", () -> heard.add("wishes")).close();
        other.ring("wishes");
        other.ring("tasks");

        assertThat(next(heard)).isEqualTo("tasks");
    }

    @Test
    void tellsThatRingsMayHaveBeenMissedWhenItsConnectionWasCut() throws InterruptedException {
        database.store().transactions().inTransaction(tx -> Sql.on(
                        tx.connection(),
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
                .list(row -> true));

        assertThat(next(heard)).isEqualTo("tasks");
        assertThat(next(heardByOther)).isEqualTo("tasks");
    }

    @Test
    void goesOnWhenAListenerFails() throws InterruptedException {
        bell.listen("wishes", () -> {
            throw new IllegalStateException("a listener that fails");
        });
        bell.listen("wishes", () -> heard.add("wishes"));
        other.ring("wishes");

        assertThat(next(heard)).isEqualTo("wishes");
    }
}
