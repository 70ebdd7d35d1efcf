package org.tickmark.importers;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordSource;
import org.tickmark.kit.record.ViewRecords;

/** Import definitions as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=import")
public final class ImportRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.text("unit_code"),
            Column.text("format"),
            Column.list("accounts"),
            Column.text("source"),
            Column.text("pattern"),
            Column.text("archive"),
            Column.flag("background"),
            Column.text("strictness"),
            Column.list("options"),
            Column.list("labels"),
            Column.text("whole"));

    @Activate
    public ImportRecords(@Reference(target = "(tickmark.schema=org.tickmark.importers)") Transactions transactions) {
        super(transactions, Permission.IMPORT_READ, "import_definition", "unit_code", COLUMNS);
    }
}
