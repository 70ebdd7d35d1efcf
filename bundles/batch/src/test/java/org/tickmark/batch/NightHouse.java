package org.tickmark.batch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.ManualSettings;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** Night runs for the units A and B, on a database that is emptied of them, with all else made up. */
final class NightHouse {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static final Caller CALLER = Caller.os("test", Locale.ENGLISH).through(Origin.BATCH);
    private static final List<Unit> UNITS =
            List.of(new Unit("A", "Alpha AB", "", "SEK"), new Unit("B", "Beta AB", "", "SEK"));

    final ManualClock clock = ManualClock.at("2026-06-01T04:00:00Z");
    final FakeOutbox outbox = new FakeOutbox();
    final ManualSettings settings = new ManualSettings();
    final RecordingEvents events = new RecordingEvents(clock);
    final List<String> locked = new ArrayList<>();
    FakeImports imports = new FakeImports();
    FakeReconciliation reconciliation = new FakeReconciliation();
    private final Transactions transactions;

    NightHouse(Transactions transactions) {
        this.transactions = transactions;
        transactions.inTransaction(tx -> {
            for (String table : List.of("batch_run_unit", "batch_run", "batch_missing")) {
                Sql.on(tx.connection(), "delete from " + table).update();
            }
            return List.of();
        });
        prepare(Result.IMPORTED, Result.IMPORTED);
    }

    /** Lets the file of each unit end so from now on, and its group be proven. */
    void prepare(Result ofA, Result ofB) {
        imports = new FakeImports();
        imports.scheduled("A", cancel -> FakeImports.files("A", ofA));
        imports.scheduled("B", cancel -> FakeImports.files("B", ofB));
        reconciliation = new FakeReconciliation();
        reconciliation.scheduled("A", "bank-a", () -> FakeReconciliation.proven("A", "bank-a"));
        reconciliation.scheduled("B", "bank-b", () -> FakeReconciliation.proven("B", "bank-b"));
    }

    /** Lets a run take place; returns the letters about it. */
    List<Letter> night() {
        outbox.letters.clear();
        run();
        return List.copyOf(outbox.letters);
    }

    BatchResult run() {
        BatchRequest request = new BatchRequest(
                Mode.ALL,
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Duration.ZERO,
                Optional.empty(),
                Duration.ZERO);
        NightRun batch = new NightRun(
                books(),
                imports.service(),
                reconciliation.service(),
                locks(),
                settings,
                journal(),
                outbox,
                clock,
                STOCKHOLM);
        return batch.run(CALLER, request, Progress.NONE, CancelToken.NEVER);
    }

    /** A run that was killed just now. */
    long killedRun() {
        return transactions.inTransaction(
                tx -> Sql.on(tx.connection(), """
                    insert into batch_run (mode, state, caller, origin, started_at)
                    values ('ALL', 'RUNNING', 'os:test', 'BATCH', ?)\
                    """).with(clock.instant()).insert());
    }

    /** Somebody who looks after the runs from now on. */
    NightWatch watch() {
        return new NightWatch(
                settings,
                locks(),
                books(),
                imports.service(),
                journal(),
                new Letters(settings, outbox, STOCKHOLM),
                new Expected(settings, STOCKHOLM),
                clock);
    }

    void setClock(String instant) {
        clock.set(Instant.parse(instant));
    }

    private RunJournal journal() {
        return new RunJournal(transactions, new RecordingAudit(), events, outbox, clock);
    }

    private static Books books() {
        return Partly.answering(Books.class, "units", () -> UNITS);
    }

    private Locks locks() {
        return (name, patience, cancel) -> locked.contains(name) ? Optional.empty() : Optional.of(() -> {});
    }
}
