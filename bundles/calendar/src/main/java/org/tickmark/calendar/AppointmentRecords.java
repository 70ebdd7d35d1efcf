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

/** Appointments as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=appointment")
public final class AppointmentRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("appointment_id"),
            Column.text("title"),
            Column.text("owner"),
            Column.integer("series_id"),
            Column.text("origin"),
            Column.instant("starts_at"),
            Column.instant("ends_at"),
            Column.text("start_date"),
            Column.text("end_date"),
            Column.text("zone"),
            Column.integer("all_day"),
            Column.integer("type"),
            Column.integer("status"),
            Column.integer("free_busy"),
            Column.text("location"),
            Column.integer("task_idx"),
            Column.text("original_start_date"),
            Column.text("fields"));

    @Activate
    public AppointmentRecords(
            @Reference(target = "(tickmark.schema=org.tickmark.calendar)") Transactions transactions) {
        super(transactions, Permission.CALENDAR_READ, "calendar_appointment_v1", COLUMNS);
    }
}
