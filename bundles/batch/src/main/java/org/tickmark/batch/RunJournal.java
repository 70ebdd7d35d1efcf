package org.tickmark.batch;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.kit.jdbc.Sql;

/** Keeps what night runs did: the tables {@code batch_run} and {@code batch_run_unit}, with audit and events. */
final class RunJournal {
    private static final String STREAM = "batch";

    private final Transactions transactions;
    private final Audit audit;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    RunJournal(Transactions transactions, Audit audit, Events events, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A run that was killed.
     *
     * @param id its key
     * @param startedAt when it began
     */
    record Crashed(long id, Instant startedAt) {}

    /**
     * Marks every run that still counts as running as crashed. To be called by the holder of the batch lock: while it is held
     * no other run can be at work.
     *
     * @return the crashed runs that nobody has been told of, the oldest first: those of which this is found only now, and those
     *     before them of which it was found by runs that crashed as well
     */
    List<Crashed> markCrashed(Caller caller) {
        return transactions.inTransaction(tx -> {
            List<Long> running = Sql.on(tx.connection(), "select id from batch_run where state = ? order by id")
                    .with(RunState.RUNNING)
                    .list(row -> row.number("id"));
            for (long run : running) {
                end(tx, run, RunState.CRASHED, null);
                record(tx, caller, run, "batch.failed", Map.of("state", "crashed"));
            }
            return untold(tx);
        });
    }

    private static List<Crashed> untold(Tx tx) throws SQLException {
        return Sql.on(tx.connection(), """
            select id, started_at from batch_run where state = ? and not told order by id\
            """)
                .with(RunState.CRASHED)
                .list(row -> new Crashed(row.number("id"), row.instant("started_at")));
    }

    /** Opens a run; returns its key. */
    long open(Caller caller, BatchRequest request) {
        return transactions.inTransaction(tx -> Sql.on(
                        tx.connection(),
                        "insert into batch_run (mode, state, caller, origin, as_of, started_at) values (?, ?, ?, ?, ?,"
                                + " ?)")
                .with(request.mode(), RunState.RUNNING, caller.identity(), caller.origin())
                .with(request.asOf(), clock.instant())
                .insert());
    }

    /** Keeps what was done for a unit. */
    void unitDone(long runId, UnitOutcome outcome) {
        transactions.inTransaction(tx -> Sql.on(tx.connection(), """
            insert into batch_run_unit (run_id, unit_code, exit_code, files, entries, matched, open_items)
            values (?, ?, ?, ?, ?, ?, ?)\
            """)
                .with(runId, outcome.unit(), outcome.exitCode().code())
                .with(outcome.imports().files().size(), outcome.imports().entries())
                .with(outcome.matched(), outcome.open())
                .update());
    }

    /**
     * Closes a run, and tells of it: who is to have a letter has it if and only if the run is closed.
     *
     * @return the mails
     */
    List<Long> close(
            Caller caller,
            long runId,
            RunState state,
            ExitCode exitCode,
            Map<String, String> figures,
            List<Letter> letters) {
        Map<String, String> fields = new TreeMap<>(figures);
        fields.put("state", state.name().toLowerCase(Locale.ROOT));
        fields.put("exit", Integer.toString(exitCode.code()));
        String topic = exitCode == ExitCode.OK ? "batch.finished" : "batch.failed";
        return transactions.inTransaction(tx -> {
            end(tx, runId, state, exitCode);
            record(tx, caller, runId, topic, fields);
            tellCrashed(tx);
            return enqueue(tx, caller, letters);
        });
    }

    /** Those that are known to have been killed are told of with this transaction. */
    private static void tellCrashed(Tx tx) throws SQLException {
        Sql.on(tx.connection(), "update batch_run set told = ? where state = ? and not told")
                .with(true, RunState.CRASHED)
                .update();
    }

    /** Whether a run counts as being at work. */
    boolean hasRunning() {
        return transactions.reading(tx -> Sql.on(tx.connection(), "select id from batch_run where state = ?")
                .with(RunState.RUNNING)
                .first(row -> row.number("id"))
                .isPresent());
    }

    /** Tells of runs that were killed before another run does; where nobody gets a mail, the next run tells of them. */
    void sendOfCrashed(Caller caller, List<Letter> letters) {
        transactions.inTransaction(tx -> {
            List<Long> mails = enqueue(tx, caller, letters);
            if (!mails.isEmpty()) {
                tellCrashed(tx);
            }
            return mails;
        });
    }

    /** Whether a run began in this time. */
    boolean hasBegun(Instant afterExclusive, Instant toInclusive) {
        return transactions.reading(
                tx -> Sql.on(tx.connection(), "select id from batch_run where started_at > ? and started_at <= ?")
                        .with(afterExclusive, toInclusive)
                        .first(row -> row.number("id"))
                        .isPresent());
    }

    /** Whether it has been told that no run began by this moment. */
    boolean isToldMissing(Instant by) {
        return transactions.reading(tx -> isToldMissing(tx, by));
    }

    private static boolean isToldMissing(Tx tx, Instant by) throws SQLException {
        return Sql.on(tx.connection(), "select told_at from batch_missing where expected_by = ?")
                .with(by)
                .first(row -> row.instant("told_at"))
                .isPresent();
    }

    /** Tells that no run began by this moment, once. */
    void missing(Caller caller, Instant by, List<Letter> letters) {
        transactions.inTransaction(tx -> {
            if (isToldMissing(tx, by)) {
                return List.of();
            }
            Sql.on(tx.connection(), "insert into batch_missing (expected_by, told_at) values (?, ?)")
                    .with(by, clock.instant())
                    .update();
            Map<String, String> fields = Map.of("by", by.toString());
            audit.append(tx, caller, new Audit.Act(STREAM, "batch.missing", STREAM, fields));
            events.record(tx, caller, "batch.missing", STREAM, fields);
            return enqueue(tx, caller, letters);
        });
    }

    /** Sends letters about no run; returns the mails. */
    List<Long> send(Caller caller, List<Letter> letters) {
        return transactions.inTransaction(tx -> enqueue(tx, caller, letters));
    }

    private List<Long> enqueue(Tx tx, Caller caller, List<Letter> letters) throws SQLException {
        List<Long> mails = new ArrayList<>();
        for (Letter letter : letters) {
            mails.addAll(outbox.enqueue(tx, caller, letter));
        }
        return List.copyOf(mails);
    }

    /** The runs before this one that have ended, the newest first. */
    List<EndedRun> before(long runId) {
        return EndedRun.before(transactions, runId);
    }

    /** The newest run that has ended. */
    Optional<EndedRun> newest() {
        return EndedRun.find(transactions, Optional.empty());
    }

    private void end(Tx tx, long runId, RunState state, ExitCode exitCode) throws SQLException {
        Sql.on(tx.connection(), "update batch_run set state = ?, finished_at = ?, exit_code = ? where id = ?")
                .with(state, clock.instant(), exitCode == null ? null : exitCode.code(), runId)
                .update();
    }

    private void record(Tx tx, Caller caller, long runId, String topic, Map<String, String> fields)
            throws SQLException {
        String subject = "batch/" + runId;
        audit.append(tx, caller, new Audit.Act(STREAM, topic, subject, fields));
        events.record(tx, caller, topic, subject, fields);
    }
}
