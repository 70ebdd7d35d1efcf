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

/** Scripts as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=script")
public final class ScriptRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.text("folder"),
            Column.text("language"),
            Column.integer("version"),
            Column.text("description"),
            Column.text("owner"),
            Column.text("saved_by"),
            Column.instant("saved_at"));

    @Activate
    public ScriptRecords(@Reference(target = "(tickmark.schema=org.tickmark.script)") Transactions transactions) {
        super(transactions, Permission.SCRIPT_READ, "script_v1", COLUMNS);
    }
}
