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

/** Units as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=unit")
public final class UnitRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.text("unit_code"), Column.text("name"), Column.text("organisation"), Column.text("currency"));

    @Activate
    public UnitRecords(@Reference(target = "(tickmark.schema=org.tickmark.books)") Transactions transactions) {
        super(transactions, Permission.BOOKS_READ, "books_unit_v1", "unit_code", COLUMNS);
    }
}
