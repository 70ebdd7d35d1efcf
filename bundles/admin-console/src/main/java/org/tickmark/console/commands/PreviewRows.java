package org.tickmark.console.commands;

import java.util.List;
import java.util.stream.Collectors;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.NumberedEntry;
import org.tickmark.api.host.imports.OpenedFile;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** The first rows of files as they would be read. One thread at a time. */
final class PreviewRows {
    private static final List<Column> COLUMNS = List.of(
            Column.text("file"),
            Column.integer("number"),
            Column.text("account"),
            Column.date("booking_date"),
            Column.amount("amount"),
            Column.text("currency"),
            Column.text("reference"),
            Column.text("party"),
            Column.text("text"));

    private final int most;
    private final Table.Builder table = Table.under(COLUMNS);

    /**
     * None yet.
     *
     * @param most how many of each file
     */
    PreviewRows(int most) {
        this.most = most;
    }

    Table table() {
        return table.build();
    }

    void add(String name, OpenedFile file) {
        int left = most;
        List<FilePreview.Statement> statements = file.preview().statements();
        for (int i = 0; i < statements.size(); i++) {
            for (NumberedEntry numbered : file.entries(i)) {
                if (left == 0) {
                    return;
                }
                left--;
                add(name, statements.get(i), numbered);
            }
        }
    }

    private void add(String name, FilePreview.Statement statement, NumberedEntry numbered) {
        ImportedEntry entry = numbered.entry();
        String currency = entry.currency().isEmpty() ? statement.header().currency() : entry.currency();
        table.row(
                name,
                numbered.number(),
                statement.header().account().number(),
                entry.bookingDate().orElse(null),
                entry.amount(),
                currency,
                entry.references().stream()
                        .map(reference -> reference.value())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                entry.party().name(),
                String.join(" ", entry.text()));
    }
}
