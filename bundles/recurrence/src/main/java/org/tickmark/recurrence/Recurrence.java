package org.tickmark.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules, single dates and a zone, put to a start and compiled: the one form in which every recurrence is evaluated.
 *
 * <p>It is a {@link Sequence} of the seconds of its occurrences: since 1970-01-01T00:00:00Z if the start is zoned or in UTC,
 * of the wall clock if it is floating or a date (then of midnights). Beside that it answers in moments, and in instants for a
 * start that is zoned or in UTC. A moment of a kind that the start cannot be compared with is refused with an
 * {@link IllegalArgumentException}.
 *
 * <p>Occurrences are those of the rules, each with its own end, and the added dates, without the excluded ones; equal instants
 * are one. The start is an occurrence only where a rule or an added date makes it one. Immutable and safe for use from many
 * threads.
 *
 * <p>Source: RFC 5545 sections 3.8.5.1 to 3.8.5.3. Doubtful points: {@code INTERPRETATION.md}.
 */
public final class Recurrence implements Sequence {
    private final RecurrenceBuilder definition;
    private final Moment start;
    private final Sequence sequence;

    Recurrence(RecurrenceBuilder definition, Sequence sequence) {
        this.definition = definition;
        this.start = definition.start();
        this.sequence = sequence;
    }

    /**
     * A rule put to a start, with the default policies.
     *
     * @throws IllegalArgumentException if the rule cannot have such a start, or its end cannot be compared with it
     */
    public static Recurrence of(Moment start, Rule rule) {
        return startingAt(start).rule(rule).compiled();
    }

    /** A recurrence from a start on, to be completed. */
    public static RecurrenceBuilder startingAt(Moment start) {
        return new RecurrenceBuilder(start);
    }

    /** A builder that holds what this recurrence was made of, to make another from it. */
    public RecurrenceBuilder toBuilder() {
        return definition.copy();
    }

    /** The same recurrence compiled anew: after the data of its zone changed. */
    public Recurrence recompile() {
        return definition.copy().compile();
    }

    /** Where it starts; the kind of all its moments. */
    public Moment start() {
        return start;
    }

    /** The rules it was made of. */
    public List<Rule> rules() {
        return definition.rules();
    }

    /** The single dates that were added. */
    public Set<Moment> added() {
        return definition.added();
    }

    /** The single dates that were excluded. */
    public Set<Moment> excluded() {
        return definition.excluded();
    }

    /** What becomes of wall-clock times that the zone leaves out. */
    public GapPolicy gapPolicy() {
        return definition.gapPolicy();
    }

    /** Which instant a wall-clock time means that the zone has twice. */
    public OverlapPolicy overlapPolicy() {
        return definition.overlapPolicy();
    }

    /** How far it goes. */
    public Extent extent() {
        return first() == NONE ? Extent.EMPTY : isEndless() ? Extent.ENDLESS : Extent.FINITE;
    }

    /** What in its parts does not go together by the standards, and was read all the same. */
    public Set<Notice> notices() {
        return Notice.of(this);
    }

    @Override
    public long next(long atOrAfter) {
        return sequence.next(atOrAfter);
    }

    @Override
    public long previous(long atOrBefore) {
        return sequence.previous(atOrBefore);
    }

    @Override
    public long countBefore(long second) {
        return sequence.countBefore(second);
    }

    @Override
    public long nth(long index) {
        return sequence.nth(index);
    }

    @Override
    public boolean isEndless() {
        return sequence.isEndless();
    }

    /** The first occurrence after a moment. */
    public Optional<Moment> next(Moment after) {
        return optional(sequence.next(second(after) + 1));
    }

    /** The last occurrence before a moment. */
    public Optional<Moment> previous(Moment before) {
        return optional(sequence.previous(second(before) - 1));
    }

    /** Whether there is an occurrence at a moment. */
    public boolean matches(Moment moment) {
        return sequence.contains(second(moment));
    }

    /** How many occurrences there are between two moments. */
    public long count(Moment fromInclusive, Moment toExclusive) {
        long from = second(fromInclusive);
        return sequence.countBefore(Math.max(from, second(toExclusive))) - sequence.countBefore(from);
    }

