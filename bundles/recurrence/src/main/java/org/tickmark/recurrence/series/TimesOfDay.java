package org.tickmark.recurrence.series;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Timeline;
import org.tickmark.recurrence.calendar.ShiftedRule;
import org.tickmark.recurrence.calendar.WorkdayRule;

/**
 * The times of day, on its own line, at which a rule can give something on whatever day: perhaps more than it ever uses, never
 * fewer. A shift off free days keeps them.
 *
 * @param seconds of the day, from 0 to 86,399; not to be changed
 */
record TimesOfDay(BitSet seconds) {
    private static final int DAY = (int) Cycles.DAY;

    /** The times of a rule from a start on; all times where the rule is of a kind that does not tell. */
    static TimesOfDay of(Rule rule, Moment start) {
        long second = rule.timeline() == Timeline.WALL_CLOCK ? start.wallClockSecond() : start.lineSecond();
        if (rule instanceof AnchoredRule anchored) {
            return of(anchored.rule(), anchored.anchor()).moved(anchored.offset());
        }
        if (rule instanceof ShiftedRule shifted) {
            return of(shifted.rule(), start);
        }
        if (rule instanceof WorkdayRule) {
            return every(DAY, second);
        }
        if (rule instanceof ElapsedRule || Cycles.isEvenlySpaced(rule)) {
            return every(Cycles.gcd(Cycles.of(rule).getAsLong(), Cycles.DAY), second);
        }
        return rule instanceof RecurrenceRule plain ? listed(plain, second) : every(1, 0);
    }

    private static TimesOfDay every(long step, long second) {
        BitSet seconds = new BitSet(DAY);
        for (long time = Math.floorMod(second, step); time < DAY; time += step) {
            seconds.set((int) time);
        }
        return new TimesOfDay(seconds);
    }

    private static TimesOfDay listed(RecurrenceRule rule, long second) {
        int time = Math.floorMod(second, DAY);
        BitSet seconds = new BitSet(DAY);
        for (int hour : choices(rule, Frequency.HOURLY, rule.byHour(), time / 3_600, 24)) {
            for (int minute : choices(rule, Frequency.MINUTELY, rule.byMinute(), time / 60 % 60, 60)) {
                for (int inMinute : choices(rule, Frequency.SECONDLY, rule.bySecond(), time % 60, 60)) {
                    seconds.set(hour * 3_600 + minute * 60 + inMinute);
                }
            }
        }
        return new TimesOfDay(seconds);
    }

    /** What a part lists; else all where the rule is counted in that unit or in a smaller one, else that of the start. */
    private static List<Integer> choices(
            RecurrenceRule rule, Frequency unit, List<Integer> listed, int ofStart, int all) {
        if (!listed.isEmpty()) {
            return listed;
        }
        return rule.frequency().compareTo(unit) <= 0
                ? IntStream.range(0, all).boxed().toList()
                : List.of(ofStart);
    }

    private TimesOfDay moved(long offset) {
        BitSet moved = new BitSet(DAY);
        seconds.stream().forEach(time -> moved.set((int) Math.floorMod(time + offset, Cycles.DAY)));
        return new TimesOfDay(moved);
    }

    /**
     * Whether something at one of these times can share a second with something at one of the others, on the same day or on one
     * beside it.
     *
     * @param length seconds that what begins at these times takes, at least 1
     * @param otherLength seconds that what begins at the other times takes, at least 1
     * @param difference seconds by which the others are moved on this line
     */
    boolean canMeet(long length, TimesOfDay other, long otherLength, long difference) {
        long reach = length + otherLength - 1;
        if (reach >= DAY) {
            return true;
        }
        return seconds.stream()
                .anyMatch(time -> other.hasWithin(
                        (int) Math.floorMod(time - difference - otherLength + 1, Cycles.DAY), (int) reach));
    }

    /** Whether one of these times is within a range of seconds, the last one included, whatever the day. */
    boolean areWithin(long start, long end) {
        return end - start + 1 >= DAY || hasWithin((int) Math.floorMod(start, Cycles.DAY), (int) (end - start + 1));
    }

    /** Whether one of so many seconds from the first on is among the times; after the last of the day comes the first. */
    private boolean hasWithin(int first, int many) {
        int found = seconds.nextSetBit(first);
        int next = found < 0 ? seconds.nextSetBit(0) + DAY : found;
        return !seconds.isEmpty() && next < first + many;
    }
}
