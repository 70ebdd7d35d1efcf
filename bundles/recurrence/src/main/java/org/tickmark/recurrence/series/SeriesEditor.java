package org.tickmark.recurrence.series;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.series.EditRefused.Reason;

/**
 * What can be done to a series. Every method says what would stand afterwards and what that amounts to; none changes anything.
 * Occurrences are named by their original moments, and "following" goes by these. Immutable and safe for use from many threads.
 *
 * <p>Source: RFC 5545 sections 3.2.13 (RANGE=THISANDFUTURE) and 3.8.4.4 (RECURRENCE-ID).
 */
public final class SeriesEditor {
    private final Series series;
    private final Definition definition;

    SeriesEditor(Series series) {
        this.series = series;
        this.definition = series.definition();
    }

    /** Cuts the series at a moment, whether or not an occurrence begins there. */
    public Split split(Moment at) {
        return new Cut(series, definition.second(at)).split();
    }

    /**
     * Changes one or more occurrences. Moving one back to where the rule has it ends its being an exception. A new start is
     * that of the named occurrence; with a wider scope it changes the time of day of all that it reaches, and of what was added
     * at the same time of day. The date of more than one is not changed in this way, but by {@link #changeStart}.
     */
    public EditResult change(Moment original, Changes changes, Scope scope, HandChanged handChanged) {
        Optional<EditRefused> refused = unfit(original, changes);
        return refused.isPresent()
                ? refused.get()
                : withChosen(
                        original,
                        chosen -> scope == Scope.THIS
                                ? changeOne(chosen, changes)
                                : changeMany(chosen, changes, scope, handChanged));
    }

    /**
     * Puts another rule in the place of the series' own, for all occurrences or from one on. What was changed by hand stays where
     * the new rule has an occurrence at the same moment or on the same day, and is listed as lost elsewhere.
     */
    public EditResult changeRule(Moment original, Rule rule, Scope scope) {
        return switch (scope) {
            case THIS -> new EditRefused(Reason.ONE_OCCURRENCE_HAS_NO_RULE, original);
            case ALL -> whole(PartChange.redefined(series, definition.withRule(rule, definition.start())));
            case THIS_AND_FOLLOWING ->
                withChosen(original, chosen -> {
                    Moment start = new Cut(series, definition.second(chosen.original())).start();
                    return following(chosen, part -> PartChange.redefined(part, definition.withRule(rule, start)));
                });
        };
    }

    /**
     * Gives the series another start date.
     *
     * @param original the occurrence that the new start is given for, such as the first
     * @param newStart where it is to begin
     */
    public EditResult changeStart(Moment original, Moment newStart, StartChange how) {
        if (!Moments.sameKind(newStart, definition.start())) {
            return new EditRefused(Reason.OTHER_KIND, newStart);
        }
        return withChosen(original, chosen -> switch (how) {
            case SHIFT_ALL -> whole(PartChange.shifted(series, chosen, newStart));
            case REANCHOR ->
                whole(PartChange.redefined(
                        series, definition.withRule(RuleMoves.reanchored(definition.rule(), newStart), newStart)));
            case SPLIT -> following(chosen, part -> PartChange.shifted(part, chosen, newStart));
        });
    }

    /** Deletes one occurrence, that one and the following ones, or all. */
    public EditResult delete(Moment original, Scope scope) {
        return withChosen(original, chosen -> switch (scope) {
            case THIS -> deleteOne(chosen);
            case THIS_AND_FOLLOWING -> deleteFrom(definition.second(chosen.original()));
            case ALL ->
                new SeriesChange(
                        EditCase.NONE,
                        List.of(),
                        new Effect(0, Pieces.size(List.of(series)), List.of(), List.of(), null));
        });
    }

    /** Keeps one occurrence and deletes those after it. */
    public EditResult stop(Moment original) {
        return withChosen(original, chosen -> stopAfter(definition.second(chosen.original())));
    }

    /** Undoes what was changed by hand about one moment: an exclusion, a change, an addition. */
    public EditResult restore(Moment original) {
        long named = definition.second(original);
        Optional<Slot> regular = series.candidates().named(named);
        if (regular.isPresent() && isTaken(regular.get().start(), named)) {
            return new EditRefused(Reason.TAKEN, definition.at(regular.get().start()));
        }
        return changedByHand(series.without(named), named);
    }

    /** Adds an occurrence, or brings back one that was excluded. */
    public EditResult add(Moment moment, Changes changes) {
        if (!Moments.sameKind(moment, definition.start())) {
            return new EditRefused(Reason.OTHER_KIND, moment);
        }
        Optional<EditRefused> refused = unfit(moment, changes);
        return refused.isPresent() ? refused.get() : addFitting(moment, changes);
    }

    private EditResult addFitting(Moment moment, Changes changes) {
        long named = definition.second(moment);
        Optional<Occurrence> same = series.occurrence(moment);
        if (same.isPresent()) {
            boolean there = definition.second(same.get().start()) == named;
            return new EditRefused(there ? Reason.TAKEN : Reason.MOVED_AWAY, moment);
        }
        long start = changes.start().map(definition::second).orElse(named);
        if (isTaken(start, named)) {
            return new EditRefused(Reason.TAKEN, definition.at(start));
        }
        Series without = series.without(named);
        return changedByHand(without.with(List.of(new Deviation.Added(moment, changes))), named);
    }

