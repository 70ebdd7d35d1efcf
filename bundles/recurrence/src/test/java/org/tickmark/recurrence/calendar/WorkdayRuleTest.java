package org.tickmark.recurrence.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Sequence;

class WorkdayRuleTest {
    private static final WorkCalendar NORWAY = NationalCalendars.find("NO").orElseThrow();
    private static final LocalDateTime START = LocalDateTime.of(2025, 1, 31, 9, 30); // Friday

    @Test
    void leapsOverChristmasToTheLastWorkingDayOfTheYear() {
        Sequence sequence = WorkdayRule.last(NationalCalendars.find("SE+bank").orElseThrow())
                .sequence(Moment.of(START));
        long december = LocalDateTime.of(2025, 12, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        assertThat(time(sequence.next(december))).isEqualTo(LocalDateTime.of(2025, 12, 30, 9, 30)); // Tuesday
        assertThat(time(sequence.first())).isEqualTo(START);
        assertThat(sequence.isEndless()).isTrue();
    }

    @Test
    void answersAsACountInEveryMonthWould() {
        Random random = new Random(17);
        for (int round = 0; round < 60; round++) {
            WorkdayRule rule = randomRule(random);
            LocalDateTime start = START.plusDays(random.nextInt(900));
            LocalDate limit = start.toLocalDate().plusYears(6);
            Sequence sequence = rule.sequence(Moment.of(start));
            SequenceChecks.check(sequence, counted(rule, start, limit), limit.toEpochDay() * 86_400, random);
        }
    }

    @Test
    void isEmptyWhereNoMonthHasSoManyWorkingDays() {
        Sequence sequence = WorkdayRule.nth(NORWAY, 24).sequence(Moment.of(START));
        assertThat(sequence.first()).isEqualTo(Sequence.NONE);
        assertThat(sequence.isEndless()).isFalse();
        assertThat(sequence.nth(0)).isEqualTo(Sequence.NONE);
    }

    @Test
    void isEmptyWhereTheIntervalNeverMeetsTheMonths() {
        WorkdayRule rule = new WorkdayRule(NORWAY, List.of(1), 12, Set.of(Month.MARCH), End.never());
        Sequence sequence = rule.sequence(Moment.of(START));
        assertThat(sequence.first()).isEqualTo(Sequence.NONE);
        assertThat(sequence.previous(Sequence.MAX)).isEqualTo(Sequence.NONE);
        assertThat(sequence.countBefore(Sequence.MAX)).isZero();
    }

    @Test
    void reachesTheEndOfTheSupportedRange() {
        Sequence sequence = WorkdayRule.last(NORWAY).sequence(Moment.of(START));
        assertThat(time(sequence.last())).isEqualTo(LocalDateTime.of(9999, 12, 31, 9, 30)); // Friday
        assertThat(sequence.nth(sequence.countBefore(Sequence.MAX) - 1)).isEqualTo(sequence.last());
        assertThat(sequence.next(sequence.last() + 1)).isEqualTo(Sequence.NONE);
    }

    @Test
    void refusesNumbersThatNoMonthHas() {
        assertThatThrownBy(() -> WorkdayRule.nth(NORWAY, 0)).hasMessageContaining("from 1 to 31");
        assertThatThrownBy(() -> WorkdayRule.nth(NORWAY, -32)).hasMessageContaining("from 1 to 31");
        assertThatThrownBy(() -> new WorkdayRule(NORWAY, List.of(), 1, Set.of(), End.never()))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> new WorkdayRule(NORWAY, List.of(1), 0, Set.of(), End.never()))
                .hasMessageContaining("1 or more");
    }

    private static WorkdayRule randomRule(Random random) {
        List<Integer> nths = new ArrayList<>();
        for (int number = random.nextInt(3); number >= 0; number--) {
            nths.add((1 + random.nextInt(23)) * (random.nextBoolean() ? 1 : -1));
        }
        Set<Month> months = EnumSet.noneOf(Month.class);
        for (int number = random.nextInt(4) * 2; number > 0; number--) {
            months.add(Month.of(1 + random.nextInt(12)));
        }
        return new WorkdayRule(NORWAY, nths, 1 + random.nextInt(5), months, End.never());
    }

    private static List<Long> counted(WorkdayRule rule, LocalDateTime start, LocalDate limit) {
        TreeSet<Long> seconds = new TreeSet<>();
        YearMonth month = YearMonth.from(start);
        for (; !month.atDay(1).isAfter(limit); month = month.plusMonths(rule.interval())) {
            if (!rule.months().contains(month.getMonth())) {
                continue;
            }
            List<LocalDate> worked = new ArrayList<>();
            month.atDay(1)
                    .datesUntil(month.atEndOfMonth().plusDays(1))
                    .filter(NORWAY::isWorkday)
                    .forEach(worked::add);
            for (int nth : rule.nths()) {
                int index = nth > 0 ? nth - 1 : worked.size() + nth;
                if (index >= 0 && index < worked.size()) {
                    seconds.add(worked.get(index).atTime(start.toLocalTime()).toEpochSecond(ZoneOffset.UTC));
                }
            }
        }
        long first = start.toEpochSecond(ZoneOffset.UTC);
        return seconds.stream()
                .filter(second -> second >= first && second < limit.toEpochDay() * 86_400)
                .toList();
    }

    private static LocalDateTime time(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }
}
