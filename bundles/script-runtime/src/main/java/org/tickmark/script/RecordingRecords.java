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

/** Runs as they were traced, as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=recording")
public final class RecordingRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.text("target"),
            Column.text("script"),
            Column.integer("version"),
            Column.integer("run"),
            Column.text("caller"),
            Column.instant("started_at"),
            Column.integer("took_ms"),
            Column.text("outcome"),
            Column.text("told"),
            Column.integer("statements"),
            Column.integer("memory"),
            Column.integer("bytes"),
            Column.instant("expires_at"));

    @Activate
    public RecordingRecords(@Reference(target = "(tickmark.schema=org.tickmark.script)") Transactions transactions) {
        super(transactions, Permission.SCRIPT_DEBUG, "script_recording_v1", COLUMNS);
    }
}
