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

/** Statements as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=statement")
public final class StatementRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("statement_id"),
            Column.text("unit_code"),
            Column.text("account_code"),
            Column.text("kind"),
            Column.text("bank_id"),
            Column.integer("sequence_no"),
            Column.integer("page_no"),
            Column.date("from_date"),
            Column.date("to_date"),
            Column.amount("opening"),
            Column.date("opening_date"),
            Column.amount("closing"),
            Column.date("closing_date"),
            Column.integer("transactions"),
            Column.amount("entry_sum"),
            Column.text("verdict"),
            Column.integer("file_id"));

    @Activate
    public StatementRecords(@Reference(target = "(tickmark.schema=org.tickmark.books)") Transactions transactions) {
        super(transactions, Permission.BOOKS_READ, "books_statement_v1", "unit_code", COLUMNS);
    }
}
