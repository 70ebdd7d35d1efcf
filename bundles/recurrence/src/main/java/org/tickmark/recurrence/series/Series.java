package org.tickmark.recurrence.series;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.calendar.Shift;

/**
 * A rule with what was changed by hand: occurrences that are excluded, changed or added, each keyed by its original moment.
 * Nothing is stored for the others; they are computed when asked for, however far away.
 *
 * <p>Occurrences are ordered by their start, then by their original moment. A moment in a question must be of the series'
 * kind; where that is zoned or UTC, either may ask. Immutable and safe for use from many threads.
 */
public final class Series implements Piece {
    private final Definition definition;
    private final Candidates candidates;
    private final Deviations deviations;

    Series(Definition definition, Collection<? extends Deviation> deviations) {
        this.definition = definition;
        this.candidates = definition.candidates();
        this.deviations = new Deviations(definition, candidates, deviations);
    }

    /**
     * A series of occurrences without length and fields. The single dates of the recurrence become additions and exclusions; a rule
     * in a form that RFC 5545 can say becomes the rule of RFC 5545.
     *
     * @throws IllegalArgumentException when it has not exactly one rule
     */
    public static Series of(Recurrence recurrence) {
        Definition definition = Definition.of(recurrence);
        return new Series(definition, AddedAndExcluded.of(recurrence, definition.recurrence()));
    }

    /** A series of a rule from a start on, with the default policies. */
    public static Series of(Moment start, Rule rule) {
        return of(Recurrence.of(start, rule));
    }

    /** The same series with occurrences of another length, where they have none of their own. */
    public Series lasting(Length length) {
        return new Series(definition.withLength(length), all());
    }

    /** The same series with other fields. */
    public Series withFields(Map<String, String> fields) {
        return new Series(definition.withFields(fields), all());
    }

    /** The same series with its occurrences shifted off free days; the original moments stay the unshifted ones. */
    public Series shifted(Shift shift, Meeting meeting) {
        return new Series(definition.withShifting(new Shifting(shift, meeting)), all());
    }

    /**
     * The same series with these deviations beside those it has. Where two have the same original moment an exclusion goes before
     * a change and a change before an addition; of two of a kind the later one is taken.
     *
     * @throws IllegalArgumentException when a moment cannot be compared with those of the series, or a length has seconds and the
     *     series is of dates
     */
    public Series with(Collection<? extends Deviation> more) {
        List<Deviation> together = new ArrayList<>(all());
        together.addAll(more);
        return new Series(definition, together);
    }

    /** The same series with nothing changed by hand about that moment. */
    Series without(long original) {
        List<Deviation> others = new ArrayList<>(all());
        others.removeIf(deviation -> definition.second(deviation.original()) == original);
        return new Series(definition, others);
    }

    /** The same series with one occurrence changed by hand. */
    Series changed(Occurrence chosen, Changes changes) {
        long original = definition.second(chosen.original());
        Changes all = deviations.changes(original).and(changes);
        Deviation deviation = chosen.origin() == Occurrence.Origin.ADDED
                ? new Deviation.Added(chosen.original(), all)
                : new Deviation.Changed(chosen.original(), all);
        return without(original).with(List.of(deviation));
    }

    /**
     * The series as it takes place in a zone: floating times are read there, and dates are days there. A series with a zone or in UTC
     * keeps its instants.
     */
    public Series inZone(ZoneId zone) {
        if (!(start() instanceof Moment.Floating) && !(start() instanceof Moment.DateOnly)) {
            return this;
        }
        return new Series(
                definition.inZone(zone),
                all().stream()
                        .map(deviation -> Deviations.inZone(deviation, zone))
                        .toList());
    }

    /** What can be done to the series. */
    public SeriesEditor edit() {
        return new SeriesEditor(this);
    }

    /**
     * Puts together what a split has cut: the series that gives exactly the two when it is split where the second begins. Empty
     * where there is none, because one of the two was changed since or does not follow the other.
     */
    public static Optional<Series> join(Series before, Series after) {
        return Cut.join(before, after);
    }

    /** The rule. */
    public Rule rule() {
        return definition.rule();
    }

    /** The moment that the rule is counted from (DTSTART); an occurrence only where the rule makes it one. */
    public Moment start() {
        return definition.start();
    }

    /** The rule from the start on, with its policies and without what was changed by hand. */
    public Recurrence recurrence() {
        return definition.recurrence();
    }

    /** How long an occurrence takes that has no length of its own. */
    public Length length() {
        return definition.length();
    }

    /** How it keeps off free days; empty where it does not. */
    public Optional<Shifting> shifting() {
        return definition.shifting();
    }

    /** The fields of an occurrence that has none of its own. */
    public Map<String, String> fields() {
        return definition.fields();
    }

