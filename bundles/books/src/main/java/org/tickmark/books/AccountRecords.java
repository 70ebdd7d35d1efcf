package org.tickmark.books;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordSource;
import org.tickmark.kit.record.ViewRecords;

/** Accounts as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=account")
public final class AccountRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("account_id"),
            Column.text("unit_code"),
            Column.text("account_code"),
            Column.text("side"),
            Column.text("scheme"),
            Column.text("number"),
            Column.text("currency"),
            Column.text("name"));

    @Activate
    public AccountRecords(@Reference(target = "(tickmark.schema=org.tickmark.books)") Transactions transactions) {
        super(transactions, Permission.BOOKS_READ, "books_account_v1", "unit_code", COLUMNS);
    }
}
