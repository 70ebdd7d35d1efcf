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

/** Groups as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=group")
public final class GroupRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.text("group_name"),
            Column.text("unit_code"),
            Column.list("bank"),
            Column.list("ledger"),
            Column.flag("background"),
            Column.integer("version"));

    @Activate
    public GroupRecords(
            @Reference(target = "(tickmark.schema=org.tickmark.reconciliation)") Transactions transactions) {
        super(transactions, Permission.RECONCILIATION_READ, "recon_group_v1", "unit_code", COLUMNS);
    }
}
