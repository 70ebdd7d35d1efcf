package org.tickmark.access;

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

/** Registers the records {@code audit}. */
@Component(name = "org.tickmark.access.audit.records", property = RecordSource.NAME + "=audit")
public final class AuditRecordsComponent implements RecordSource {
    private final RecordSource records;

    @Activate
    public AuditRecordsComponent(
            @Reference(target = "(tickmark.schema=org.tickmark.access)") Transactions transactions) {
        this.records = new AuditRecords(transactions);
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
