package org.tickmark.recurrence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickmark.recurrence.Sequence;

class ShiftedSequenceTest {
    private static final int DAY = 86_400;
    private static final WorkCalendar NORWAY = NationalCalendars.find("NO").orElseThrow();
    private static final WorkCalendar CLOSED_IN_JULY = WorkCalendar.parse(closedInJuly());

    @ParameterizedTest
    @EnumSource
    void holdsWhatShiftingEveryElementGives(ShiftPolicy policy) {
        Random random = new Random(policy.name().hashCode());
        for (int round = 0; round < 20; round++) {
            Shift shift = new Shift(random.nextBoolean() ? NORWAY : CLOSED_IN_JULY, policy);
            Set<Long> original = randomSeconds(random);
            TreeSet<Long> shifted = new TreeSet<>();
            for (long second : original) {
                long day = shift.target(Math.floorDiv(second, DAY));
                if (day != WorkCalendar.NONE) {
                    shifted.add(day * DAY + Math.floorMod(second, DAY));
                }
            }
            Sequence sequence = new ShiftedSequence(new ListedSequence(original), shift);
            SequenceChecks.check(sequence, List.copyOf(shifted), Sequence.MAX, random);
            assertThat(sequence.nth(shifted.size())).isEqualTo(Sequence.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheDatesThatBecomeADate(ShiftPolicy policy) {
        Shift shift = new Shift(CLOSED_IN_JULY, policy);
        LocalDate start = LocalDate.of(2024, 12, 1);
        for (LocalDate target = start; target.getYear() < 2026; target = target.plusDays(1)) {
            LocalDate wanted = target;
            List<LocalDate> sources = target.minusDays(60)
                    .datesUntil(target.plusDays(60))
                    .filter(date -> shift.target(date).filter(wanted::equals).isPresent())
                    .collect(Collectors.toList());
            assertThat(shift.firstSource(target)).isEqualTo(sources.isEmpty() ? target : sources.get(0));
            assertThat(shift.lastSource(target))
                    .isEqualTo(sources.isEmpty() ? target : sources.get(sources.size() - 1));
        }
    }

    @Test
    void mergesTwoElementsThatMeetAndKeepsTheOrderOfTimesOnTheDayTheyMeet() {
        LocalDate saturday = LocalDate.of(2025, 9, 6);
        long monday = saturday.plusDays(2).toEpochDay() * DAY;
        Sequence sequence = new ShiftedSequence(
                new ListedSequence(List.of(
                        saturday.toEpochDay() * DAY + 36_000, // 10:00
                        saturday.toEpochDay() * DAY + 50_400, // 14:00
                        monday + 32_400, // 09:00
                        monday + 36_000)),
                new Shift(NORWAY, ShiftPolicy.FOLLOWING));
        assertThat(sequence.next(monday)).isEqualTo(monday + 32_400);
        assertThat(sequence.next(monday + 32_401)).isEqualTo(monday + 36_000);
        assertThat(sequence.next(monday + 36_001)).isEqualTo(monday + 50_400);
        assertThat(sequence.countBefore(Sequence.MAX)).isEqualTo(3);
    }

    private static Set<Long> randomSeconds(Random random) {
        Set<Long> seconds = new TreeSet<>();
        long day = LocalDate.of(2019 + random.nextInt(5), 1, 1).toEpochDay();
        int step = 1 + random.nextInt(40);
        for (int element = random.nextInt(120); element >= 0; element--) {
            seconds.add(day * DAY + random.nextInt(4) * 3_600L * 6 + random.nextInt(2));
            day += random.nextInt(step);
        }
        return seconds;
    }

    private static String closedInJuly() {
        StringBuilder text = new StringBuilder("calendar factory\ninclude NO\n");
        LocalDate.of(2024, 7, 1).datesUntil(LocalDate.of(2024, 8, 1)).forEach(date -> text.append("holiday ")
                .append(date.toString(), 5, 10)
                .append(" \"Closed\"\n"));
        return text.toString();
    }
}
