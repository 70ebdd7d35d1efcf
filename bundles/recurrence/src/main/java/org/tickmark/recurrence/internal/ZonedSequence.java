package org.tickmark.recurrence.internal;

import java.time.ZoneId;
import java.util.Arrays;
import org.tickmark.recurrence.GapPolicy;
import org.tickmark.recurrence.OverlapPolicy;
import org.tickmark.recurrence.Sequence;

/**
 * The instants of a wall-clock sequence in a zone. A segment between two transitions has one offset, so there an instant is an
 * element where the wall clock's second is one; only in the stretch after a gap or around an overlap do the policies add or
 * leave out some. Instants that coincide are one.
 */
public final class ZonedSequence implements Sequence {
    /** More than two offsets can differ by. */
    private static final long FAR = 2 * 18 * 3600L;

    private final Sequence wallClock;
    private final ZoneTable zone;
    private final GapPolicy gaps;
    private final OverlapPolicy overlaps;
    /** Made when first needed; longer ones replace it. */
    private volatile Counts counts;

    private ZonedSequence(Sequence wallClock, ZoneTable zone, GapPolicy gaps, OverlapPolicy overlaps) {
        this.wallClock = wallClock;
        this.zone = zone;
        this.gaps = gaps;
        this.overlaps = overlaps;
    }

    /** The instants that the policies make of the wall-clock seconds in a zone. */
    public static Sequence of(Sequence wallClock, ZoneId zone, GapPolicy gaps, OverlapPolicy overlaps) {
        ZoneTable table = ZoneTable.of(zone);
        boolean isUtc = !table.hasEnd(0) && table.offset(0) == 0;
        return isUtc ? wallClock : new ZonedSequence(wallClock, table, gaps, overlaps);
    }

    /** Whether an instant is the later one of an overlap: its wall-clock time was there before. */
    public static boolean isRepeated(ZoneId zone, long instant) {
        ZoneTable table = ZoneTable.of(zone);
        int segment = table.segmentOf(instant);
        int jump = table.jumpAtStart(segment);
        return jump < 0 && instant - table.start(segment) < -jump;
    }

    @Override
    public long next(long atOrAfter) {
        long from = Math.max(atOrAfter, MIN);
        int segment = zone.segmentOf(Math.min(from, MAX));
        long plain = nextFarFromTransitions(segment, from);
        if (plain != NONE) {
            return plain;
        }
        while (from <= MAX) {
            long end = zone.end(segment);
            long hit = nextInSegment(segment, from);
            if (hit < end && hit <= MAX) {
                return hit;
            }
            boolean repeats =
                    overlaps != OverlapPolicy.FIRST && zone.hasEnd(segment) && zone.jumpAtStart(segment + 1) < 0;
            if (hit > MAX && !repeats) {
                return NONE;
            }
            segment = repeats ? segment + 1 : Math.max(segment + 1, zone.segmentOf(hit - FAR));
            from = zone.start(segment);
        }
        return NONE;
    }

    /** The next element where both it and the instant asked about are so far from every transition that no policy matters. */
    private long nextFarFromTransitions(int segment, long from) {
        long hit = isNearTransition(segment, from) ? NONE : wallClock.next(from + zone.offset(segment));
        if (hit == NONE) {
            return NONE;
        }
        long instant = hit - zone.offset(segment);
        int segmentOfHit = instant < zone.end(segment) ? segment : zone.segmentOf(instant);
        instant = hit - zone.offset(segmentOfHit);
        return instant > MAX || isNearTransition(segmentOfHit, instant) ? NONE : instant;
    }

    private boolean isNearTransition(int segment, long instant) {
        return instant < zone.start(segment) + FAR || instant > zone.end(segment) - FAR;
    }

    /**
     * The first element from an instant of the segment on, as if the segment had no end: where it is at or after the end, there
     * is none before it. {@link Long#MAX_VALUE} if there is none at all.
     */
    private long nextInSegment(int segment, long from) {
        int jump = zone.jumpAtStart(segment);
        long start = zone.start(segment);
        if (jump > 0 && from - start < jump && gaps != GapPolicy.SKIP) {
            return nextAfterGap(segment, from);
        }
        if (jump < 0 && overlaps == OverlapPolicy.FIRST && from - start < -jump) {
            return nextPlain(segment, start - jump);
        }
        return nextPlain(segment, from);
    }

