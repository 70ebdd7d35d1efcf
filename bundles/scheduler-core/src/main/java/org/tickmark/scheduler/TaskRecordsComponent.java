package org.tickmark.scheduler;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.RecordSource;
import org.tickmark.scheduler.task.TaskRecords;

/** Tasks as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=task")
public final class TaskRecordsComponent extends TaskRecords {
    @Activate
    public TaskRecordsComponent(
            @Reference(target = "(tickmark.schema=org.tickmark.scheduler)") Transactions transactions,
            @Reference Clock clock) {
        super(transactions, clock);
    }
}
