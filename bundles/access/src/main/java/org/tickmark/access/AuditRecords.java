package org.tickmark.access;

import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.Column;
import org.tickmark.kit.record.ViewRecords;

/** Lists the audit log. */
final class AuditRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.instant("at"),
            Column.text("stream"),
            Column.text("caller"),
            Column.text("origin"),
            Column.text("action"),
            Column.text("subject"),
            Column.text("details"),
            Column.integer("number"),
            Column.text("hash"));

    AuditRecords(Transactions transactions) {
        super(transactions, Permission.AUDIT_READ, "audit", COLUMNS);
    }
}
