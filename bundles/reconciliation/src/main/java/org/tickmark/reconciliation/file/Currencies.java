package org.tickmark.reconciliation.file;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tickmark.api.Problem;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.importer.ImportedEntry;

/** Which currency a row is in. A file that does not say takes the one currency of which there is talk at all. Immutable. */
final class Currencies {
    private final Set<String> known = new TreeSet<>();
    private final boolean assumed;

    /** The currencies of the rows of these sides. */
    Currencies(List<FileSide> sides) {
        boolean[] unsaid = new boolean[1];
        for (FileSide side : sides) {
            side.statements().forEach(statement -> known.add(statement.header().currency()));
            side.only(statement -> statement.header().currency().isEmpty()).eachEntry((statement, numbered) -> {
                known.add(numbered.entry().currency());
                unsaid[0] |= numbered.entry().currency().isEmpty();
            });
        }
        known.remove("");
        assumed = unsaid[0];
    }

    private static String stated(FilePreview.Statement statement, ImportedEntry entry) {
        return entry.currency().isEmpty() ? statement.header().currency() : entry.currency();
    }

    /** The currency of an entry; empty if nothing says it. */
    String of(FilePreview.Statement statement, ImportedEntry entry) {
        return orAssumed(stated(statement, entry));
    }

    /** The currency of a statement's balances; empty if nothing says it. */
    String of(FilePreview.Statement statement) {
        return orAssumed(statement.header().currency());
    }

    private String orAssumed(String currency) {
        return currency.isEmpty() && known.size() == 1 ? known.iterator().next() : currency;
    }

    /** Tells how rows without a currency were taken. */
    void tell(List<Problem> notes) {
        if (assumed && known.size() == 1) {
            notes.add(Problem.info(
                            "match.currency",
                            Texts.message("currency.assumed", known.iterator().next()))
                    .build());
        } else if (assumed && known.size() > 1) {
            notes.add(Problem.warning("match.currency", Texts.message("currency.unknown", String.join(", ", known)))
                    .advice(Texts.message("currency.unknown.advice"))
                    .build());
        }
    }
}
