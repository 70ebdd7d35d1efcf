package org.tickmark.recurrence.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The offsets of a zone on plain longs. Its transitions cut the line of instants into segments, numbered from 0; segment i
 * ends with transition i.
 *
 * <p>Transitions that follow a rule for ever are kept for 400 years and repeat from there on. Immutable.
 */
final class ZoneTable {
    private static final long CYCLE_SECONDS = (long) Civil.CYCLE_DAYS * Civil.DAY;
    /** Buckets of 2^24 seconds, about 194 days, hold two transitions at most, but for a few of long ago. */
    private static final int BUCKET_BITS = 24;

    private static final Map<ZoneId, ZoneTable> CACHE = new ConcurrentHashMap<>();

    private final ZoneRules rules;
    private final long[] at;
    private final int[] offsets;
    /** How many of the transitions repeat every 400 years: the last ones of the table. */
    private final int repeating;

    private final int[] buckets;

    private ZoneTable(ZoneRules rules, List<ZoneOffsetTransition> transitions, int repeating) {
        this.rules = rules;
        this.repeating = repeating;
        at = new long[transitions.size()];
        offsets = new int[at.length + 1];
        offsets[0] = rules.getOffset(Instant.MIN).getTotalSeconds();
        for (int i = 0; i < at.length; i++) {
            at[i] = transitions.get(i).toEpochSecond();
            offsets[i + 1] = transitions.get(i).getOffsetAfter().getTotalSeconds();
        }
        buckets = buckets();
    }

    private int[] buckets() {
        if (at.length == 0) {
            return new int[0];
        }
        int[] firsts = new int[(int) ((at[at.length - 1] - at[0]) >> BUCKET_BITS) + 1];
        for (int bucket = 0; bucket < firsts.length; bucket++) {
            firsts[bucket] = Longs.countBefore(at, at.length, at[0] + ((long) bucket << BUCKET_BITS));
        }
        return firsts;
    }

    /** The table of a zone as the zone is known now. */
    static ZoneTable of(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset()) {
            return build(rules);
        }
        ZoneTable known = CACHE.get(zone);
        if (known != null && known.rules.equals(rules)) {
            return known;
        }
        ZoneTable table = build(rules);
        CACHE.put(zone, table);
        return table;
    }

    private static ZoneTable build(ZoneRules rules) {
        List<ZoneOffsetTransition> transitions = new ArrayList<>(rules.getTransitions());
        int perYear = rules.getTransitionRules().size();
        if (perYear == 0) {
            return new ZoneTable(rules, transitions, 0);
        }
        Instant last = transitions.isEmpty()
                ? LocalDate.of(0, 1, 1).atStartOfDay().toInstant(rules.getOffset(Instant.MIN))
                : transitions.get(transitions.size() - 1).getInstant();
        int lastYear = LocalDate.ofInstant(last, rules.getOffset(last)).getYear();
        int repeating = perYear * Civil.CYCLE_YEARS;
        int inCycle = 0;
        for (var next = rules.nextTransition(last);
                inCycle < repeating;
                next = rules.nextTransition(next.getInstant())) {
            transitions.add(next);
            if (next.getDateTimeBefore().getYear() > lastYear) {
                inCycle++;
            }
        }
        return new ZoneTable(rules, transitions, repeating);
    }

    /** The segment that holds an instant; a transition's own instant is in the segment after it. */
    int segmentOf(long instant) {
        if (at.length == 0 || instant < at[0]) {
            return 0;
        }
        if (repeating == 0 || instant < at[at.length - 1]) {
            return segmentInTable(instant);
        }
        long cycleStart = at[at.length - repeating];
        long cycles = (instant - cycleStart) / CYCLE_SECONDS;
        return segmentInTable(instant - cycles * CYCLE_SECONDS) + (int) cycles * repeating;
    }

    private int segmentInTable(long instant) {
        int bucket = (int) Math.min((instant - at[0]) >> BUCKET_BITS, buckets.length - 1);
        int segment = buckets[bucket];
        while (segment < at.length && at[segment] <= instant) {
            segment++;
        }
        return segment;
    }

    /** Whether a transition ends the segment. */
    boolean hasEnd(int segment) {
        return repeating > 0 || segment < at.length;
    }

    /** The instant at which the segment ends, or {@link Long#MAX_VALUE}. */
    long end(int segment) {
        if (segment < at.length) {
            return at[segment];
        }
        if (repeating == 0) {
            return Long.MAX_VALUE;
        }
        int cycles = (segment - (at.length - repeating)) / repeating;
        return at[segment - cycles * repeating] + cycles * CYCLE_SECONDS;
    }

    /** The instant at which the segment begins, or {@link Long#MIN_VALUE} for the first. */
    long start(int segment) {
        return segment == 0 ? Long.MIN_VALUE : end(segment - 1);
    }

    /** What the wall clock is ahead of UTC in the segment, in seconds. */
    int offset(int segment) {
        if (segment < offsets.length) {
            return offsets[segment];
        }
        if (repeating == 0) {
            return offsets[offsets.length - 1];
        }
        int cycles = (segment - (offsets.length - repeating)) / repeating;
        return offsets[segment - cycles * repeating];
    }

    /** By how much the wall clock jumps forward at the segment's start: a gap; negative for an overlap. */
    int jumpAtStart(int segment) {
        return segment == 0 ? 0 : offset(segment) - offset(segment - 1);
    }
}
