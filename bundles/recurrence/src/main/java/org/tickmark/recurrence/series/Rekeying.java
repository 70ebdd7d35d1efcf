package org.tickmark.recurrence.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Sequence;

/**
 * Carries what was changed by hand over to another rule: to the occurrence at the same moment, after the move, or else to the
 * one with the same place in the order of that day. What finds no occurrence is lost; what was added stays.
 */
final class Rekeying {
    private final Definition from;
    private final Definition to;
    private final long offset;
    private final Sequence oldLine;
    private final Sequence newLine;
    private final List<Deviation> kept = new ArrayList<>();
    private final List<Deviation> lost = new ArrayList<>();
    private final Map<Long, Long> origins = new HashMap<>();

    /**
     * Between two definitions.
     *
     * @param offset seconds on the wall clock by which the occurrences of the first were moved
     */
    Rekeying(Definition from, Definition to, long offset) {
        this.from = from;
        this.to = to;
        this.offset = offset;
        this.oldLine = from.line();
        this.newLine = to.line();
    }

    Rekeying carry(List<Deviation> deviations) {
        List<Deviation> elsewhere = new ArrayList<>();
        for (Deviation deviation : deviations) {
            OptionalLong same = deviation instanceof Deviation.Added ? OptionalLong.empty() : sameMoment(deviation);
            if (same.isPresent()) {
                keep(deviation, same.getAsLong());
            } else {
                elsewhere.add(deviation);
            }
        }
        elsewhere.forEach(this::carryElsewhere);
        return this;
    }

    private void carryElsewhere(Deviation deviation) {
        if (deviation instanceof Deviation.Added) {
            long second = to.second(deviation.original());
            (origins.putIfAbsent(second, second) == null ? kept : lost).add(deviation);
            return;
        }
        OptionalLong sameDay = sameOfDay(from.second(deviation.original()));
        if (sameDay.isPresent()) {
            keep(deviation, sameDay.getAsLong());
        } else {
            lost.add(deviation);
        }
    }

    private void keep(Deviation deviation, long second) {
        Moment original = to.at(second);
        origins.put(second, from.second(deviation.original()));
        kept.add(
                deviation instanceof Deviation.Changed changed
                        ? new Deviation.Changed(original, changed.changes())
                        : new Deviation.Excluded(original));
    }

    /** For all that was kept: the second that names it now, and the one that named it before. */
    Map<Long, Long> origins() {
        return Collections.unmodifiableMap(origins);
    }

    /** By their new original moments. */
    List<Deviation> kept() {
        return kept;
    }

    /** By their old original moments. */
    List<Deviation> lost() {
        return lost;
    }

    private OptionalLong sameMoment(Deviation deviation) {
        long wallClock = moved(from.second(deviation.original()));
        if (wallClock < Sequence.MIN || wallClock > Sequence.MAX) {
            return OptionalLong.empty();
        }
        long same = to.second(Moments.atWallClock(wallClock, to.start()));
        return newLine.contains(same) ? OptionalLong.of(same) : OptionalLong.empty();
    }

    /** The occurrence with the same place in the order of its day, unless it is one that the old rule had at that moment. */
    private OptionalLong sameOfDay(long original) {
        long newDay = Math.floorDiv(moved(original), Moments.SECONDS_A_DAY);
        long inDay = oldLine.countBefore(original) - oldLine.countBefore(startOf(Moments.day(from.at(original)), from));
        long found = newLine.nth(newLine.countBefore(startOf(newDay, to)) + inDay);
        if (found == Sequence.NONE || Moments.day(to.at(found)) != newDay) {
            return OptionalLong.empty();
        }
        long before = from.second(Moments.atWallClock(to.at(found).wallClockSecond() - offset, from.start()));
        return before != original && oldLine.contains(before) ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private long moved(long original) {
        return from.at(original).wallClockSecond() + offset;
    }

    private static long startOf(long day, Definition definition) {
        return Moments.atWallClock(day * Moments.SECONDS_A_DAY, definition.start())
                .lineSecond();
    }
}
