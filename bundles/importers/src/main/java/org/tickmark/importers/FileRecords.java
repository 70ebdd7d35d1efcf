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

/** What became of the files that runs took, as records. */
@Component(service = RecordSource.class, property = RecordSource.NAME + "=file")
public final class FileRecords extends ViewRecords {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.text("definition"),
            Column.text("unit_code"),
            Column.text("name"),
            Column.text("state"),
            Column.text("format"),
            Column.text("encoding"),
            Column.integer("statements"),
            Column.integer("entries"),
            Column.integer("known"),
            Column.text("archived_as"),
            Column.instant("found_at"),
            Column.instant("finished_at"),
            Column.instant("undone_at"),
            Column.integer("size_bytes"),
            Column.text("sha256"),
            Column.text("problems"));

    @Activate
    public FileRecords(@Reference(target = "(tickmark.schema=org.tickmark.importers)") Transactions transactions) {
        super(transactions, Permission.IMPORT_READ, "import_file", "unit_code", COLUMNS);
    }
}
