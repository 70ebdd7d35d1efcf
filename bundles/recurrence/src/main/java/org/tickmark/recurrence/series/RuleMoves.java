package org.tickmark.recurrence.series;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.NthWeekday;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.RecurrenceRuleBuilder;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Skip;
import org.tickmark.recurrence.Timeline;
import org.tickmark.recurrence.calendar.WorkdayRule;

/**
 * Rules that give what another rule gives, counted from a later start or with every occurrence moved by the same time. Where
 * RFC 5545 has words for it the result is a rule of RFC 5545, else an {@link AnchoredRule}.
 */
final class RuleMoves {
    /** Days that every month has. */
    private static final int LAST_DAY_OF_ALL = 28;

    private RuleMoves() {}

    /** The rule with another end, at the same start. */
    static Rule withEnd(Rule rule, Moment start, End end) {
        if (rule.end().equals(end)) {
            return rule;
        }
        if (rule instanceof RecurrenceRule plain) {
            return plain.withEnd(end);
        }
        if (rule instanceof ElapsedRule elapsed) {
            return new ElapsedRule(elapsed.interval(), end);
        }
        return rule instanceof WorkdayRule workdays ? workdays.withEnd(end) : AnchoredRule.of(rule, start, 0, end);
    }

    /**
     * The rule for a series that begins at one of its occurrences instead of at its start. A period that holds an occurrence is
     * one the rule counts, so counting from there keeps the phase of every interval; only a date that SKIP pushed into the
     * month after its own does not tell its period.
     */
    static Rule continued(Rule rule, Moment start, End end) {
        if (rule instanceof WorkdayRule || rule instanceof ElapsedRule) {
            return withEnd(rule, start, end);
        }
        if (rule instanceof RecurrenceRule plain && plain.skip() != Skip.FORWARD) {
            return (plain.skip() == Skip.OMIT ? plain : spelledOut(plain, start)).withEnd(end);
        }
        return AnchoredRule.of(rule, start, 0, end);
    }

    /** The rule for a series that is counted from another start. */
    static Rule reanchored(Rule rule, Moment start) {
        if (!(rule instanceof AnchoredRule anchored)) {
            return rule;
        }
        Moment anchor = rule.timeline() == Timeline.WALL_CLOCK
                ? Moments.atWallClock(start.wallClockSecond() - anchored.offset(), start)
                : Moments.at(start.lineSecond() - anchored.offset(), start);
        return new AnchoredRule(anchored.rule(), anchor, anchored.offset(), anchored.end());
    }

    /** The rule with the day that it takes from its start written into it. */
    private static RecurrenceRule spelledOut(RecurrenceRule rule, Moment start) {
        if (!rule.byDay().isEmpty()
                || !rule.byMonthDay().isEmpty()
                || !rule.byYearDay().isEmpty()
                || !rule.byWeekNo().isEmpty()
                || rule.frequency().compareTo(Frequency.MONTHLY) < 0) {
            return rule;
        }
        LocalDateTime day = start.wallClock();
        RecurrenceRuleBuilder spelled = rule.toBuilder().byMonthDay(day.getDayOfMonth());
        boolean yearlyOnOneDay =
                rule.frequency() == Frequency.YEARLY && rule.byMonth().isEmpty();
        return (yearlyOnOneDay ? spelled.byMonth(day.getMonthValue()) : spelled).build();
    }

    /**
     * The rule for a series whose start and occurrences all move.
     *
     * @param offset seconds, on the line of the rule
     */
    static Rule moved(Rule rule, Moment start, long offset, End end) {
        if (rule instanceof ElapsedRule) {
            return withEnd(rule, start, end);
        }
        if (rule instanceof RecurrenceRule plain) {
            Optional<RecurrenceRule> inItsWords = new PlainMove(plain, start, offset).rule();
            if (inItsWords.isPresent()) {
                return inItsWords.get().withEnd(end);
            }
        }
        return AnchoredRule.of(rule, start, offset, end);
    }

    /** A move of a rule of RFC 5545 by whole days and to another time of day. */
    private static final class PlainMove {
        private final RecurrenceRule rule;
        private final LocalDateTime start;
        private final LocalDateTime movedStart;
        private final long offset;

        PlainMove(RecurrenceRule rule, Moment start, long offset) {
            this.rule = rule;
            this.start = start.wallClock();
            this.movedStart = this.start.plusSeconds(offset);
            this.offset = offset;
        }

