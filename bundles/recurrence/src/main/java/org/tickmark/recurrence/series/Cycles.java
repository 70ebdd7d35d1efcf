package org.tickmark.recurrence.series;

import java.util.OptionalLong;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;

/**
 * After how many seconds, on its own line, a rule repeats itself.
 *
 * <p>The Gregorian calendar repeats itself after 400 years, which are 4,800 months, 20,871 weeks and 146,097 days.
 */
final class Cycles {
    static final long DAY = 86_400;
    static final long WEEK = 7 * DAY;
    static final long FOUR_CENTURIES = 146_097 * DAY;
    private static final int YEARS = 400;
    private static final int MONTHS = 4_800;

    private Cycles() {}

    /** The cycle; empty where the rule has none that is known, or one longer than the calendar is supported. */
    static OptionalLong of(Rule rule) {
        if (rule instanceof AnchoredRule anchored) {
            return of(anchored.rule());
        }
        if (rule instanceof ElapsedRule elapsed) {
            return OptionalLong.of(elapsed.interval().toSeconds());
        }
        return rule instanceof RecurrenceRule plain ? ofPlain(plain) : OptionalLong.empty();
    }

    /** Whether its occurrences are all as far from each other as the cycle is long. */
    static boolean isEvenlySpaced(Rule rule) {
        if (rule instanceof AnchoredRule anchored) {
            return isEvenlySpaced(anchored.rule());
        }
        return rule instanceof ElapsedRule || (rule instanceof RecurrenceRule plain && hasNoLists(plain));
    }

    private static boolean hasNoLists(RecurrenceRule rule) {
        return switch (rule.frequency()) {
            case MONTHLY, YEARLY -> false;
            default ->
                hasNoDays(rule)
                        && rule.byDay().isEmpty()
                        && rule.byHour().isEmpty()
                        && rule.byMinute().isEmpty()
                        && rule.bySecond().isEmpty();
        };
    }

    private static boolean hasNoDays(RecurrenceRule rule) {
        return rule.byMonth().isEmpty()
                && rule.byYearDay().isEmpty()
                && rule.byMonthDay().isEmpty();
    }

    private static OptionalLong ofPlain(RecurrenceRule rule) {
        return switch (rule.frequency()) {
            case YEARLY -> centuries(rule.interval(), YEARS);
            case MONTHLY -> centuries(rule.interval(), MONTHS);
            case WEEKLY -> limited(rule, rule.interval() * WEEK);
            case DAILY -> limited(rule, rule.interval() * DAY);
            case HOURLY -> limited(rule, rule.interval() * 3_600L);
            case MINUTELY -> limited(rule, rule.interval() * 60L);
            case SECONDLY -> limited(rule, rule.interval());
        };
    }

    private static OptionalLong centuries(int interval, int periodsInFourCenturies) {
        return multiple(FOUR_CENTURIES, interval / gcd(interval, periodsInFourCenturies));
    }

    /** The cycle of an interval that lists cut: by time of day, by weekday, or by what depends on months. */
    private static OptionalLong limited(RecurrenceRule rule, long interval) {
        if (!hasNoDays(rule)) {
            return common(interval, FOUR_CENTURIES);
        }
        boolean timed = !rule.byHour().isEmpty()
                || !rule.byMinute().isEmpty()
                || !rule.bySecond().isEmpty();
        if (!rule.byDay().isEmpty()) {
            return common(interval, WEEK);
        }
        return timed ? common(interval, DAY) : OptionalLong.of(interval);
    }

    /** The least common multiple of two cycles. */
    static OptionalLong common(long one, long other) {
        return multiple(one, other / gcd(one, other));
    }

    static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    private static OptionalLong multiple(long cycle, long times) {
        long high = Math.multiplyHigh(cycle, times);
        return high == 0 && cycle * times > 0 ? OptionalLong.of(cycle * times) : OptionalLong.empty();
    }
}
