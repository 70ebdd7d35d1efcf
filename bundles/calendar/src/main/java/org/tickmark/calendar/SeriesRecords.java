package org.tickmark.calendar;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordSource;
import org.tickmark.kit.record.ViewRecords;

/** Series as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=series")
public final class SeriesRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("series_id"),
            Column.text("owner"),
            Column.text("rule"),
            Column.text("start_date"),
            Column.text("end_date"),
            Column.text("zone"),
            Column.integer("all_day"),
            Column.text("duration"),
            Column.integer("revision"),
            Column.text("fields"));

    @Activate
    public SeriesRecords(@Reference(target = "(tickmark.schema=org.tickmark.calendar)") Transactions transactions) {
        super(transactions, Permission.CALENDAR_READ, "calendar_series_v1", COLUMNS);
    }
}
