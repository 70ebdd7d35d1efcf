package org.tickmark.recurrence.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The national calendars against the laws, told here a second time with plain dates. */
class NationalCalendarsTest {
    private static final int LAST_YEAR = 2100;

    @Test
    void norwayKeepsTheDaysOfItsActs() {
        for (int year = 1995; year <= LAST_YEAR; year++) {
            LocalDate easter = EpactEaster.sunday(year);
            Set<LocalDate> free = dates(year, "01-01", "05-01", "05-17", "12-25", "12-26");
            Stream.of(-3, -2, 0, 1, 39, 49, 50).map(easter::plusDays).forEach(free::add);
            assertThat(freeDays("NO", year)).as("%d", year).isEqualTo(free);
            free.add(LocalDate.of(year, 12, 24));
            assertThat(freeDays("NO+bank", year)).as("%d", year).isEqualTo(free);
        }
    }

    @Test
    void swedenKeepsTheDaysOfItsActAndGaveWhitMondayForTheNationalDay() {
        for (int year = 1990; year <= LAST_YEAR; year++) {
            LocalDate easter = EpactEaster.sunday(year);
            Set<LocalDate> free = dates(year, "01-01", "01-06", "05-01", "12-25", "12-26");
            Stream.of(-2, 0, 1, 39, 49).map(easter::plusDays).forEach(free::add);
            free.add(onOrAfter(LocalDate.of(year, 6, 20), SATURDAY));
            free.add(onOrAfter(LocalDate.of(year, 10, 31), SATURDAY));
            free.add(year < 2005 ? easter.plusDays(50) : LocalDate.of(year, 6, 6));
            assertThat(freeDays("SE", year)).as("%d", year).isEqualTo(free);
            free.addAll(dates(year, "12-24", "12-31"));
            free.add(onOrAfter(LocalDate.of(year, 6, 19), FRIDAY));
            assertThat(freeDays("SE+bank", year)).as("%d", year).isEqualTo(free);
        }
    }

    @Test
    void denmarkLostTheGreatPrayerDayIn2024() {
        for (int year = 1983; year <= LAST_YEAR; year++) {
            LocalDate easter = EpactEaster.sunday(year);
            Set<LocalDate> free = dates(year, "01-01", "12-25", "12-26");
            Stream.of(-3, -2, 0, 1, 39, 49, 50).map(easter::plusDays).forEach(free::add);
            if (year < 2024) {
                free.add(easter.with(TemporalAdjusters.next(FRIDAY)).plusWeeks(3));
            }
            assertThat(freeDays("DK", year)).as("%d", year).isEqualTo(free);
        }
    }

