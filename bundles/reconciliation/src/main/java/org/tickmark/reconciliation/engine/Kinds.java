package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.reconciliation.KnownKind;
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

    /** The kinds that rules can be of, with what they may set: those that come with Tickmark, then the others. */
    public static List<KnownKind> known(AddedKinds added) {
        Stream<KnownKind> own = own().stream()
                .map(name -> new KnownKind(
                        name, Wording.message("kind." + name), OWN.get(name).parameters()));
        Stream<KnownKind> others = added.names().stream().flatMap(name -> known(name, added).stream());
        return Stream.concat(own, others).toList();
    }

    /** A kind of a plugin; empty if it has gone, or cannot say what it is. */
    private static Optional<KnownKind> known(String name, AddedKinds added) {
        try {
            return added.named(name).map(kind -> new KnownKind(name, kind.summary(), kind.parameters()));
        } catch (TickmarkException broken) {
            return Optional.empty();
        }
    }

    /** The kind of a name; those that come with Tickmark first. */
    static Optional<Kind> find(String name, AddedKinds added) {
        Kind own = OWN.get(name);
        return own != null ? Optional.of(own) : added.named(name).map(AddedKind::new);
    }

    /**
     * Whether what applies a rule looks at rows as they were given; so do the kinds of plugins, and whoever
     * compares value dates or converts amounts.
     */
    static boolean readsContents(Rule rule) {
        Kind own = OWN.get(rule.kind());
        return own == null
                || own.readsContents()
                || DateFields.of(rule.parameters()).choose()
                || ConvertedAmounts.tableOf(rule.parameters()).isPresent();
    }
}
