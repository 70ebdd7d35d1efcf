package org.tickmark.recurrence.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.recurrence.Moment;

/**
 * A change of every occurrence of a series, or of the part of one that a scope reaches.
 *
 * @param after what stands afterwards
 * @param changed how many occurrences look different, or {@link Effect#ENDLESS}
 * @param kept what was changed by hand and still is
 * @param lost what was changed by hand and has no place any more
 */
record PartChange(Series after, long changed, List<Deviation> kept, List<Deviation> lost) {
    /** Changes looks, length and time of day as if each occurrence without values of its own had been changed. */
    static PartChange ofAll(Series part, Occurrence chosen, Changes changes, HandChanged handChanged) {
        Definition from = part.definition();
        Moment regular = regularStart(part, chosen);
        SeriesMove move = new SeriesMove(part, regular, changes.start().orElse(regular));
        Definition to = move.to()
                .withLength(changes.length().orElse(from.length()))
                .withFields(Changes.merged(from.fields(), changes.fields()));
        List<Deviation> deviations = new ArrayList<>();
        for (Deviation deviation : part.deviations()) {
            Deviation stripped = Moments.sameTime(deviation.original(), chosen.original())
                    ? with(deviation, own(deviation).without(changes))
                    : adapted(part, deviation, changes, handChanged);
            deviations.add(timeOfDayMoved(stripped, regular, move));
        }
        return of(part, to, move.rekeying().carry(deviations));
    }

    /** Moves every occurrence by the time that takes the chosen one to the moment, with what was changed by hand. */
    static PartChange shifted(Series part, Occurrence chosen, Moment moved) {
        SeriesMove move = new SeriesMove(part, regularStart(part, chosen), moved);
        List<Deviation> deviations = new ArrayList<>();
        for (Deviation deviation : part.deviations()) {
            boolean isChosen = Moments.sameTime(deviation.original(), chosen.original());
            deviations.add(move.along(isChosen ? with(deviation, own(deviation).withoutStart()) : deviation));
        }
        return of(part, move.to(), move.rekeying().carry(deviations));
    }

    /** Puts another rule or another start in the place of what the series has. */
    static PartChange redefined(Series part, Definition to) {
        return of(part, to, new Rekeying(part.definition(), to, 0).carry(part.deviations()));
    }

    private static PartChange of(Series part, Definition to, Rekeying rekeying) {
        Series after = new Series(to, rekeying.kept());
        long changed = part.definition().equals(to)
                ? differing(part, after)
                : after.size().isEmpty() ? Effect.ENDLESS : after.size().getAsLong() - alike(part, after, rekeying);
        return new PartChange(after, changed, after.deviations(), rekeying.lost());
    }

    /** How many occurrences that were changed by hand look as before, also where the series now says the same by itself. */
    private static long alike(Series before, Series after, Rekeying rekeying) {
        return rekeying.origins().entrySet().stream()
                .filter(origin -> alike(before.named(origin.getValue()), before, after.named(origin.getKey()), after))
                .count();
    }

    private static boolean alike(Optional<Slot> old, Series before, Optional<Slot> now, Series after) {
        return old.isPresent()
                && now.isPresent()
                && sameLook(before.occurrence(old.get()), after.occurrence(now.get()));
    }

    /** How many of the occurrences that were changed by hand look different, where the series itself is the same. */
    private static long differing(Series before, Series after) {
        return before.index().placed().stream()
                .filter(slot -> after.named(slot.original())
                        .filter(now -> sameLook(before.occurrence(slot), after.occurrence(now)))
                        .isEmpty())
                .count();
    }

    private static boolean sameLook(Occurrence one, Occurrence other) {
        return Moments.sameTime(one.start(), other.start())
                && one.length().equals(other.length())
                && one.fields().equals(other.fields());
    }

    /** Where the rule, with its shift, has the occurrence; where it was added, if it has it not. */
    static Moment regularStart(Series part, Occurrence chosen) {
        long original = part.definition().second(chosen.original());
        return part.candidates()
                .named(original)
                .map(slot -> part.definition().at(slot.start()))
                .orElse(chosen.original());
    }

    private static Deviation adapted(Series part, Deviation deviation, Changes changes, HandChanged handChanged) {
        return switch (handChanged) {
            case FIELD_BY_FIELD -> deviation;
            case UNTOUCHED -> with(deviation, pinned(part, deviation, changes));
            case RESET -> with(deviation, Changes.none());
        };
    }

    /** The changes with every value in them that the series is about to change. */
    private static Changes pinned(Series part, Deviation deviation, Changes changes) {
        Changes pinned = own(deviation);
        Occurrence before = part.occurrence(deviation.original()).orElse(null);
        if (before == null) {
            return pinned;
        }
        pinned = changes.start().isPresent() ? pinned.withStart(before.start()) : pinned;
        pinned = changes.length().isPresent() ? pinned.withLength(before.length()) : pinned;
        for (Map.Entry<String, String> field : before.fields().entrySet()) {
            pinned = changes.fields().containsKey(field.getKey())
                    ? pinned.withField(field.getKey(), field.getValue())
                    : pinned;
        }
        return pinned;
    }

    /** What was added at the time of day that the series has goes along with it. */
    private static Deviation timeOfDayMoved(Deviation deviation, Moment regular, SeriesMove move) {
        boolean along = deviation instanceof Deviation.Added added
                && added.changes().start().isEmpty()
                && Moments.timeOfDay(added.original()) == Moments.timeOfDay(regular);
        return along ? move.along(deviation) : deviation;
    }

    private static Changes own(Deviation deviation) {
        if (deviation instanceof Deviation.Changed changed) {
            return changed.changes();
        }
        return deviation instanceof Deviation.Added added ? added.changes() : Changes.none();
    }

    private static Deviation with(Deviation deviation, Changes changes) {
        if (deviation instanceof Deviation.Changed) {
            return new Deviation.Changed(deviation.original(), changes);
        }
        return deviation instanceof Deviation.Added ? new Deviation.Added(deviation.original(), changes) : deviation;
    }
}