    /** Changes that no occurrence of the series can have. */
    private Optional<EditRefused> unfit(Moment original, Changes changes) {
        Optional<Moment> ofOtherKind = changes.start().filter(start -> !Moments.sameKind(start, definition.start()));
        if (ofOtherKind.isPresent()) {
            return Optional.of(new EditRefused(Reason.OTHER_KIND, ofOtherKind.get()));
        }
        return changes.length()
                .filter(length -> !length.fits(definition.start()))
                .map(length -> new EditRefused(Reason.LENGTH_OF_DATE, original));
    }

    private EditResult withChosen(Moment original, Function<Occurrence, EditResult> edit) {
        return series.occurrence(original)
                .map(edit)
                .orElseGet(() -> new EditRefused(Reason.NO_SUCH_OCCURRENCE, original));
    }

    private EditResult changeOne(Occurrence chosen, Changes changes) {
        long original = definition.second(chosen.original());
        if (changes.start().isPresent()
                && isTaken(definition.second(changes.start().get()), original)) {
            return new EditRefused(Reason.TAKEN, changes.start().get());
        }
        return changedByHand(series.changed(chosen, changes), original);
    }

    /** Whether an occurrence of another name begins then. */
    private boolean isTaken(long start, long original) {
        Optional<Slot> slot = series.after(Slot.before(start));
        while (slot.isPresent() && slot.get().start() == start) {
            if (slot.get().original() != original) {
                return true;
            }
            slot = series.after(slot.get());
        }
        return false;
    }

    private EditResult changeMany(Occurrence chosen, Changes changes, Scope scope, HandChanged handChanged) {
        Moment regular = PartChange.regularStart(series, chosen);
        Optional<Moment> otherDate = changes.start().filter(start -> Moments.day(start) != Moments.day(regular));
        if (otherDate.isPresent()) {
            return new EditRefused(Reason.DATE_OF_SERIES, otherDate.get());
        }
        return scope == Scope.ALL
                ? whole(PartChange.ofAll(series, chosen, changes, handChanged))
                : following(chosen, part -> PartChange.ofAll(part, chosen, changes, handChanged));
    }

    private EditResult whole(PartChange change) {
        List<Piece> pieces = Pieces.settled(change.after());
        if (pieces.isEmpty()) {
            return new EditRefused(Reason.NOTHING_LEFT, definition.start());
        }
        Effect effect = new Effect(change.changed(), 0, change.kept(), change.lost(), null);
        return new SeriesChange(EditCase.NONE, pieces, effect);
    }

    /** A change of one occurrence and those after it: of the whole series where there is none before. */
    private EditResult following(Occurrence chosen, Function<Series, PartChange> change) {
        Cut cut = new Cut(series, definition.second(chosen.original()));
        List<Piece> before = Pieces.settled(cut.split().before());
        if (before.isEmpty()) {
            return whole(change.apply(series));
        }
        PartChange changed = change.apply(cut.following());
        Effect effect = new Effect(
                changed.changed(),
                0,
                changed.kept(),
                changed.lost(),
                cut.lastBefore().orElse(null));
        EditCase editCase = Pieces.size(before) == 1 ? EditCase.CHANGED_ON_SECOND : EditCase.CHANGED_IN_SERIES;
        return new SeriesChange(editCase, Pieces.both(before, Pieces.settled(changed.after())), effect);
    }

    private EditResult deleteOne(Occurrence chosen) {
        long original = definition.second(chosen.original());
        boolean first = series.first().filter(chosen::equals).isPresent();
        boolean last = series.last().filter(chosen::equals).isPresent();
        Series without = series.without(original);
        Series after = chosen.origin() == Occurrence.Origin.ADDED
                ? without
                : without.with(List.of(new Deviation.Excluded(chosen.original())));
        List<Piece> pieces = Pieces.settled(first || last ? Cut.trimmed(after) : after);
        EditCase editCase = first ? EditCase.DELETE_ONLY_FIRST : last ? EditCase.DELETE_INCLUDING_LAST : EditCase.NONE;
        return deleted(pieces, editCase, 1, null);
    }

    private EditResult deleteFrom(long original) {
        Cut cut = new Cut(series, original);
        Split split = cut.split();
        List<Piece> before = Pieces.settled(split.before());
        Moment end = cut.lastBefore().orElse(null);
        return deleted(before, EditCase.DELETE_INCLUDING_LAST, Pieces.size(split.after()), end);
    }

    private static SeriesChange deleted(List<Piece> left, EditCase editCase, long removed, Moment oldRuleEnds) {
        long size = Pieces.size(left);
        EditCase settled = size == 0 ? EditCase.NONE : size == 1 ? EditCase.DELETE_LEAVING_ONLY_ONE : editCase;
        return new SeriesChange(settled, left, new Effect(0, removed, List.of(), List.of(), oldRuleEnds));
    }

    private EditResult stopAfter(long original) {
        Cut cut = new Cut(series, original + 1);
        Split split = cut.split();
        List<Piece> before = Pieces.settled(split.before());
        long removed = Pieces.size(split.after());
        EditCase editCase = Pieces.size(before) == 1 ? EditCase.STOP_ON_FIRST : EditCase.STOP_IN_SERIES;
        Moment end = removed == 0 ? null : cut.lastBefore().orElse(null);
        return new SeriesChange(
                removed == 0 ? EditCase.NONE : editCase,
                removed == 0 ? Pieces.settled(series) : before,
                new Effect(0, removed, List.of(), List.of(), end));
    }

    private SeriesChange changedByHand(Series after, long original) {
        List<Deviation> kept = after.index().named(original).stream().toList();
        return new SeriesChange(
                EditCase.NONE,
                Pieces.settled(after),
                new Effect(after.equals(series) ? 0 : 1, 0, kept, List.of(), null));
    }
}
