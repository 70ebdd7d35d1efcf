package org.tickmark.recurrence.series;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.recurrence.Moment;

/** What was changed by hand in one series, without what says nothing, and where it takes place. */
final class Deviations {
    private final Definition definition;
    private final Candidates candidates;
    private final NavigableMap<Long, Deviation> byOriginal = new TreeMap<>();
    private final List<Deviation> strays = new ArrayList<>();
    private final Map<Long, Slot> placedByOriginal = new HashMap<>();
    private final List<Slot> placed;
    private final long[] placedStarts;
    private final long[] replacedStarts;

    Deviations(Definition definition, Candidates candidates, Collection<? extends Deviation> given) {
        this.definition = definition;
        this.candidates = candidates;
        given.forEach(this::collect);
        List<Long> replaced = new ArrayList<>();
        for (long original : List.copyOf(byOriginal.keySet())) {
            settle(original).ifPresent(regular -> replaced.add(regular.start()));
        }
        this.placed = new ArrayList<>(placedByOriginal.values());
        Collections.sort(placed);
        this.placedStarts = placed.stream().mapToLong(Slot::start).toArray();
        this.replacedStarts =
                replaced.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private void collect(Deviation deviation) {
        Changes changes = deviation instanceof Deviation.Excluded ? Changes.none() : changes(deviation);
        changes.length().ifPresent(length -> length.end(definition.start()));
        long original = definition.second(deviation.original());
        byOriginal.merge(original, deviation, (one, other) -> rank(other) >= rank(one) ? other : one);
    }

    private static int rank(Deviation deviation) {
        if (deviation instanceof Deviation.Excluded) {
            return 2;
        }
        return deviation instanceof Deviation.Changed ? 1 : 0;
    }

    /** Puts one deviation into its shortest form and gives the regular slot that it takes the place of. */
    private Optional<Slot> settle(long original) {
        Deviation deviation = byOriginal.get(original);
        Moment named = definition.at(original);
        Optional<Slot> regular = candidates.named(original);
        if (deviation instanceof Deviation.Excluded) {
            byOriginal.put(original, new Deviation.Excluded(named));
            if (regular.isEmpty()) {
                strays.add(byOriginal.get(original));
            }
            return regular;
        }
        Moment regularStart = regular.map(slot -> definition.at(slot.start())).orElse(named);
        Changes changes = changes(deviation).beside(regularStart, definition.length(), definition.fields());
        if (changes.isEmpty() && regular.isPresent()) {
            byOriginal.remove(original);
            return Optional.empty();
        }
        boolean added = regular.isEmpty() && deviation instanceof Deviation.Added;
        byOriginal.put(original, added ? new Deviation.Added(named, changes) : new Deviation.Changed(named, changes));
        if (regular.isEmpty() && !added) {
            strays.add(byOriginal.get(original));
        }
        long start = changes.start().map(definition::second).orElseGet(() -> definition.second(regularStart));
        placedByOriginal.put(original, new Slot(start, original));
        return regular;
    }

    private static Changes changes(Deviation deviation) {
        return deviation instanceof Deviation.Added added ? added.changes() : ((Deviation.Changed) deviation).changes();
    }

    /** The deviation of a series of floating times or dates, read in a zone. */
    static Deviation inZone(Deviation deviation, ZoneId zone) {
        Moment original = Moment.of(deviation.original().wallClock(), zone);
        if (deviation instanceof Deviation.Excluded) {
            return new Deviation.Excluded(original);
        }
        Changes changes = changes(deviation).inZone(zone);
        return deviation instanceof Deviation.Added
                ? new Deviation.Added(original, changes)
                : new Deviation.Changed(original, changes);
    }

    List<Deviation> all() {
        return List.copyOf(byOriginal.values());
    }

    List<Deviation> strays() {
        return List.copyOf(strays);
    }

    Optional<Deviation> named(long original) {
        return Optional.ofNullable(byOriginal.get(original));
    }

    /** What is different about the named occurrence. */
    Changes changes(long original) {
        Deviation deviation = byOriginal.get(original);
        return deviation == null || deviation instanceof Deviation.Excluded ? Changes.none() : changes(deviation);
    }

    /** How long the named occurrence takes. */
    Length length(long original) {
        return byOriginal.isEmpty()
                ? definition.length()
                : changes(original).length().orElse(definition.length());
    }

    boolean excludes(long original) {
        return byOriginal.get(original) instanceof Deviation.Excluded;
    }

    /** Whether something else stands for what the rule gives there. */
    boolean replaces(Slot regular) {
        return byOriginal.containsKey(regular.original());
    }

    Optional<Slot> slot(long original) {
        return Optional.ofNullable(placedByOriginal.get(original));
    }

    Optional<Slot> after(Slot slot) {
        int found = Collections.binarySearch(placed, slot);
        int index = found < 0 ? -found - 1 : found + 1;
        return index < placed.size() ? Optional.of(placed.get(index)) : Optional.empty();
    }

    Optional<Slot> before(Slot slot) {
        int found = Collections.binarySearch(placed, slot);
        int index = (found < 0 ? -found - 1 : found) - 1;
        return index >= 0 ? Optional.of(placed.get(index)) : Optional.empty();
    }

    long placedBefore(long start) {
        return countBelow(placedStarts, start);
    }

    long replacedBefore(long start) {
        return countBelow(replacedStarts, start);
    }

    private static int countBelow(long[] sorted, long second) {
        int found = Arrays.binarySearch(sorted, second);
        if (found < 0) {
            return -found - 1;
        }
        int first = found;
        while (first > 0 && sorted[first - 1] == second) {
            first--;
        }
        return first;
    }

    List<Slot> placed() {
        return Collections.unmodifiableList(placed);
    }

    Occurrence occurrence(Slot slot) {
        Moment original = definition.at(slot.original());
        Deviation deviation = byOriginal.get(slot.original());
        if (deviation == null) {
            return new Occurrence(
                    original,
                    definition.at(slot.start()),
                    definition.length(),
                    definition.fields(),
                    Occurrence.Origin.RULE);
        }
        Changes changes = changes(deviation);
        return new Occurrence(
                original,
                changes.start().orElseGet(() -> definition.at(slot.start())),
                changes.length().orElse(definition.length()),
                Changes.merged(definition.fields(), changes.fields()),
                deviation instanceof Deviation.Added ? Occurrence.Origin.ADDED : Occurrence.Origin.CHANGED);
    }
}
