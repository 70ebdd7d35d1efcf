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

/** Firings of triggers as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=firing")
public final class FiringRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.text("trigger_name"),
            Column.text("topic"),
            Column.text("subject"),
            Column.integer("event_id"),
            Column.text("caller"),
            Column.instant("fired_at"),
            Column.integer("took_ms"),
            Column.text("outcome"),
            Column.text("message"));

    @Activate
    public FiringRecords(@Reference(target = "(tickmark.schema=org.tickmark.script)") Transactions transactions) {
        super(transactions, Permission.SCRIPT_READ, "script_firing_v1", COLUMNS);
    }
}