    private long nextPlain(int segment, long from) {
        int offset = zone.offset(segment);
        long hit = wallClock.next(from + offset);
        if (hit == NONE) {
            return Long.MAX_VALUE;
        }
        long instant = hit - offset;
        return overlaps == OverlapPolicy.SECOND && instant >= endOfSingle(segment)
                ? Math.max(instant, zone.end(segment))
                : instant;
    }

    private long nextAfterGap(int segment, long from) {
        long plain = nextPlain(segment, from);
        int offset = zone.offset(segment);
        int offsetBefore = zone.offset(segment - 1);
        long start = zone.start(segment);
        if (gaps == GapPolicy.FIRST_VALID) {
            return from == start && countBetween(start + offsetBefore, start + offset) > 0 ? start : plain;
        }
        long left = wallClock.next(from + offsetBefore);
        return left == NONE || left >= start + offset ? plain : Math.min(plain, left - offsetBefore);
    }

    @Override
    public long previous(long atOrBefore) {
        long from = Math.min(atOrBefore, MAX);
        int segment = zone.segmentOf(Math.max(from, MIN));
        while (from >= MIN) {
            long start = zone.start(segment);
            long hit = previousInSegment(segment, from);
            if (hit >= start && hit >= MIN) {
                return hit;
            }
            if (segment == 0 || (hit == Long.MIN_VALUE && wallClock.previous(start + FAR) == NONE)) {
                return NONE;
            }
            boolean repeated = zone.jumpAtStart(segment) < 0;
            segment = repeated || hit < MIN ? segment - 1 : Math.min(segment - 1, zone.segmentOf(hit + FAR));
            from = zone.end(segment) - 1;
        }
        return NONE;
    }

    /**
     * The last element up to an instant of the segment, as if the segment had no start: where it is before the start, there is
     * none after it. {@link Long#MIN_VALUE} if there is none at all.
     */
    private long previousInSegment(int segment, long from) {
        int jump = zone.jumpAtStart(segment);
        long start = zone.start(segment);
        long to = overlaps == OverlapPolicy.SECOND ? Math.min(from, endOfSingle(segment) - 1) : from;
        int offset = zone.offset(segment);
        long hit = wallClock.previous(to + offset);
        long plain = hit == NONE ? Long.MIN_VALUE : hit - offset;
        if (jump > 0 && gaps != GapPolicy.SKIP) {
            return Math.max(plain, lastInGap(segment, to));
        }
        return jump < 0 && overlaps == OverlapPolicy.FIRST && plain < start - jump ? Math.min(plain, start - 1) : plain;
    }

    /** The last instant up to the given one that the gap before the segment makes, or {@link Long#MIN_VALUE}. */
    private long lastInGap(int segment, long to) {
        long start = zone.start(segment);
        int offsetBefore = zone.offset(segment - 1);
        long endOfGap = start + zone.offset(segment);
        if (gaps == GapPolicy.FIRST_VALID) {
            return to >= start && countBetween(start + offsetBefore, endOfGap) > 0 ? start : Long.MIN_VALUE;
        }
        long left = wallClock.previous(Math.min(to + offsetBefore, endOfGap - 1));
        return left == NONE || left < start + offsetBefore ? Long.MIN_VALUE : left - offsetBefore;
    }

    /** Where the seconds begin that the next transition repeats, if it is an overlap; else the segment's end. */
    private long endOfSingle(int segment) {
        long end = zone.end(segment);
        return zone.hasEnd(segment) ? end + Math.min(0, zone.jumpAtStart(segment + 1)) : end;
    }

    @Override
    public long countBefore(long second) {
        long until = Math.min(second, MAX + 1);
        int segment = until <= MIN ? 0 : zone.segmentOf(until);
        Counts known = counts(0);
        if (segment < known.firstSegment) {
            return 0;
        }
        int index = Math.min(segment - known.firstSegment, known.segments);
        long counted = counts(index).before[index];
        return index == known.segments ? counted : counted + countInSegment(segment, until);
    }

    @Override
    public long nth(long index) {
        if (index < 0) {
            return NONE;
        }
        Counts known = counts(0);
        while (known.counted() <= index) {
            if (known.segments < known.before.length) {
                return NONE;
            }
            known = counts(known.before.length);
        }
        int place = Longs.countBefore(known.before, known.before.length, index + 1) - 1;
        return nthInSegment(known.firstSegment + place, index - known.before[place]);
    }

