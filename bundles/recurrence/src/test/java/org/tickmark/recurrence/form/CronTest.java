package org.tickmark.recurrence.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Sequence;

class CronTest {
    private static final int RULES = Integer.getInteger("tickmark.recurrence.forms", 200);
    private static final long SEED = Long.getLong("tickmark.recurrence.seed", 1970);
    private static final int DAYS = 500;
    private static final long DAY = 86_400;

    static Stream<Map<String, String>> crons() {
        return Rows.of(CronTest.class, "crons.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("crons")
    void firesAtTheTimesOfTheTable(Map<String, String> row) {
        RuleForm cron = Rules.parse(row.get("text"));
        List<LocalDateTime> expected = Stream.of(row.get("times").split(" "))
                .filter(time -> !time.equals("-"))
                .map(LocalDateTime::parse)
                .toList();
        Moment start = Moment.of(LocalDateTime.parse(row.get("start")));
        assertThat(Occurrences.of(cron, start, Math.max(1, expected.size()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("crons")
    void saysTheSameAsRuleOfRfc5545OrNamesWhatItCannotSay(Map<String, String> row) {
        Conversion<RecurrenceRule> rule = Rules.parse(row.get("text")).toRecurrenceRule();
        if (row.get("rrule").contains("=")) {
            assertThat(rule.value().map(RecurrenceRule::toString)).contains(row.get("rrule"));
        } else {
            assertThat(rule.losses())
                    .extracting(loss -> loss.kind().name())
                    .containsExactly(row.get("rrule").split(","));
        }
    }

    @Test
    void firesOnTheDaysAndTimesThatTheFieldsSay() {
        for (int i = 0; i < RULES; i++) {
            RandomForms forms = new RandomForms(SEED + i);
            UnixCron unix = forms.unix();
            check(unix, forms.dateTime(), day -> firesOn(unix, day), times(unix.hour(), unix.minute(), zero()));
            QuartzCron quartz = forms.quartz();
            check(
                    quartz,
                    forms.dateTime(),
                    day -> firesOn(quartz, day),
                    times(quartz.hour(), quartz.minute(), quartz.second()));
        }
    }

    private static CronField zero() {
        return CronField.of(CronUnit.SECOND, List.of(0));
    }

    /** How often a day, when first and when last. */
    private record Times(int count, int firstSecond, int lastSecond) {}

    private static Times times(CronField hours, CronField minutes, CronField seconds) {
        BitSet hour = hours.numbers();
        BitSet minute = minutes.numbers();
        BitSet second = seconds.numbers();
        return new Times(
                hour.cardinality() * minute.cardinality() * second.cardinality(),
                (hour.nextSetBit(0) * 60 + minute.nextSetBit(0)) * 60 + second.nextSetBit(0),
                ((hour.length() - 1) * 60 + minute.length() - 1) * 60 + second.length() - 1);
    }

    private static boolean firesOn(UnixCron cron, LocalDate day) {
        boolean month = cron.month().numbers().get(day.getMonthValue());
        boolean dayOfMonth = cron.dayOfMonth().numbers().get(day.getDayOfMonth());
        boolean dayOfWeek = cron.dayOfWeek().numbers().get(day.getDayOfWeek().getValue() % 7);
        boolean either = !cron.dayOfMonth().text().startsWith("*")
                && !cron.dayOfWeek().text().startsWith("*");
        return month && (either ? dayOfMonth || dayOfWeek : dayOfMonth && dayOfWeek);
    }

    private static boolean firesOn(QuartzCron cron, LocalDate day) {
        return cron.month().numbers().get(day.getMonthValue())
                && (cron.year().isAll() || cron.year().numbers().get(day.getYear()))
                && firesOn(cron.days(), day);
    }

    private static boolean firesOn(QuartzDays days, LocalDate day) {
        if (days instanceof QuartzDays.OfWeek ofWeek) {
            return ofWeek.days().numbers().get(day.getDayOfWeek().getValue() % 7 + 1);
        }
        if (days instanceof QuartzDays.LastOfWeekday last) {
            return day.equals(day.with(TemporalAdjusters.lastInMonth(last.weekday())));
        }
        if (days instanceof QuartzDays.NthOfWeekday nth) {
            return day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(nth.nth(), nth.weekday())));
        }
        return !(days instanceof QuartzDays.OfMonth ofMonth) || firesOn(ofMonth, day);
    }

    private static boolean firesOn(QuartzDays.OfMonth days, LocalDate day) {
        int length = day.lengthOfMonth();
        return days.days().stream().anyMatch(span -> new CronField(CronUnit.DAY_OF_MONTH, List.of(span))
                        .numbers()
                        .get(day.getDayOfMonth()))
                || days.beforeLast().contains(length - day.getDayOfMonth())
                || days.nearestTo().stream().anyMatch(to -> isNearest(to, day))
                || days.nearestToBeforeLast().stream().anyMatch(before -> isNearest(length - before, day));
    }

    /** By searching: of the Mondays to Fridays of the month, the one with the least distance; before a tie, the Friday. */
    private static boolean isNearest(int to, LocalDate day) {
        if (to < 1 || to > day.lengthOfMonth()) {
            return false;
        }
        LocalDate nearest = null;
        for (int candidate = 1; candidate <= day.lengthOfMonth(); candidate++) {
            LocalDate date = day.withDayOfMonth(candidate);
            boolean weekday = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            if (weekday && (nearest == null || Math.abs(candidate - to) < Math.abs(nearest.getDayOfMonth() - to))) {
                nearest = date;
            }
        }
        return day.equals(nearest);
    }

    private static void check(RuleForm cron, LocalDateTime start, Predicate<LocalDate> firesOn, Times times) {
        Sequence sequence = cron.sequence(Moment.of(start));
        String description = cron.text() + " from " + start;
        LocalDate first = start.toLocalDate().plusDays(1);
        long count = sequence.countBefore(second(first));
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = first.plusDays(i);
            int made = firesOn.test(day) ? times.count() : 0;
            long begin = second(day);
            assertEquals(made, sequence.countBefore(begin + DAY) - count, () -> description + " on " + day);
            if (made > 0) {
                long firstTime = begin + times.firstSecond();
                long lastTime = begin + times.lastSecond();
                assertEquals(firstTime, sequence.next(begin), description);
                assertEquals(lastTime, sequence.previous(begin + DAY - 1), description);
                assertEquals(firstTime, sequence.nth(count), description);
                assertEquals(lastTime, sequence.nth(count + made - 1), description);
            }
            count += made;
        }
    }

    private static long second(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}
