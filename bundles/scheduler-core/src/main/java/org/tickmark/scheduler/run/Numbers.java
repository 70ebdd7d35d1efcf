package org.tickmark.scheduler.run;

import java.sql.SQLException;
import org.tickmark.api.host.Tx;
import org.tickmark.kit.jdbc.Sql;

/**
 * Keys of runs and numbers of rights to work, handed out one after the other. Who takes them after he holds a lock has higher ones
 * than all who held it before. For one transaction.
 */
final class Numbers {
    private final long[] numbers;
    private int used;

    private Numbers(long[] numbers) {
        this.numbers = numbers;
    }

    /**
     * Lets H2 write once for many numbers, also of tasks, which it hands out to all sessions alike; on PostgreSQL each session would
     * hand out its own. To be called at the start, in a transaction with nothing else before it.
     */
    static void prepare(Tx tx) throws SQLException {
        if (tx.dialect() == Tx.Dialect.H2) {
            Sql.on(tx.connection(), "alter sequence run_number cache 10000").update();
            Sql.on(tx.connection(), "alter table task alter column id set cache 10000")
                    .update();
        }
    }

    /** Takes this many, 0 or more. */
    static Numbers take(Tx tx, int count) throws SQLException {
        if (count == 0) {
            return new Numbers(new long[0]);
        }
        String series = tx.dialect() == Tx.Dialect.H2 ? "system_range" : "generate_series";
        return new Numbers(Sql.on(tx.connection(), "select nextval('run_number') as number from " + series + "(1, ?)")
                .with(count)
                .list(row -> row.number("number"))
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray());
    }

    long next() {
        return numbers[used++];
    }
}
