package org.tickmark.recurrence.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.Shift;
import org.tickmark.recurrence.calendar.ShiftPolicy;
import org.tickmark.recurrence.calendar.WorkCalendar;
import org.tickmark.recurrence.calendar.WorkdayRule;
import org.tickmark.recurrence.series.ConflictVerdict.Never;
import org.tickmark.recurrence.series.ConflictVerdict.Proof;

/** Proofs for rules that have no cycle: by times of day where these decide, else by dates. */
class DateProofsTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final WorkCalendar NORWAY = NationalCalendars.find("NO").orElseThrow();
    private static final Series DAILY = series("FREQ=DAILY", 9, 0);

    @Test
    void searchesNothingWhereTimesOfDayAreApartFromThoseOfTheLastWorkingDay() {
        Series lastWorkday = series(WorkdayRule.last(NORWAY), 12, 0);
        assertThat(rangesSearched(DAILY, lastWorkday)).isZero();
        assertThat(Conflicts.between(DAILY, lastWorkday).verdict()).isEqualTo(new Never(Proof.WHOLE_RANGE));
    }

    @Test
    void searchesNothingWhereTimesOfDayAreApartFromThoseOfAShiftedWeek() {
        Series weekly = shifted(series("FREQ=WEEKLY;BYDAY=SA", 9, 30), ShiftPolicy.PRECEDING);
        assertThat(rangesSearched(DAILY, weekly)).isZero();
        assertThat(Conflicts.between(DAILY, weekly).verdict()).isEqualTo(new Never(Proof.WHOLE_RANGE));
    }

    @Test
    void searchesNothingWhereTimesOfDayAreApartFromThoseOfShiftedDays() {
        Series shifted = shifted(series("FREQ=DAILY", 12, 0), ShiftPolicy.FOLLOWING);
        assertThat(rangesSearched(DAILY, shifted)).isZero();
        assertThat(Conflicts.between(DAILY, shifted).verdict()).isEqualTo(new Never(Proof.WHOLE_RANGE));
    }

    @Test
    void comparesDatesWhereTimesOfDayMeet() {
        Series lastWorkday = series(WorkdayRule.last(NORWAY), 9, 0);
        Series tenth = series("FREQ=MONTHLY;BYMONTHDAY=10", 9, 0);
        assertThat(Conflicts.between(lastWorkday, tenth).verdict()).isEqualTo(new Never(Proof.WHOLE_RANGE));
        Series thirtieth = series("FREQ=MONTHLY;BYMONTHDAY=30", 9, 0);
        assertThat(Conflicts.between(lastWorkday, thirtieth).verdict())
                .isInstanceOfSatisfying(
                        ConflictVerdict.Found.class,
                        found -> assertThat(found.first().start()).isEqualTo(at(LocalDate.of(2025, 4, 30), 9, 0)));
    }

    @Test
    void findsWhatAGapInTheClockMovedAndAShiftThenTookToAnotherDay() {
        Series night = shifted(series("FREQ=DAILY", 2, 30), ShiftPolicy.FOLLOWING); // Sunday 30 March 2025 has no 2:30
        Series later =
                series("FREQ=DAILY", 3, 30).with(List.of(new Deviation.Excluded(at(LocalDate.of(2025, 3, 30), 3, 30))));
        assertThat(Conflicts.between(night, later)
                        .first(night.start())
                        .orElseThrow()
                        .start())
                .isEqualTo(at(LocalDate.of(2025, 3, 31), 3, 30));
    }

    @Test
    void findsWhatFreeDaysTookBackFromOneChangeOfTheClockPastAnother() {
        ZoneId casablanca = ZoneId.of("Africa/Casablanca"); // back on 20 July 2012, forward on 20 August 2012 at 2:00
        LocalDate monday = LocalDate.of(2012, 7, 9); // the last working day before 21 August
        String holidays = monday.plusDays(1)
                .datesUntil(LocalDate.of(2012, 8, 26))
                .map(day -> "free " + day + " \"closed\"\n")
                .collect(Collectors.joining());
        WorkCalendar calendar = WorkCalendar.parse("calendar x\nname \"x\"\nweekend SA SU\n" + holidays);
        Series gap = Series.of(
                        Moment.of(LocalDate.of(2012, 1, 2).atTime(2, 30), casablanca),
                        RecurrenceRule.parse("FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=20"))
                .shifted(new Shift(calendar, ShiftPolicy.PRECEDING), Meeting.MERGE);
        Series yearly = Series.of(
                Moment.of(monday.atTime(3, 30), casablanca),
                RecurrenceRule.parse("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=9"));
        assertThat(Conflicts.between(gap, yearly).first(gap.start()).map(Conflict::start))
                .contains(yearly.start());
    }

    @Test
    void tellsWhetherTimesOfDayMeetAsComparingAllOfTwoDaysDoes() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            int step = 3_600 * (1 + random.nextInt(24));
            int otherStep = 3_600 * (1 + random.nextInt(24));
            TimesOfDay one = times(random.nextInt(86_400), step);
            TimesOfDay other = times(random.nextInt(86_400), otherStep);
            int length = 1 + random.nextInt(3_000);
            int otherLength = 1 + random.nextInt(3_000);
            int difference = random.nextInt(100_000) - 50_000;
            assertThat(one.canMeet(length, other, otherLength, difference))
                    .as("round %d", round)
                    .isEqualTo(taken(one, length, 0).intersects(taken(other, otherLength, difference)));
        }
    }

    private static TimesOfDay times(int start, int step) {
        return TimesOfDay.of(
                ElapsedRule.every(Duration.ofSeconds(step)), Moments.at(start, Moment.of(MONDAY.atStartOfDay())));
    }

    private static BitSet taken(TimesOfDay times, int length, int offset) {
        BitSet taken = new BitSet();
        times.seconds().stream().forEach(time -> {
            for (int second = 0; second < length; second++) {
                taken.set(Math.floorMod(time + offset + second, 86_400));
            }
        });
        return taken;
    }

    private static int rangesSearched(Series one, Series other) {
        Outlook outlook = Outlook.of(one, other, Sequence.MIN);
        int ranges = 0;
        for (Optional<Outlook.Range> range = outlook.next(Sequence.MIN);
                range.isPresent();
                range = outlook.next(range.get().end())) {
            ranges++;
        }
        return ranges;
    }

    private static Series shifted(Series series, ShiftPolicy policy) {
        return series.shifted(new Shift(NORWAY, policy), Meeting.MERGE);
    }

    private static Series series(String rule, int hour, int minute) {
        return series(RecurrenceRule.parse(rule), hour, minute);
    }

    private static Series series(Rule rule, int hour, int minute) {
        return Series.of(at(MONDAY, hour, minute), rule).lasting(Length.of(Duration.ofMinutes(30)));
    }

    private static Moment at(LocalDate date, int hour, int minute) {
        return Moment.of(date.atTime(LocalTime.of(hour, minute)), OSLO);
    }
}