    /** The occurrence with a number, counted from 1. */
    public Optional<Moment> occurrence(long number) {
        return number < 1 ? Optional.empty() : optional(sequence.nth(number - 1));
    }

    /** The first occurrence. */
    public Optional<Moment> firstOccurrence() {
        return optional(sequence.first());
    }

    /** The last occurrence; none where it goes on for ever. */
    public Optional<Moment> lastOccurrence() {
        return isEndless() ? Optional.empty() : optional(sequence.last());
    }

    /** The occurrences from a moment on, in order. Each is found from the one before it. */
    public Stream<Moment> from(Moment inclusive) {
        return Stream.iterate(
                        optional(sequence.next(second(inclusive))),
                        Optional::isPresent,
                        last -> optional(sequence.next(second(last.orElseThrow()) + 1)))
                .map(Optional::orElseThrow);
    }

    /** The occurrences from a moment back, in descending order. Each is found from the one after it. */
    public Stream<Moment> backFrom(Moment inclusive) {
        return Stream.iterate(
                        optional(sequence.previous(second(inclusive))),
                        Optional::isPresent,
                        last -> optional(sequence.previous(second(last.orElseThrow()) - 1)))
                .map(Optional::orElseThrow);
    }

    /** All occurrences in order; without end if it is {@link Extent#ENDLESS}, up to the year 9999. */
    public Stream<Moment> occurrences() {
        return firstOccurrence().stream().flatMap(this::from);
    }

    /** The first occurrence after an instant; for a start that is zoned or in UTC. */
    public Optional<Instant> next(Instant after) {
        return instant(sequence.next(instantSecond(after) + 1));
    }

    /** The last occurrence before an instant; for a start that is zoned or in UTC. */
    public Optional<Instant> previous(Instant before) {
        long second = instantSecond(before);
        boolean isWhole = before.equals(before.truncatedTo(ChronoUnit.SECONDS));
        return instant(sequence.previous(isWhole ? second - 1 : second));
    }

    /** The first occurrence at or after a day since 1970-01-01, or {@link #NONE}; for a start that is a date. */
    public long nextEpochDay(long atOrAfter) {
        return epochDay(sequence.next(secondOfDay(atOrAfter)));
    }

    /** The last occurrence at or before a day since 1970-01-01, or {@link #NONE}; for a start that is a date. */
    public long previousEpochDay(long atOrBefore) {
        return epochDay(sequence.previous(secondOfDay(atOrBefore)));
    }

    /**
     * The second of a moment on the line of this recurrence.
     *
     * @throws IllegalArgumentException if the moment is of a kind that the start cannot be compared with
     */
    public long second(Moment moment) {
        return Kinds.comparable(start, moment).lineSecond();
    }

    /** The moment, of the start's kind, at a second of this recurrence's line. */
    public Moment moment(long second) {
        if (start instanceof Moment.Zoned zoned) {
            return Moment.of(Instant.ofEpochSecond(second), zoned.zone());
        }
        if (start instanceof Moment.Utc) {
            return Moment.of(Instant.ofEpochSecond(second));
        }
        return start instanceof Moment.DateOnly
                ? Moment.of(LocalDate.ofEpochDay(epochDay(second)))
                : Moment.of(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
    }

    private Optional<Moment> optional(long second) {
        return second == NONE ? Optional.empty() : Optional.of(moment(second));
    }

    private static Optional<Instant> instant(long second) {
        return second == NONE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
    }

    private long instantSecond(Instant instant) {
        if (start instanceof Moment.DateOnly || start instanceof Moment.Floating) {
            throw new IllegalArgumentException("Instant " + instant + " and the start " + start
                    + ": a date and a floating time have no instant; ask with a moment of the start's kind");
        }
        return instant.getEpochSecond();
    }

    private long secondOfDay(long epochDay) {
        if (!(start instanceof Moment.DateOnly)) {
            throw new IllegalArgumentException("Day " + epochDay + " and the start " + start
                    + ", which has a time of day: ask with a moment of the start's kind");
        }
        return Math.multiplyExact(epochDay, 86_400L);
    }

    private static long epochDay(long second) {
        return second == NONE ? NONE : Math.floorDiv(second, 86_400L);
    }
}
