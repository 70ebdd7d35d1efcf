package org.tickmark.reconciliation.engine;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tickmark.api.host.reconciliation.Rule;

/** The kinds that rules can be of: those that come with Tickmark, and those that plugins add. */
public final class Kinds {
    private static final Map<String, Kind> OWN = Map.of(
            ReversalKind.NAME, new ReversalKind(),
            OneOneKind.NAME, new OneOneKind(),
            TolerantKind.NAME, new TolerantKind(),
            OneAllKind.NAME, new OneAllKind(),
            KeyZeroKind.NAME, new KeyZeroKind(),
            SubsetKind.NAME, new SubsetKind(),
            DayTotalKind.NAME, new DayTotalKind(),
            AllocateKind.NAME, new AllocateKind(),
            ExplainKind.NAME, new ExplainKind(),
            ChainKind.NAME, new ChainKind());

    private Kinds() {}

    /** The names of the kinds that come with Tickmark. */
    public static SortedSet<String> own() {
        return new TreeSet<>(OWN.keySet());
    }

    /** The kind of a name; those that come with Tickmark first. */
    static Optional<Kind> find(String name, AddedKinds added) {
        Kind own = OWN.get(name);
        return own != null ? Optional.of(own) : added.named(name).map(AddedKind::new);
    }

    /** Whether what applies a rule looks at rows as they were given; so do the kinds of plugins, and whoever compares value dates. */
    static boolean readsContents(Rule rule) {
        Kind own = OWN.get(rule.kind());
        return own == null
                || own.readsContents()
                || DateFields.of(rule.parameters()).choose();
    }
}