        Optional<RecurrenceRule> rule() {
            boolean onDays = rule.frequency().compareTo(Frequency.DAILY) >= 0;
            return onDays ? onDays() : Optional.of(rule).filter(PlainMove::hasNoLists);
        }

        private Optional<RecurrenceRule> onDays() {
            Optional<LocalDateTime> oneTime = timeOnStartDay();
            if (oneTime.isEmpty()) {
                return Optional.empty();
            }
            LocalDateTime moved = oneTime.get().plusSeconds(offset);
            if (!moved.toLocalDate().equals(movedStart.toLocalDate())) {
                return Optional.empty();
            }
            int days = (int)
                    (moved.toLocalDate().toEpochDay() - start.toLocalDate().toEpochDay());
            return movedByDays(atTime(moved), days);
        }

        /** The start's day at the one time of day that the rule has; empty where it has several. */
        private Optional<LocalDateTime> timeOnStartDay() {
            if (rule.byHour().size() > 1
                    || rule.byMinute().size() > 1
                    || rule.bySecond().size() > 1) {
                return Optional.empty();
            }
            return Optional.of(start.withHour(only(rule.byHour(), start.getHour()))
                    .withMinute(only(rule.byMinute(), start.getMinute()))
                    .withSecond(only(rule.bySecond(), start.getSecond())));
        }

        private static int only(List<Integer> list, int otherwise) {
            return list.isEmpty() ? otherwise : list.get(0);
        }

        private RecurrenceRule atTime(LocalDateTime time) {
            if (rule.byHour().isEmpty()
                    && rule.byMinute().isEmpty()
                    && rule.bySecond().isEmpty()) {
                return rule;
            }
            return rule.toBuilder()
                    .byHour(time.getHour())
                    .byMinute(time.getMinute())
                    .bySecond(time.getSecond())
                    .build();
        }

        private Optional<RecurrenceRule> movedByDays(RecurrenceRule atTime, int days) {
            if (days == 0) {
                return Optional.of(atTime);
            }
            if (!rule.byWeekNo().isEmpty() || !rule.byYearDay().isEmpty()) {
                return Optional.empty();
            }
            return rule.frequency().compareTo(Frequency.WEEKLY) <= 0
                    ? weekdaysMoved(atTime, days)
                    : monthDaysMoved(atTime, days);
        }

        private Optional<RecurrenceRule> weekdaysMoved(RecurrenceRule atTime, int days) {
            if (!rule.byMonth().isEmpty() || !rule.byMonthDay().isEmpty()) {
                return Optional.empty();
            }
            NthWeekday[] moved = rule.byDay().stream()
                    .map(day -> NthWeekday.each(day.weekday().plus(days)))
                    .toArray(NthWeekday[]::new);
            return Optional.of(atTime.toBuilder()
                    .byDay(moved)
                    .weekStart(weekStartMatters() ? rule.weekStart().plus(days) : rule.weekStart())
                    .build());
        }

        private boolean weekStartMatters() {
            boolean onStartDayOnly =
                    rule.byDay().isEmpty() || rule.byDay().equals(List.of(NthWeekday.each(start.getDayOfWeek())));
            return rule.frequency() == Frequency.WEEKLY
                    && (!rule.bySetPos().isEmpty() || (rule.interval() > 1 && !onStartDayOnly));
        }

        private Optional<RecurrenceRule> monthDaysMoved(RecurrenceRule atTime, int days) {
            boolean stays = isOfAllMonths(start.getDayOfMonth(), days)
                    && rule.byDay().isEmpty()
                    && rule.byMonthDay().stream().allMatch(day -> isOfAllMonths(day, days));
            return stays
                    ? Optional.of(atTime.toBuilder()
                            .byMonthDay(rule.byMonthDay().stream()
                                    .map(day -> day + days)
                                    .toArray(Integer[]::new))
                            .build())
                    : Optional.empty();
        }

        private static boolean isOfAllMonths(int day, int days) {
            return day >= 1 && day <= LAST_DAY_OF_ALL && day + days >= 1 && day + days <= LAST_DAY_OF_ALL;
        }

        private static boolean hasNoLists(RecurrenceRule rule) {
            return rule.byMonth().isEmpty()
                    && rule.byYearDay().isEmpty()
                    && rule.byMonthDay().isEmpty()
                    && rule.byDay().isEmpty()
                    && rule.byHour().isEmpty()
                    && rule.byMinute().isEmpty()
                    && rule.bySecond().isEmpty();
        }
    }
}
