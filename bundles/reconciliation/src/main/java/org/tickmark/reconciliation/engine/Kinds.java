package org.tickmark.reconciliation.engine;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

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
            ExplainKind.NAME, new ExplainKind());

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

    /** Whether passes of a kind look at rows as they were given; so do those of plugins. */
    static boolean readsContents(String name) {
        Kind own = OWN.get(name);
        return own == null || own.readsContents();
    }
}
