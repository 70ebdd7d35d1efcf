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

/** Entries as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=entry")
public final class EntryRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("entry_id"),
            Column.text("unit_code"),
            Column.text("account_code"),
            Column.text("side"),
            Column.text("status"),
            Column.date("booking_date"),
            Column.date("value_date"),
            Column.amount("amount"),
            Column.text("currency"),
            Column.text("party_name"),
            Column.text("party_account"),
            Column.text("bank_reference"),
            Column.list("refs"),
            Column.list("text"),
            Column.text("transaction_code"),
            Column.text("voucher"),
            Column.text("position"),
            Column.integer("ordinal"),
            Column.integer("statement_id"),
            Column.integer("file_id"));

    @Activate
    public EntryRecords(@Reference(target = "(tickmark.schema=org.tickmark.books)") Transactions transactions) {
        super(transactions, Permission.BOOKS_READ, "books_entry_v1", "unit_code", COLUMNS);
    }
}
