package org.tickmark.batch;

import java.time.Clock;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.batch.Batch;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.setting.Settings;

/** Registers the night run. */
@Component
public final class BatchComponent implements Batch {
    private final Batch batch;

    @Activate
    public BatchComponent(
            @Reference Books books,
            @Reference Imports imports,
            @Reference Reconciliation reconciliation,
            @Reference Locks locks,
            @Reference Settings settings,
            @Reference(target = "(tickmark.schema=org.tickmark.batch)") Transactions transactions,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Outbox outbox,
            @Reference Clock clock) {
        RunJournal journal = new RunJournal(transactions, audit, events, outbox, clock);
        this.batch = new NightRun(
                books, imports, reconciliation, locks, settings, journal, outbox, clock, ZoneId.systemDefault());
    }

    @Override
    public BatchResult run(Caller caller, BatchRequest request, Progress progress, CancelToken cancel) {
        return batch.run(caller, request, progress, cancel);
    }
}
