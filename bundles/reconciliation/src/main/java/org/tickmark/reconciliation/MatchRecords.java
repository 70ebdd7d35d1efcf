package org.tickmark.reconciliation;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordSource;
import org.tickmark.kit.record.ViewRecords;

/** Matches as records, those that were undone among them. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=match")
public final class MatchRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("match_id"),
            Column.text("group_name"),
            Column.text("unit_code"),
            Column.integer("run_id"),
            Column.text("rule"),
            Column.date("effective"),
            Column.amount("amount"),
            Column.amount("difference"),
            Column.text("written_off"),
            Column.instant("made_at"),
            Column.text("made_by"),
            Column.flag("undone"),
            Column.instant("undone_at"),
            Column.text("undone_by"),
            Column.text("undo_reason"));

    @Activate
    public MatchRecords(
            @Reference(target = "(tickmark.schema=org.tickmark.reconciliation)") Transactions transactions) {
        super(transactions, Permission.RECONCILIATION_READ, "recon_match_v1", "unit_code", COLUMNS);
    }
}