    /** What was changed by hand, by original moment. */
    public List<Deviation> deviations() {
        return all();
    }

    /** Those of the {@link #deviations()} whose original moment the rule does not give: exclusions of nothing, and changes that take place beside the rule. */
    public List<Deviation> strays() {
        return deviations.strays();
    }

    /** The occurrence that a moment names; empty where there is none or it is excluded. */
    @Override
    public Optional<Occurrence> occurrence(Moment original) {
        return named(definition.second(original)).map(this::occurrence);
    }

    /** The first occurrence. */
    public Optional<Occurrence> first() {
        return after(Slot.before(Sequence.MIN)).map(this::occurrence);
    }

    /** The last occurrence; empty for a series that has none or goes on for ever. */
    public Optional<Occurrence> last() {
        return isEndless()
                ? Optional.empty()
                : before(new Slot(Long.MAX_VALUE, Long.MAX_VALUE)).map(this::occurrence);
    }

    /** The first occurrence that begins after the moment. */
    public Optional<Occurrence> next(Moment after) {
        return after(new Slot(definition.second(after), Long.MAX_VALUE)).map(this::occurrence);
    }

    /** The last occurrence that begins before the moment. */
    public Optional<Occurrence> previous(Moment before) {
        return before(Slot.before(definition.second(before))).map(this::occurrence);
    }

    /** The occurrences that begin at the moment or later, in order; without end where the series is. */
    public Stream<Occurrence> from(Moment startInclusive) {
        return slotsFrom(definition.second(startInclusive)).map(this::occurrence);
    }

    /** All occurrences in order; without end where the series is. */
    @Override
    public Stream<Occurrence> occurrences() {
        return slotsFrom(Sequence.MIN).map(this::occurrence);
    }

    /** The occurrences that begin within the range, in order. */
    public List<Occurrence> between(Moment startInclusive, Moment endExclusive) {
        long end = definition.second(endExclusive);
        return slotsFrom(definition.second(startInclusive))
                .takeWhile(slot -> slot.start() < end)
                .map(this::occurrence)
                .toList();
    }

    /** How many occurrences begin within the range. */
    public long count(Moment startInclusive, Moment endExclusive) {
        long start = definition.second(startInclusive);
        return Math.max(0, countBefore(definition.second(endExclusive)) - countBefore(start));
    }

    /** How many occurrences there are; empty for a series without end. */
    @Override
    public OptionalLong size() {
        return isEndless() ? OptionalLong.empty() : OptionalLong.of(countBefore(Long.MAX_VALUE));
    }

    /** Whether it is the calendar alone that ends it. */
    public boolean isEndless() {
        return candidates.isEndless();
    }

    /** The occurrence that the slot stands for. */
    Occurrence occurrence(Slot slot) {
        return deviations.occurrence(slot);
    }

    Optional<Slot> named(long original) {
        return deviations.slot(original).or(() -> regular(original));
    }

    Optional<Slot> after(Slot slot) {
        Optional<Slot> regular = candidates.after(slot);
        while (regular.isPresent() && deviations.replaces(regular.get())) {
            regular = candidates.after(regular.get());
        }
        return earlier(regular, deviations.after(slot));
    }

    Optional<Slot> before(Slot slot) {
        Optional<Slot> regular = candidates.before(slot);
        while (regular.isPresent() && deviations.replaces(regular.get())) {
            regular = candidates.before(regular.get());
        }
        Optional<Slot> placed = deviations.before(slot);
        return earlier(regular, placed).equals(regular) && placed.isPresent() ? placed : regular.or(() -> placed);
    }

    long countBefore(long start) {
        return candidates.countBefore(start) - deviations.replacedBefore(start) + deviations.placedBefore(start);
    }

    Definition definition() {
        return definition;
    }

    Candidates candidates() {
        return candidates;
    }

    Deviations index() {
        return deviations;
    }

    private Optional<Slot> regular(long original) {
        return candidates.named(original).filter(slot -> !deviations.replaces(slot));
    }

    private Stream<Slot> slotsFrom(long start) {
        return Stream.iterate(after(Slot.before(start)), Optional::isPresent, slot -> after(slot.get()))
                .map(Optional::get);
    }

    private static Optional<Slot> earlier(Optional<Slot> one, Optional<Slot> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().compareTo(other.get()) <= 0 ? one : other;
    }

    private List<Deviation> all() {
        return deviations.all();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series && definition.equals(series.definition) && all().equals(series.all());
    }

    @Override
    public int hashCode() {
        return Objects.hash(definition, all());
    }

    @Override
    public String toString() {
        return definition.rule() + " from " + definition.start() + ", " + all();
    }
}
