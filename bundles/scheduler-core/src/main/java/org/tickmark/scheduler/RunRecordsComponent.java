package org.tickmark.scheduler;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.RecordSource;
import org.tickmark.scheduler.run.RunRecords;

/** Runs as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=run")
public final class RunRecordsComponent extends RunRecords {
    @Activate
    public RunRecordsComponent(
            @Reference(target = "(tickmark.schema=org.tickmark.scheduler)") Transactions transactions) {
        super(transactions);
    }
}