    private long nthInSegment(int segment, long index) {
        long start = zone.start(segment);
        long plainFrom = start < MIN ? MIN : start + Math.abs(zone.jumpAtStart(segment));
        long special = start < MIN ? 0 : countInSegment(segment, plainFrom);
        if (index < special) {
            long hit = next(start);
            for (long i = 0; i < index; i++) {
                hit = next(hit + 1);
            }
            return hit;
        }
        int offset = zone.offset(segment);
        long hit = wallClock.nth(wallClock.countBefore(plainFrom + offset) + index - special) - offset;
        return hit > MAX ? NONE : hit;
    }

    /** Counts that reach at least to the segment with an index. Racing threads make equal ones. */
    private Counts counts(int index) {
        Counts known = counts;
        if (known == null) {
            known = noCounts();
        } else if (index < known.before.length) {
            return known;
        }
        int length = known.before.length;
        long[] before =
                Arrays.copyOf(known.before, Math.min(known.segments + 1, Math.max(index + 1, length + length / 2)));
        for (int i = length; i < before.length; i++) {
            int segment = known.firstSegment + i - 1;
            before[i] = before[i - 1] + countInSegment(segment, Math.min(zone.end(segment), MAX + 1));
        }
        Counts longer = new Counts(known.firstSegment, known.segments, before);
        counts = longer;
        return longer;
    }

    private Counts noCounts() {
        long first = wallClock.first();
        if (first == NONE) {
            return new Counts(0, 0, new long[1]);
        }
        long last = wallClock.isEndless() ? MAX : wallClock.last();
        int firstSegment = zone.segmentOf(first - FAR);
        int lastSegment = zone.segmentOf(Math.min(last + FAR, MAX));
        return new Counts(firstSegment, lastSegment - firstSegment + 1, new long[1]);
    }

    /** How many elements the segment has before one of its instants, or before its end. */
    private long countInSegment(int segment, long until) {
        long start = Math.max(zone.start(segment), MIN);
        int jump = zone.jumpAtStart(segment);
        long to = overlaps == OverlapPolicy.SECOND ? Math.min(until, endOfSingle(segment)) : until;
        if (jump < 0 && overlaps == OverlapPolicy.FIRST) {
            start -= jump;
        }
        int offset = zone.offset(segment);
        long count = to <= start ? 0 : countBetween(start + offset, to + offset);
        return jump > 0 && to > start ? count + countOfGap(segment, to) : count;
    }

    /** How many instants before the given one the gap before the segment adds. */
    private long countOfGap(int segment, long until) {
        long start = zone.start(segment);
        long from = start + zone.offset(segment - 1);
        long endOfGap = start + zone.offset(segment);
        return switch (gaps) {
            case SKIP -> 0;
            case FIRST_VALID -> countBetween(from, endOfGap) > 0 && !wallClock.contains(endOfGap) ? 1 : 0;
            case SHIFT -> countShifted(from, Math.min(endOfGap, until + zone.offset(segment - 1)), endOfGap - from);
        };
    }

    /** The seconds of a gap that do not coincide, once shifted, with others. */
    private long countShifted(long from, long to, long jump) {
        long count = countBetween(from, to);
        if (count == 0 || countBetween(from + jump, to + jump) == 0) {
            return count;
        }
        for (long hit = wallClock.next(from); hit != NONE && hit < to; hit = wallClock.next(hit + 1)) {
            if (wallClock.contains(hit + jump)) {
                count--;
            }
        }
        return count;
    }

    private long countBetween(long fromInclusive, long toExclusive) {
        return wallClock.countBefore(toExclusive) - wallClock.countBefore(fromInclusive);
    }

    @Override
    public boolean isEndless() {
        return wallClock.isEndless();
    }

    /** How many elements there are before each segment that may hold some, as far as it was asked. */
    private static final class Counts {
        /** The first of these segments; index 0. */
        final int firstSegment;
        /** How many they are. */
        final int segments;
        /** By index; after the last segment there is one more. */
        final long[] before;

        Counts(int firstSegment, int segments, long[] before) {
            this.firstSegment = firstSegment;
            this.segments = segments;
            this.before = before;
        }

        long counted() {
            return before[before.length - 1];
        }
    }
}
