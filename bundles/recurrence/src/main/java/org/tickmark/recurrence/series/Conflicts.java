package org.tickmark.recurrence.series;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.series.ConflictVerdict.Proof;
import org.tickmark.recurrence.series.Sweep.Pair;

/**
 * Where two series, also such without end, take place at the same time. Occurrences conflict when they share a second; one
 * that ends when the other begins does not. Immutable and safe for use from many threads.
 */
public final class Conflicts {
    private static final int FEW_SPANS = 1_000;

    private final Series one;
    private final Series other;
    private final Track track;
    private final Track otherTrack;

    private Conflicts(Series one, Series other) {
        this.one = one;
        this.other = other;
        this.track = new Track(one);
        this.otherTrack = new Track(other);
    }

    /**
     * The conflicts of two series.
     *
     * @throws IllegalArgumentException when their moments cannot be compared; {@link Series#inZone} makes floating times and dates
     *     comparable with instants
     */
    public static Conflicts between(Series one, Series other) {
        one.definition().second(other.start());
        return new Conflicts(one, other);
    }

    /** The first conflict, or why there is none. */
    public ConflictVerdict verdict() {
        Search search = new Search(Sequence.MIN);
        Optional<Pair> first = search.first();
        return first.isPresent()
                ? new ConflictVerdict.Found(conflict(first.get()))
                : new ConflictVerdict.Never(search.proof());
    }

    /** The first conflict that is not over at the moment. */
    public Optional<Conflict> first(Moment from) {
        return new Search(one.definition().second(from)).first().map(this::conflict);
    }

    /**
     * All conflicts that take place, in part at least, within the range, by where they begin. They are found as the stream is read:
     * the first few of a range with many cost little.
     */
    public Stream<Conflict> between(Moment startInclusive, Moment endExclusive) {
        return pairs(startInclusive, endExclusive).map(this::conflict);
    }

    /**
     * The smallest set of single occurrences within the range whose move clears its conflicts, and where each of them may go.
     *
     * @param movable which series may be moved
     * @param days how many days, at most, an occurrence is moved; it keeps its time of day
     * @param allowed where an occurrence may be moved to
     */
    public MovePlan clear(
            Moment startInclusive, Moment endExclusive, Movable movable, int days, Predicate<Moment> allowed) {
        List<Pair> pairs = pairs(startInclusive, endExclusive).toList();
        return new Clearing(this, pairs, movable, days, allowed).plan();
    }

    Series one() {
        return one;
    }

    Series other() {
        return other;
    }

    Conflict conflict(Pair pair) {
        return new Conflict(
                one.occurrence(pair.one().slot()),
                other.occurrence(pair.other().slot()),
                one.definition().at(pair.start()),
                one.definition().at(pair.end()));
    }

    private Stream<Pair> pairs(Moment startInclusive, Moment endExclusive) {
        long start = one.definition().second(startInclusive);
        long end = one.definition().second(endExclusive);
        return StreamSupport.stream(new ByTime(track, otherTrack, start, end), false);
    }

    private static Stream<Span> facing(Track track, Span span) {
        return track.within(span.start(), span.end()).stream();
    }

    /** A search from one second on. */
    private final class Search {
        private final long from;
        private Proof proof;

        Search(long from) {
            this.from = from;
        }

        Optional<Pair> first() {
            return Stream.concat(ofRules().stream(), byHand()).min(ByTime.BY_START);
        }

        Proof proof() {
            return one.first().isEmpty() || other.first().isEmpty() ? Proof.ONE_IS_EMPTY : proof;
        }

        /** What was changed by hand is compared with everything. */
        private Stream<Pair> byHand() {
            Stream<Pair> ofOne = track.placed().stream()
                    .flatMap(span -> facing(otherTrack, span).map(facing -> new Pair(span, facing)));
            Stream<Pair> ofOther = otherTrack.placed().stream()
                    .flatMap(span -> facing(track, span).map(facing -> new Pair(facing, span)));
            return Stream.concat(ofOne, ofOther).filter(pair -> pair.end() > from);
        }

        /**
         * The first pair. Where one series ends, its dates are gone through; where those are many, or neither ends, only the ranges
         * where the rules may meet. What was changed by hand may be among what is found.
         */
        private Optional<Pair> ofRules() {
            if (one.isEndless() && other.isEndless()) {
                return inRanges(from);
            }
            Sweep sweep = new Sweep(track, otherTrack, from);
            Optional<Pair> found = sweep.next(Long.MAX_VALUE, FEW_SPANS);
            return found.isPresent() || isDone(sweep) ? found : inRanges(sweep.position());
        }

        private Optional<Pair> inRanges(long begin) {
            Outlook outlook = Outlook.of(one, other, from);
            Optional<Outlook.Range> range = outlook.next(begin);
            while (range.isPresent()) {
                Sweep sweep = new Sweep(track, otherTrack, range.get().start());
                Optional<Pair> found = sweep.next(range.get().end());
                if (found.isPresent() || isDone(sweep)) {
                    return found;
                }
                range = outlook.next(range.get().end());
            }
            proof = outlook.proof();
            return Optional.empty();
        }

        private boolean isDone(Sweep sweep) {
            if (sweep.isDone()) {
                proof = one.isEndless() && other.isEndless() ? Proof.WHOLE_RANGE : Proof.ALL_COMPARED;
            }
            return sweep.isDone();
        }
    }
}
