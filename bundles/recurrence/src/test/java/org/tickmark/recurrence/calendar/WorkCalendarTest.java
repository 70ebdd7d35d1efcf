package org.tickmark.recurrence.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkCalendarTest {
    private static final WorkCalendar NORWAY = NationalCalendars.find("NO").orElseThrow();
    private static final WorkCalendar EVERY_DAY = WorkCalendar.parse("calendar all\nweekend none\n");
    private static final WorkCalendar NEVER = WorkCalendar.parse(neverWorked());
    private static final LocalDate MAUNDY_THURSDAY = LocalDate.of(2025, 4, 17);
    private static final LocalDate TUESDAY_AFTER_EASTER = LocalDate.of(2025, 4, 22);

    @Test
    void leapsOverEasterInBothDirections() {
        LocalDate wednesday = MAUNDY_THURSDAY.minusDays(1);
        assertThat(NORWAY.nextWorkday(wednesday)).contains(TUESDAY_AFTER_EASTER);
        assertThat(NORWAY.nextWorkday(MAUNDY_THURSDAY)).contains(TUESDAY_AFTER_EASTER);
        assertThat(NORWAY.previousWorkday(TUESDAY_AFTER_EASTER)).contains(wednesday);
    }

    @Test
    void answersAsAWalkFromDayToDayWould() {
        Random random = new Random(20250106);
        for (int round = 0; round < 1_000; round++) {
            WorkCalendar calendar =
                    List.of(NORWAY, EVERY_DAY, SWEDEN_WITH_A_COMPANY).get(random.nextInt(3));
            LocalDate from = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(40 * 365));
            LocalDate to = from.plusDays(random.nextInt(1_500) - 500L);
            assertThat(calendar.workdays(from, to)).as("%s %s", from, to).isEqualTo(walked(calendar, from, to));
            assertThat(calendar.nextWorkday(from)).contains(step(calendar, from, 1));
            assertThat(calendar.previousWorkday(from)).contains(step(calendar, from, -1));
            int distance = random.nextInt(600) - 300;
            assertThat(calendar.plusWorkdays(from, distance))
                    .as("%s %d", from, distance)
                    .contains(step(calendar, from, distance));
            YearMonth month = YearMonth.from(from);
            List<LocalDate> worked = IntStream.rangeClosed(1, month.lengthOfMonth())
                    .mapToObj(month::atDay)
                    .filter(calendar::isWorkday)
                    .collect(Collectors.toList());
            assertThat(calendar.workdays(month)).isEqualTo(worked.size());
            assertThat(calendar.lastWorkday(month)).contains(worked.get(worked.size() - 1));
            for (int nth = 1; nth <= worked.size(); nth++) {
                assertThat(calendar.nthWorkday(month, nth)).contains(worked.get(nth - 1));
                assertThat(calendar.nthWorkday(month, nth - worked.size() - 1)).contains(worked.get(nth - 1));
            }
            assertThat(calendar.nthWorkday(month, worked.size() + 1)).isEmpty();
            assertThat(calendar.nthWorkday(month, -worked.size() - 1)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} {1} becomes {2}")
    @CsvSource({
        "2025-08-30, KEEP, 2025-08-30", // Saturday before the last Sunday of August
        "2025-08-30, SKIP, ",
        "2025-08-30, FOLLOWING, 2025-09-01",
        "2025-08-30, PRECEDING, 2025-08-29",
        "2025-08-30, MODIFIED_FOLLOWING, 2025-08-29",
        "2025-08-30, MODIFIED_PRECEDING, 2025-08-29",
        "2025-08-30, NEAREST, 2025-08-29",
        "2025-08-31, NEAREST, 2025-09-01",
        "2025-11-01, PRECEDING, 2025-10-31", // Saturday that begins a month
        "2025-11-01, MODIFIED_PRECEDING, 2025-11-03",
        "2025-11-01, MODIFIED_FOLLOWING, 2025-11-03",
        "2025-04-19, NEAREST, 2025-04-22", // the middle of five free days: three away on either side
        "2025-04-18, NEAREST, 2025-04-16",
        "2025-04-16, SKIP, 2025-04-16", // a working day stays
        "2025-04-16, FOLLOWING, 2025-04-16"
    })
    void shiftsAFreeDayAsThePolicySays(LocalDate date, ShiftPolicy policy, LocalDate shifted) {
        assertThat(NORWAY.shift(date, policy)).isEqualTo(Optional.ofNullable(shifted));
    }

    @ParameterizedTest
    @EnumSource
    void neverPutsALaterDateBeforeAnEarlierOne(ShiftPolicy policy) {
        long last = Long.MIN_VALUE;
        long end = LocalDate.of(2045, 1, 1).toEpochDay();
        for (long day = LocalDate.of(2020, 1, 1).toEpochDay(); day < end; day++) {
            long shifted = SWEDEN_WITH_A_COMPANY.shift(day, policy);
            if (shifted != WorkCalendar.NONE) {
                assertThat(shifted).isGreaterThanOrEqualTo(last);
                last = shifted;
            }
        }
    }

    @Test
    void saysNoneWhereNoDayIsEverWorked() {
        LocalDate date = LocalDate.of(2025, 5, 1);
        assertThat(NEVER.nextWorkday(date)).isEmpty();
        assertThat(NEVER.previousWorkday(date)).isEmpty();
        assertThat(NEVER.plusWorkdays(date, 3)).isEmpty();
        assertThat(NEVER.shift(date, ShiftPolicy.NEAREST)).isEmpty();
        assertThat(NEVER.shift(date, ShiftPolicy.MODIFIED_FOLLOWING)).isEmpty();
        assertThat(NEVER.lastWorkday(YearMonth.of(2025, 5))).isEmpty();
    }

    @Test
    void endsWithTheYear9999AndRefusesWhatLiesBeyond() {
        LocalDate last = LocalDate.of(9999, 12, 31); // Friday
        assertThat(NORWAY.nextWorkday(last)).isEmpty();
        assertThat(NORWAY.plusWorkdays(last, 1)).isEmpty();
        assertThat(NORWAY.previousWorkday(LocalDate.of(1, 1, 1))).isEmpty();
        assertThatThrownBy(() -> NORWAY.isWorkday(last.plusDays(1)))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("10000");
        assertThatThrownBy(() -> NORWAY.nthWorkday(YearMonth.of(2025, 1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsTheYearOfEveryDay() {
        for (int year = 1; year <= 9999; year++) {
            assertThat(YearShape.yearOf(LocalDate.of(year, 1, 1).toEpochDay())).isEqualTo(year);
            assertThat(YearShape.yearOf(LocalDate.of(year, 12, 31).toEpochDay()))
                    .isEqualTo(year);
        }
    }

    @Test
    void givesTheSameAnswersFromManyThreads() {
        List<Long> expected = IntStream.range(1600, 2600)
                .mapToObj(WorkCalendarTest::workdaysOf)
                .toList();
        for (int round = 0; round < 20; round++) {
            assertThat(IntStream.range(1600, 2600)
                            .parallel()
                            .mapToObj(WorkCalendarTest::workdaysOf)
                            .toList())
                    .isEqualTo(expected);
        }
    }

    private static final WorkCalendar SWEDEN_WITH_A_COMPANY = WorkCalendar.parse("""
            calendar factory
            name "Factory" nb "Fabrikk" sv "Fabrik"
            include SE+bank
            weekend SU
            holiday 2. MO of 07 "Summer" nb "Sommer" sv "Sommar"
            holiday last FR of 11 from 2010 until 2030 "Stocktaking"
            holiday 02-29 "Leap day"
            free 2025-05-30 "Bridge day"
            work 2025-06-06 "Open in spite of the national day"
            """);

    private static long workdaysOf(int year) {
        return NORWAY.workdays(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    private static long walked(WorkCalendar calendar, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -walked(calendar, to, from);
        }
        return from.datesUntil(to).filter(calendar::isWorkday).count();
    }

    private static LocalDate step(WorkCalendar calendar, LocalDate from, int workdays) {
        LocalDate date = from;
        int left = Math.abs(workdays);
        while (left > 0) {
            date = date.plusDays(Integer.signum(workdays));
            if (calendar.isWorkday(date)) {
                left--;
            }
        }
        return date;
    }

    private static String neverWorked() {
        StringBuilder text = new StringBuilder("calendar never\nweekend SA SU\n");
        LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2025, 1, 1)).forEach(date -> text.append("holiday ")
                .append(date.toString(), 5, 10)
                .append(" \"Closed\"\n"));
        return text.toString();
    }
}
