package org.tickmark.recurrence.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.series.ConflictVerdict.Proof;

/** What the search for conflicts costs, in questions asked and in time looked through, not in seconds on a clock. */
class ConflictStepsTest {
    private static final LocalDateTime MONDAY = LocalDateTime.of(2025, 1, 6, 9, 0);
    private static final int MONTHS_A_CYCLE = 4_800;
    private static final int CHANGES_A_CYCLE = 400 * 4;

    @Test
    void asksNoMoreThanOneCommonCycleHolds() {
        Counted mondays = counted(RecurrenceRule.parse("FREQ=MONTHLY;BYDAY=1MO"));
        Counted tuesdays = counted(RecurrenceRule.parse("FREQ=MONTHLY;BYDAY=1TU"));
        Meets meets = new Meets(beat(mondays, 0), beat(tuesdays, 0), Cycles.FOUR_CENTURIES);
        assertThat(meets.next(Sequence.MIN)).isEqualTo(Sequence.NONE);
        assertThat(mondays.asked + tuesdays.asked).isBetween(MONTHS_A_CYCLE, 2 * MONTHS_A_CYCLE + 10);
    }

    @Test
    void asksNothingAgainOnceItIsProven() {
        Counted mondays = counted(RecurrenceRule.parse("FREQ=MONTHLY;BYDAY=1MO"));
        Counted tuesdays = counted(RecurrenceRule.parse("FREQ=MONTHLY;BYDAY=1TU"));
        Meets meets = new Meets(beat(mondays, 0), beat(tuesdays, 0), Cycles.FOUR_CENTURIES);
        meets.next(Sequence.MIN);
        mondays.asked = 0;
        assertThat(meets.next(MONDAY.plusYears(3).toEpochSecond(ZoneOffset.UTC)))
                .isEqualTo(Sequence.NONE);
        assertThat(mondays.asked).isLessThan(3);
    }

    @Test
    void asksAFixedNumberOfTimesWhereBothAreEvenlySpaced() {
        Counted one = counted(ElapsedRule.every(Duration.ofSeconds(1_000_003 * 2)));
        Counted other = new Counted(
                Moved.by(1, ElapsedRule.every(Duration.ofSeconds(999_983 * 2)).sequence(Moment.of(MONDAY))));
        Meets meets = new Meets(beat(one, 1_000_003 * 2), beat(other, 999_983 * 2), Sequence.MAX);
        assertThat(meets.next(Sequence.MIN)).isEqualTo(Sequence.NONE);
        assertThat(one.asked + other.asked).isLessThan(200);
    }

    @Test
    void looksOnlyAroundChangesOfTheClocksOfTwoZones() {
        Series oslo = everyQuarter(MONDAY, "Europe/Oslo");
        Series newYork = everyQuarter(MONDAY.plusMinutes(7), "America/New_York");
        Outlook outlook = Outlook.of(oslo, newYork, Sequence.MIN);
        int ranges = 0;
        long seconds = 0;
        Optional<Outlook.Range> range = outlook.next(Sequence.MIN);
        while (range.isPresent()) {
            ranges++;
            seconds += range.get().end() - range.get().start();
            range = outlook.next(range.get().end());
        }
        assertThat(ranges).isBetween(CHANGES_A_CYCLE / 2, CHANGES_A_CYCLE + 10);
        assertThat(seconds).isLessThan((CHANGES_A_CYCLE + 10) * 3 * 3_600L);
        assertThat(outlook.proof()).isEqualTo(Proof.COMMON_CYCLE);
    }

    @Test
    void knowsByTheTimesOfDayThatNoChangeOfTheClockMatters() {
        assertThat(isQuietAtChanges("2025-01-06T09:00", 1_800)).isTrue();
        assertThat(isQuietAtChanges("2025-01-06T02:30", 1_800)).isFalse(); // which one day has not, and one has twice
        assertThat(isQuietAtChanges("2025-01-06T04:20", 1_800)).isFalse();
        assertThat(isQuietAtChanges("2025-01-06T09:00", 6 * 3_600)).isFalse();
    }

    private static boolean isQuietAtChanges(String start, long reach) {
        Moment first = Moment.of(LocalDateTime.parse(start), ZoneId.of("Europe/Oslo"));
        Series series = Series.of(first, RecurrenceRule.parse("FREQ=WEEKLY"));
        return OnClock.of(series, false).isQuietAtChanges(first.lineSecond(), reach);
    }

    private static Series everyQuarter(LocalDateTime start, String zone) {
        return Series.of(Moment.of(start, ZoneId.of(zone)), RecurrenceRule.parse("FREQ=MINUTELY;INTERVAL=15"))
                .lasting(Length.of(Duration.ofMinutes(5)));
    }

    private static Counted counted(Rule rule) {
        return new Counted(rule.sequence(Moment.of(MONDAY)));
    }

    private static Meets.Beat beat(Sequence sequence, long step) {
        return new Meets.Beat(sequence, 1, step);
    }

    /** A sequence that counts how often it is asked. */
    private static final class Counted implements Sequence {
        private final Sequence given;
        private int asked;

        Counted(Sequence given) {
            this.given = given;
        }

        @Override
        public long next(long atOrAfter) {
            asked++;
            return given.next(atOrAfter);
        }

        @Override
        public long previous(long atOrBefore) {
            asked++;
            return given.previous(atOrBefore);
        }

        @Override
        public long countBefore(long second) {
            asked++;
            return given.countBefore(second);
        }

        @Override
        public long nth(long index) {
            asked++;
            return given.nth(index);
        }

        @Override
        public boolean isEndless() {
            return given.isEndless();
        }
    }
}