    @Test
    void finlandKeptEpiphanyAndAscensionOnSaturdaysFrom1973To1991() {
        for (int year = 1955; year <= LAST_YEAR; year++) {
            LocalDate easter = EpactEaster.sunday(year);
            boolean onSaturdays = year >= 1973 && year <= 1991;
            Set<LocalDate> free = dates(year, "01-01", "05-01", "12-06", "12-25", "12-26");
            Stream.of(-2, 0, 1, 49).map(easter::plusDays).forEach(free::add);
            LocalDate ascension = easter.plusDays(39);
            free.add(onSaturdays ? ascension.with(TemporalAdjusters.previous(SATURDAY)) : ascension);
            LocalDate epiphany = LocalDate.of(year, 1, 6);
            free.add(onSaturdays ? onOrAfter(epiphany, SATURDAY) : epiphany);
            free.add(onOrAfter(LocalDate.of(year, 6, 20), SATURDAY));
            free.add(onOrAfter(LocalDate.of(year, 10, 31), SATURDAY));
            assertThat(freeDays("FI", year)).as("%d", year).isEqualTo(free);
            free.add(LocalDate.of(year, 12, 24));
            free.add(onOrAfter(LocalDate.of(year, 6, 19), FRIDAY));
            assertThat(freeDays("FI+bank", year)).as("%d", year).isEqualTo(free);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // as Norges Bank published them
        "NO+bank, 2017, 04-13 04-14 04-17 05-01 05-17 05-25 06-05 12-25 12-26",
        "NO+bank, 2019, 01-01 04-18 04-19 04-22 05-01 05-17 05-30 06-10 12-24 12-25 12-26",
        // as Danmarks Nationalbank published them
        "DK+bank, 2026, 01-01 04-02 04-03 04-06 05-14 05-15 05-25 06-05 12-24 12-25 12-31",
        "DK+bank, 2027, 01-01 03-25 03-26 03-29 05-06 05-07 05-17 12-24 12-31",
        "DK+bank, 2016, 01-01 03-24 03-25 03-28 04-22 05-05 05-06 05-16 12-26",
        "SE+bank, 2025, 01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31",
        "SE, 2004, 01-01 01-06 04-09 04-12 05-20 05-31",
        "SE, 2005, 01-06 03-25 03-28 05-05 06-06 12-26",
        "FI+bank, 2025, 01-01 01-06 04-18 04-21 05-01 05-29 06-20 12-24 12-25 12-26",
        "NO, 2008, 01-01 03-20 03-21 03-24 05-01 05-12 12-25 12-26"
    })
    void closesTheKnownDaysFromMondayToFriday(String id, int year, String days) {
        List<String> closed = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date ->
                        date.getDayOfWeek().getValue() <= 5 && !calendar(id).isWorkday(date))
                .map(date -> date.toString().substring(5))
                .collect(Collectors.toList());
        assertThat(closed).containsExactly(days.split(" "));
    }

    @Test
    void namesTwoHolidaysThatFallOnOneDay() {
        LocalDate mayDayAndAscension = LocalDate.of(2008, 5, 1); // Thursday
        assertThat(calendar("NO").holidays(mayDayAndAscension))
                .extracting(day -> day.name().nb())
                .containsExactlyInAnyOrder("Arbeidernes dag", "Kristi himmelfartsdag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DK", "FI", "NO", "SE"})
    void namesEveryDayInThreeLanguagesWithItsSource(String country) {
        WorkCalendar calendar = calendar(country).with("bank");
        for (int year = calendar.since(); year < 2030; year++) {
            assertThat(calendar.holidays(year)).allSatisfy(day -> {
                assertThat(List.of(day.name().en(), day.name().nb(), day.name().sv()))
                        .noneMatch(String::isBlank);
                assertThat(day.source()).isNotBlank();
            });
        }
    }

    @Test
    void findsLayersByPlusAndNothingForWhatIsUnknown() {
        assertThat(calendar("SE+bank").id()).isEqualTo("SE+bank");
        assertThat(NationalCalendars.find("SE+moon")).isEmpty();
        assertThat(NationalCalendars.find("XX")).isEmpty();
        assertThat(NationalCalendars.find("")).isEmpty();
        assertThat(NationalCalendars.countries())
                .allSatisfy(code -> assertThat(NationalCalendars.find(code)).isPresent());
    }

    private static WorkCalendar calendar(String id) {
        return NationalCalendars.find(id).orElseThrow();
    }

    private static Set<LocalDate> freeDays(String id, int year) {
        WorkCalendar calendar = calendar(id);
        Set<LocalDate> named =
                calendar.holidays(year).stream().map(FreeDay::date).collect(Collectors.toCollection(TreeSet::new));
        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach(date -> {
            boolean weekend = date.getDayOfWeek().getValue() > 5;
            assertThat(calendar.isWorkday(date)).as("%s", date).isEqualTo(!weekend && !named.contains(date));
        });
        return named;
    }

    private static Set<LocalDate> dates(int year, String... monthDays) {
        return Stream.of(monthDays)
                .map(day -> LocalDate.parse(year + "-" + day))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static LocalDate onOrAfter(LocalDate date, DayOfWeek weekday) {
        return date.with(TemporalAdjusters.nextOrSame(weekday));
    }
}
