package org.tickmark.script;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordSource;
import org.tickmark.kit.record.ViewRecords;

/** Traces that are or were on, as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=trace")
public final class TraceRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.text("target"),
            Column.text("description"),
            Column.flag("enabled"),
            Column.text("suspended"),
            Column.integer("recordings"),
            Column.integer("bytes"),
            Column.text("saved_by"),
            Column.instant("saved_at"));

    @Activate
    public TraceRecords(@Reference(target = "(tickmark.schema=org.tickmark.script)") Transactions transactions) {
        super(transactions, Permission.SCRIPT_DEBUG, "script_trace_v1", COLUMNS);
    }
}
