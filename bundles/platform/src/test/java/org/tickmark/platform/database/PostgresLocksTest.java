package org.tickmark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.Locks;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;

final class PostgresLocksTest extends LocksSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.postgres();
    }

    @Override
    Locks otherNode() {
        return database().store().newLocks();
    }

    @Test
    void vanishesWithTheSessionThatHeldIt() {
        Locks node = otherNode();
        Locks.Lock lost = node.acquire("lost", Duration.ZERO, CancelToken.NEVER).orElseThrow();

        database().store().transactions().inTransaction(tx -> Sql.on(
                        tx.connection(), "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
                .list(row -> true));

        Locks.Lock taken = otherNode()
                .acquire("lost", Duration.ofMinutes(1), CancelToken.NEVER)
                .orElseThrow();
        lost.close();
        taken.close();
        assertThat(taken).isNotSameAs(lost);
    }
}
