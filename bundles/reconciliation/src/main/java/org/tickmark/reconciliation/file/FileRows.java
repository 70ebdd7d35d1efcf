package org.tickmark.reconciliation.file;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.imports.NumberedEntry;
import org.tickmark.api.host.reconciliation.FileMatching.Row;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.reconciliation.TellingReference;
import org.tickmark.reconciliation.engine.Snapshot;

/** Those rows of both files that are shown to people; read from the files again, so that the others need no memory. */
final class FileRows {
    private final Map<Side, Map<Long, Row>> rows = new EnumMap<>(Side.class);

    private FileRows() {}

    /** Which rows are wanted. For one thread. */
    static final class Wanted {
        private final Map<Side, BitSet> wanted = new EnumMap<>(Side.class);

        Wanted() {
            for (Side side : Side.values()) {
                wanted.put(side, new BitSet());
            }
        }

        void add(Snapshot snapshot, int row) {
            wanted.get(snapshot.side(row)).set(Math.toIntExact(snapshot.id(row)));
        }
    }

    /** Reads the rows that are wanted. */
    static FileRows read(List<FileSide> sides, Map<Side, RowNames> names, Wanted wanted) {
        FileRows read = new FileRows();
        Currencies currencies = new Currencies(sides);
        for (FileSide side : sides) {
            BitSet positions = wanted.wanted.get(side.side());
            Map<Long, Row> found = new HashMap<>();
            long[] next = new long[1];
            side.eachEntry((statement, numbered) -> {
                long position = next[0]++;
                if (positions.get(Math.toIntExact(position))) {
                    String currency = currencies.of(statement, numbered.entry());
                    String account = FileSide.account(statement);
                    String name = names.get(side.side()).of(position);
                    found.put(position, row(name, side.side(), account, currency, numbered));
                }
            });
            read.rows.put(side.side(), found);
        }
        return read;
    }

    private static Row row(String name, Side side, String account, String currency, NumberedEntry numbered) {
        ImportedEntry entry = numbered.entry();
        return new Row(
                name,
                side,
                account,
                entry.bookingDate().orElseThrow(),
                entry.amount(),
                currency,
                TellingReference.of(entry.references(), entry.bankReference()),
                entry.party().name(),
                String.join(" ", entry.text()));
    }

    Row of(Snapshot snapshot, int row) {
        return Objects.requireNonNull(rows.get(snapshot.side(row)).get(snapshot.id(row)));
    }
}
