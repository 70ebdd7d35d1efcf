package org.tickmark.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Evaluates a rule by walking over days, hours, minutes and seconds and holding each against the text of RFC 5545 section
 * 3.3.10 and RFC 7529 section 4.1, part by part. It is slow and shares nothing with the kernel but the rule's type.
 */
final class LiteralEvaluator {
    private final RecurrenceRule rule;
    private final LocalDateTime start;
    private final WeekFields weeks;

    LiteralEvaluator(RecurrenceRule rule, LocalDateTime start) {
        this.rule = rule;
        this.start = start;
        weeks = WeekFields.of(rule.weekStart(), 4);
    }

    /** The wall-clock seconds that the rule makes on the given days, at or after the start, whatever its end. */
    List<Long> between(LocalDate from, LocalDate toExclusive) {
        var all = new TreeSet<Long>();
        var ofPeriod = new TreeSet<Long>();
        long period = Long.MIN_VALUE;
        LocalDate last = endOfPeriod(toExclusive);
        for (LocalDate day = startOfPeriod(from); day.isBefore(last); day = day.plusDays(1)) {
            long current = period(day);
            if (current != period) {
                all.addAll(chosen(ofPeriod));
                ofPeriod.clear();
                period = current;
            }
            addDay(day, current, ofPeriod, all);
        }
        all.addAll(chosen(ofPeriod));
        long begin = Math.max(second(start), second(from.atStartOfDay()));
        return new ArrayList<>(all.subSet(begin, Math.max(begin, second(toExclusive.atStartOfDay()))));
    }

    private static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    private void addDay(LocalDate day, long period, Set<Long> ofPeriod, Set<Long> all) {
        if (rule.frequency().isSubDaily()) {
            if (limitsAllow(day)) {
                addHours(day, all);
            }
            return;
        }
        if (isInPhase(period)) {
            for (LocalDate made : datesMadeBy(day)) {
                addTimes(made, ofPeriod);
            }
        }
    }

    /** The dates that the rule makes of a day of a period: itself, or the date it stands in for. */
    private List<LocalDate> datesMadeBy(LocalDate day) {
        List<LocalDate> made = new ArrayList<>();
        if (expansionAllows(day)) {
            made.add(day);
        }
        if (rule.skip() != Skip.OMIT && rule.byWeekNo().isEmpty()) {
            addSkippedMonthDays(day, made);
            addSkippedYearDay(day, made);
        }
        return made;
    }

    /** On the last day of a month: what becomes of the days that the month lacks. */
    private void addSkippedMonthDays(LocalDate day, List<LocalDate> made) {
        boolean lacks = monthDays().stream().anyMatch(number -> number > day.lengthOfMonth());
        if (day.getDayOfMonth() != day.lengthOfMonth() || !lacks || !allows(rule.byMonth(), day.getMonthValue())) {
            return;
        }
        LocalDate instead = rule.skip() == Skip.BACKWARD ? day : day.plusDays(1);
        boolean isOneOfYearDays = rule.byYearDay().isEmpty()
                || (rule.frequency() == Frequency.YEARLY && isYearDay(instead) && instead.getYear() == day.getYear());
        if (isOneOfYearDays && monthOfStart(day) && weekdayAllows(day, instead)) {
            made.add(instead);
        }
    }

    private boolean monthOfStart(LocalDate day) {
        return rule.frequency() != Frequency.YEARLY
                || !(hasNoDay() && rule.byMonth().isEmpty())
                || day.getMonthValue() == start.getMonthValue();
    }

    /** On 31 December of a common year: what becomes of its day 366. */
    private void addSkippedYearDay(LocalDate day, List<LocalDate> made) {
        if (day.getDayOfYear() != 365 || day.isLeapYear() || !rule.byYearDay().contains(366)) {
            return;
        }
        LocalDate instead = rule.skip() == Skip.BACKWARD ? day : day.plusDays(1);
        boolean isOneOfMonthDays = rule.byMonthDay().isEmpty() || (instead.equals(day) && isMonthDay(day));
        if (allows(rule.byMonth(), instead.getMonthValue()) && isOneOfMonthDays && weekdayAllows(day, instead)) {
            made.add(instead);
        }
    }

    /** BYDAY for a date made in the period of another day: numbers count inside that period only. */
    private boolean weekdayAllows(LocalDate day, LocalDate instead) {
        return rule.byDay().isEmpty()
                || rule.byDay().stream()
                        .anyMatch(number -> number.isEach()
                                ? number.weekday() == instead.getDayOfWeek()
                                : period(day) == period(instead) && isNumbered(number, instead));
    }

