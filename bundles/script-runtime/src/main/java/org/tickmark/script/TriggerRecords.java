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

/** Triggers as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=trigger")
public final class TriggerRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.text("topic"),
            Column.text("phase"),
            Column.integer("priority"),
            Column.flag("enabled"),
            Column.text("suspended"),
            Column.text("owner"),
            Column.text("saved_by"),
            Column.instant("saved_at"));

    @Activate
    public TriggerRecords(@Reference(target = "(tickmark.schema=org.tickmark.script)") Transactions transactions) {
        super(transactions, Permission.SCRIPT_READ, "script_trigger_v1", COLUMNS);
    }
}
