package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.reconciliation.engine.Engine;
import org.tickmark.reconciliation.engine.Found;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.engine.Snapshot;

/**
 * Reconciles one group: reads what is open, matches in memory, and writes what was found in one transaction, if nothing else
 * changed the group's matches meanwhile; otherwise it begins again.
 */
final class GroupRunner {
    static final String STREAM = "reconciliation";
    private static final int MOST_ATTEMPTS = 5;

    private final Transactions transactions;
    private final AddedKinds kinds;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private final Joining joining;

    GroupRunner(Transactions transactions, AddedKinds kinds, Audit audit, Events events, Clock clock) {
        this.transactions = transactions;
        this.kinds = kinds;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.joining = new Joining(transactions, new Acts(audit, events), clock);
    }

    /** One attempt at a group. */
    private record Attempt(
            GroupTable.Saved group,
            ReconciliationRequest request,
            Reading reading,
            Outcome outcome,
            Instant startedAt) {
        /** What was matched counts only after the day of the run, since the group is locked through that day. */
        boolean countsLater() {
            return reading.date().filter(reading.lock()::covers).isPresent();
        }
    }

    /**
     * Reconciles a group.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.busy} if others keep changing it, and with {@code event.blocked}
     *     if a handler blocks it
     */
    GroupRun run(Caller caller, String name, ReconciliationRequest request, CancelToken cancel) {
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            Attempt attempt = attempt(caller, name, request, cancel);
            if (request.dryRun() || attempt.reading().date().isEmpty()) {
                return summary(
                        0, attempt, newDifference(attempt).add(attempt.reading().difference()));
            }
            cancel.throwIfCancelled();
            propose(caller, attempt);
            Optional<GroupRun> run = transactions.inTransaction(tx -> commit(tx, caller, attempt));
            if (run.isPresent()) {
                return run.get();
            }
        }
        throw Problem.error("rec.busy", Texts.message("group.busy", name))
                .where(name)
                .advice(Texts.message("group.busy.advice"))
                .exception();
    }

    private Attempt attempt(Caller caller, String name, ReconciliationRequest request, CancelToken cancel) {
        Instant startedAt = clock.instant();
        Reading reading = read(name, request);
        if (!request.dryRun() && joining.join(caller, reading)) {
            reading = read(name, request);
        }
        RuleList rules =
                RuleList.of(reading.group().group().rules(), kinds).inRun(request.scheduled(), request.rules());
        Outcome outcome = Engine.run(reading.open(), rules, reading.borne(), reading.chains(), cancel);
        return new Attempt(reading.group(), request, reading, outcome, startedAt);
    }

    private Reading read(String name, ReconciliationRequest request) {
        return transactions.reading(
                tx -> Reading.of(tx.connection(), Groups.require(tx.connection(), name), request.asOf()));
    }

    private void propose(Caller caller, Attempt attempt) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("unit", attempt.group().unit());
        fields.put("matches", Integer.toString(attempt.outcome().matches().size()));
        attempt.reading().date().ifPresent(date -> fields.put("date", date.toString()));
        events.propose(new Proposal(
                "reconciliation.group.commit", "group/" + attempt.group().name(), caller, fields, Set.of()));
    }

    /** Writes what was found; empty if the group or its matches are no longer as they were read. */
    private Optional<GroupRun> commit(Tx tx, Caller caller, Attempt attempt) throws SQLException {
        Connection connection = tx.connection();
        GroupTable.Saved group = attempt.group();
        MatchTable matches = new MatchTable(connection);
        if (!GroupTable.lock(connection, group) || !attempt.reading().stands(connection)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        long runId = RunTable.insert(connection, start(caller, attempt), now);
        matches.insert(
                runId,
                group.id(),
                attempt.outcome(),
                attempt.reading().rests(),
                attempt.reading().lock().firstDay(),
                now,
                caller.identity());
        LocalDate date = attempt.reading().date().orElseThrow();
        GroupRun run = summary(runId, attempt, matches.difference(group.id(), date, Known.NOW));
        RunTable.finish(connection, runId, run, clock.instant());
        if (attempt.request().asOf().isEmpty()) {
            LeftTable.replace(connection, group.id(), left(connection, attempt));
        }
        record(tx, caller, run);
        return Optional.of(run);
    }

    /** What is left open: all but what was matched whole, unless that counts later only. */
    private static Left left(Connection connection, Attempt attempt) throws SQLException {
        Outcome outcome = attempt.outcome();
        Set<Long> matched = new HashSet<>();
        if (!attempt.countsLater()) {
            for (Found match : outcome.matches()) {
                for (int i = 0; i < match.size(); i++) {
                    if (!outcome.isPart(match, i)) {
                        matched.add(outcome.rows().id(match.row(i)));
                    }
                }
            }
        }
        return attempt.reading()
                .left(GroupTable.changes(connection, attempt.group().id()), matched);
    }

    private static RunTable.Start start(Caller caller, Attempt attempt) {
        return new RunTable.Start(
                attempt.group(),
                GroupText.writeRules(attempt.outcome().rules().rules()),
                caller,
                attempt.request().scheduled(),
                attempt.request().asOf(),
                attempt.startedAt());
    }

    private void record(Tx tx, Caller caller, GroupRun run) throws SQLException {
        Map<String, String> fields = new TreeMap<>();
        fields.put("group", run.group());
        fields.put("unit", run.unit());
        fields.put(
                "matches",
                Long.toString(run.rules().stream().mapToLong(RuleCount::matches).sum()));
        fields.put("bank_open", Long.toString(run.bankOpen()));
        fields.put("ledger_open", Long.toString(run.ledgerOpen()));
        run.proof().ifPresent(proof -> fields.put("date", proof.date().toString()));
        fields.put(
                "proof", run.proof().map(proof -> proof.ok() ? "ok" : "failed").orElse("none"));
        String subject = "run/" + run.runId();
        audit.append(tx, caller, new Audit.Act(STREAM, "group.reconcile", subject, fields));
        events.record(tx, caller, "reconciliation.group.reconciled", subject, fields);
        if (run.proof().filter(proof -> !proof.ok()).isPresent()) {
            events.record(tx, caller, "reconciliation.proof.failed", subject, fields);
        }
    }

    private static GroupRun summary(long runId, Attempt attempt, BigDecimal difference) {
        Reading reading = attempt.reading();
        Outcome outcome = attempt.outcome();
        Optional<Proof> proof =
                Proofs.of(reading, openSum(attempt, Side.BANK), openSum(attempt, Side.LEDGER), difference);
        return new GroupRun(
                runId,
                attempt.group().name(),
                attempt.group().unit(),
                outcome.ruleCounts(),
                openRows(attempt, Side.BANK),
                openRows(attempt, Side.LEDGER),
                proof,
                Stream.concat(outcome.problems().stream(), proof.map(Proof::failures).orElse(List.of()).stream())
                        .toList());
    }

    /** What was matched counts later, if it does: until then it is open as it was. */
    private static BigDecimal openSum(Attempt attempt, Side side) {
        return attempt.countsLater()
                ? attempt.reading().openSum(side)
                : attempt.outcome().openSum(side).add(attempt.reading().asideSum(side));
    }

    private static long openRows(Attempt attempt, Side side) {
        Snapshot rows = attempt.outcome().rows();
        long all = side == Side.BANK ? rows.bankRows() : rows.size() - rows.bankRows();
        return attempt.reading().asideEntries(side)
                + (attempt.countsLater() ? all : attempt.outcome().openRows(side));
    }

    private static BigDecimal newDifference(Attempt attempt) {
        Outcome outcome = attempt.outcome();
        return attempt.countsLater()
                ? BigDecimal.ZERO
                : outcome.matches().stream().map(outcome::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