    private boolean expansionAllows(LocalDate day) {
        return switch (rule.frequency()) {
            case YEARLY -> yearAllows(day);
            case MONTHLY ->
                allows(rule.byMonth(), day.getMonthValue())
                        && (monthDays().isEmpty() || isMonthDay(day))
                        && isWeekday(day);
            case WEEKLY ->
                allows(rule.byMonth(), day.getMonthValue())
                        && (rule.byDay().isEmpty() ? day.getDayOfWeek() == start.getDayOfWeek() : isWeekday(day));
            default -> limitsAllow(day);
        };
    }

    private boolean yearAllows(LocalDate day) {
        if (!rule.byWeekNo().isEmpty()) {
            return isWeekNumber(day) && limitsAllow(day) && (!hasNoDay() || day.getDayOfWeek() == start.getDayOfWeek());
        }
        boolean monthAllows = (hasNoDay() && rule.byMonth().isEmpty())
                ? day.getMonth() == start.getMonth()
                : allows(rule.byMonth(), day.getMonthValue());
        return monthAllows
                && (monthDays().isEmpty() || isMonthDay(day))
                && (rule.byYearDay().isEmpty() || isYearDay(day))
                && isWeekday(day);
    }

    private boolean limitsAllow(LocalDate day) {
        return allows(rule.byMonth(), day.getMonthValue())
                && (rule.byYearDay().isEmpty() || isYearDay(day))
                && (rule.byMonthDay().isEmpty() || isMonthDay(day))
                && isWeekday(day);
    }

    private boolean hasNoDay() {
        return rule.byDay().isEmpty()
                && rule.byMonthDay().isEmpty()
                && rule.byYearDay().isEmpty();
    }

    /** BYMONTHDAY, or the day of the start where the frequency makes it stand for it. */
    private List<Integer> monthDays() {
        boolean implied = rule.frequency() == Frequency.MONTHLY
                ? rule.byDay().isEmpty() && rule.byMonthDay().isEmpty()
                : rule.frequency() == Frequency.YEARLY
                        && hasNoDay()
                        && rule.byWeekNo().isEmpty();
        return implied ? List.of(start.getDayOfMonth()) : rule.byMonthDay();
    }

    private boolean isMonthDay(LocalDate day) {
        return monthDays().contains(day.getDayOfMonth())
                || monthDays().contains(day.getDayOfMonth() - day.lengthOfMonth() - 1);
    }

    private boolean isYearDay(LocalDate day) {
        return rule.byYearDay().contains(day.getDayOfYear())
                || rule.byYearDay().contains(day.getDayOfYear() - day.lengthOfYear() - 1);
    }

    private boolean isWeekNumber(LocalDate day) {
        int number = day.get(weeks.weekOfWeekBasedYear());
        int weeksOfYear = (int) day.range(weeks.weekOfWeekBasedYear()).getMaximum();
        return rule.byWeekNo().contains(number) || rule.byWeekNo().contains(number - weeksOfYear - 1);
    }

    private boolean isWeekday(LocalDate day) {
        return rule.byDay().isEmpty()
                || rule.byDay().stream()
                        .anyMatch(number ->
                                number.isEach() ? number.weekday() == day.getDayOfWeek() : isNumbered(number, day));
    }

    private boolean isNumbered(NthWeekday number, LocalDate day) {
        boolean inMonth =
                rule.frequency() == Frequency.MONTHLY || !rule.byMonth().isEmpty();
        int place = inMonth ? day.getDayOfMonth() : day.getDayOfYear();
        int length = inMonth ? day.lengthOfMonth() : day.lengthOfYear();
        int fromStart = (place - 1) / 7 + 1;
        int fromEnd = (length - place) / 7 + 1;
        return day.getDayOfWeek() == number.weekday() && (number.nth() == fromStart || number.nth() == -fromEnd);
    }

    private void addTimes(LocalDate day, Set<Long> times) {
        for (int hour : rule.byHour().isEmpty() ? List.of(start.getHour()) : rule.byHour()) {
            for (int minute : rule.byMinute().isEmpty() ? List.of(start.getMinute()) : rule.byMinute()) {
                addSeconds(second(day.atTime(hour, minute)), times);
            }
        }
    }

