package org.tickmark.benchmarks.scheduling;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tickmark.benchmarks.kit.Database;

/** What work took, from its making on. */
final class Usage {
    static final String CPU = "CPU s per 1,000";
    static final String RATE = "runs/s";

    private static final int THOUSAND = 1000;
    private static final double SECOND = 1e9;

    private final Database database;
    private final Cpu cpu;
    private final Written written;
    private final Duration taken;
    private final long begin;
    private double seconds;
    private Duration used = Duration.ZERO;

    /**
     * What a server wrote so far.
     *
     * @param commits transactions of the database
     * @param walBytes bytes of the log of the whole server
     */
    record Written(long commits, long walBytes) {
        static final Written NOTHING = new Written(0, 0);

        static Written of(Database database) throws SQLException {
            if (database.store() != Database.Store.POSTGRESQL) {
                return NOTHING;
            }
            try (Connection connection = database.connect()) {
                return new Written(
                        Database.number(
                                connection,
                                "select xact_commit + xact_rollback from pg_stat_database where datname ="
                                        + " current_database()"),
                        Database.number(connection, "select (pg_current_wal_lsn() - '0/0')::bigint"));
            }
        }
    }

    Usage(Database database, Cpu cpu) throws IOException, SQLException {
        this.database = database;
        this.cpu = cpu;
        this.written = Written.of(database);
        this.taken = cpu.taken();
        this.begin = System.nanoTime();
    }

    /** When it began, by {@link System#nanoTime}. */
    long begin() {
        return begin;
    }

    /** The work is done. */
    void stop() throws IOException {
        seconds = (System.nanoTime() - begin) / SECOND;
        used = cpu.taken().minus(taken);
    }

    double seconds() {
        return seconds;
    }

    /** Seconds of one processor. */
    double used() {
        return used.toNanos() / SECOND;
    }

    /** The figures for so many runs. The server knows all commits of an engine only once that has gone. */
    Map<String, Double> of(long runs) throws SQLException {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("runs", (double) runs);
        values.put("seconds", seconds);
        values.put(CPU, used() / runs * THOUSAND);
        values.put(RATE, runs / seconds);
        if (database.store() == Database.Store.POSTGRESQL) {
            values.put("commits per run", (double) commits() / runs);
            values.put("WAL bytes per run", (double) (Written.of(database).walBytes() - written.walBytes()) / runs);
        }
        return values;
    }

    /** Transactions on the server until now. */
    long commits() throws SQLException {
        return Written.of(database).commits() - written.commits();
    }
}
