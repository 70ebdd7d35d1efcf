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

/** Runs of scripts as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=script-run")
public final class ScriptRunRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.text("script"),
            Column.integer("version"),
            Column.text("cause"),
            Column.text("caller"),
            Column.instant("started_at"),
            Column.instant("ended_at"),
            Column.text("outcome"),
            Column.text("told"),
            Column.integer("steps"),
            Column.integer("took_ms"),
            Column.integer("memory"),
            Column.integer("output"));

    @Activate
    public ScriptRunRecords(@Reference(target = "(tickmark.schema=org.tickmark.script)") Transactions transactions) {
        super(transactions, Permission.SCRIPT_READ, "script_run_v1", COLUMNS);
    }
}