    private void addHours(LocalDate day, Set<Long> all) {
        for (int hour = 0; hour < 24; hour++) {
            if (!allows(rule.byHour(), hour)) {
                continue;
            }
            if (rule.frequency() != Frequency.HOURLY) {
                addMinutes(day.atTime(hour, 0), all);
            } else if (isInPhase(distance(day.atTime(hour, 0), ChronoUnit.HOURS))) {
                var ofHour = new TreeSet<Long>();
                for (int minute : rule.byMinute().isEmpty() ? List.of(start.getMinute()) : rule.byMinute()) {
                    addSeconds(second(day.atTime(hour, minute)), ofHour);
                }
                all.addAll(chosen(ofHour));
            }
        }
    }

    private void addMinutes(LocalDateTime hour, Set<Long> all) {
        for (int minute = 0; minute < 60; minute++) {
            LocalDateTime time = hour.plusMinutes(minute);
            if (!allows(rule.byMinute(), minute)) {
                continue;
            }
            if (rule.frequency() != Frequency.MINUTELY) {
                addEachSecond(second(time), all);
            } else if (isInPhase(distance(time, ChronoUnit.MINUTES))) {
                var ofMinute = new TreeSet<Long>();
                addSeconds(second(time), ofMinute);
                all.addAll(chosen(ofMinute));
            }
        }
    }

    private void addSeconds(long minute, Set<Long> times) {
        for (int second : rule.bySecond().isEmpty() ? List.of(start.getSecond()) : rule.bySecond()) {
            times.add(minute + second);
        }
    }

    /** A set of one second: position 1 or -1 takes it, others take none. */
    private void addEachSecond(long minute, Set<Long> all) {
        long distance = minute - second(start);
        boolean taken = rule.bySetPos().isEmpty()
                || rule.bySetPos().contains(1)
                || rule.bySetPos().contains(-1);
        for (int second = 0; second < 60 && taken; second++) {
            if (isInPhase(distance + second) && allows(rule.bySecond(), second)) {
                all.add(minute + second);
            }
        }
    }

    private List<Long> chosen(Set<Long> set) {
        List<Long> ordered = new ArrayList<>(set);
        if (rule.bySetPos().isEmpty()) {
            return ordered;
        }
        List<Long> chosen = new ArrayList<>();
        for (int position : rule.bySetPos()) {
            int index = position > 0 ? position - 1 : ordered.size() + position;
            if (index >= 0 && index < ordered.size()) {
                chosen.add(ordered.get(index));
            }
        }
        return chosen;
    }

    private static boolean allows(List<Integer> list, int number) {
        return list.isEmpty() || list.contains(number);
    }

    private boolean isInPhase(long distance) {
        return Math.floorMod(distance, (long) rule.interval()) == 0;
    }

    private long distance(LocalDateTime time, ChronoUnit unit) {
        return unit.between(start.truncatedTo(unit), time);
    }

    /** How many periods lie between the start's and the day's. */
    private long distance(LocalDate day) {
        LocalDate from = start.toLocalDate();
        return switch (rule.frequency()) {
            case YEARLY ->
                rule.byWeekNo().isEmpty()
                        ? day.getYear() - from.getYear()
                        : day.get(weeks.weekBasedYear()) - from.get(weeks.weekBasedYear());
            case MONTHLY -> ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(day));
            case WEEKLY -> ChronoUnit.WEEKS.between(startOfWeek(from), startOfWeek(day));
            default -> ChronoUnit.DAYS.between(from, day);
        };
    }

    private long period(LocalDate day) {
        return rule.frequency().isSubDaily() ? 0 : distance(day);
    }

    private LocalDate startOfWeek(LocalDate day) {
        int back =
                Math.floorMod(day.getDayOfWeek().getValue() - rule.weekStart().getValue(), DayOfWeek.values().length);
        return day.minusDays(back);
    }

    /** A day not after the start of the period before the one that holds the given day. */
    private LocalDate startOfPeriod(LocalDate day) {
        return switch (rule.frequency()) {
            case YEARLY -> startOfWeek(day.withDayOfYear(1).minusYears(1)).minusWeeks(1);
            case MONTHLY -> day.withDayOfMonth(1).minusMonths(1);
            case WEEKLY -> startOfWeek(day);
            default -> day;
        };
    }

    /** A day after the end of the period that holds the given day. */
    private LocalDate endOfPeriod(LocalDate day) {
        return switch (rule.frequency()) {
            case YEARLY -> day.withDayOfYear(1).plusYears(2);
            case MONTHLY -> day.withDayOfMonth(1).plusMonths(1);
            case WEEKLY -> startOfWeek(day).plusWeeks(1);
            default -> day;
        };
    }
}
