package org.tickmark.batch;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;

/** Registers the night runs as records. */
@Component(property = RecordSource.NAME + "=batch-run")
public final class RunRecordsComponent implements RecordSource {
    private final RecordSource records;

    @Activate
    public RunRecordsComponent(@Reference(target = "(tickmark.schema=org.tickmark.batch)") Transactions transactions) {
        this.records = new RunRecords(transactions);
    }

    @Override
    public List<Column> columns() {
        return records.columns();
    }

    @Override
    public Table list(Caller caller, RecordQuery query) {
        return records.list(caller, query);
    }
}
