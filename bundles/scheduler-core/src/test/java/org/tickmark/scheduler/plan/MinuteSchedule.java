package org.tickmark.scheduler.plan;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tickmark.api.host.tasks.Timing;

/** A random schedule of whole minutes, said as a cron expression or as a frequency of tasks, and read by itself. */
final class MinuteSchedule {
    private final SortedSet<Integer> minutes;
    private final SortedSet<Integer> hours;
    private final SortedSet<Integer> days;
    private final SortedSet<Integer> months;
    private final SortedSet<Integer> weekdays;
    private final boolean isWeekly;

    MinuteSchedule(Random random) {
        isWeekly = random.nextInt(3) == 0;
        minutes = some(random, 0, 59, isWeekly ? 1 : random.nextBoolean() ? 60 : 4);
        hours = some(random, 0, 23, isWeekly ? 1 : random.nextBoolean() ? 24 : 3);
        days = some(random, 1, 31, isWeekly || random.nextInt(3) > 0 ? 31 : 3);
        months = some(random, 1, 12, isWeekly || random.nextInt(3) > 0 ? 12 : 4);
        weekdays = some(random, 1, 7, isWeekly ? 3 : days.size() < 31 || random.nextBoolean() ? 7 : 3);
        if (days.first() > 28 && months.size() < 12) {
            months.add(1);
        }
    }

    /** At most so many of the numbers, at least one; all of them if the number is that of all. */
    private static SortedSet<Integer> some(Random random, int first, int last, int most) {
        if (most == last - first + 1) {
            return IntStream.rangeClosed(first, last).boxed().collect(Collectors.toCollection(TreeSet::new));
        }
        SortedSet<Integer> some = new TreeSet<>();
        for (int i = 0; i < most; i++) {
            some.add(first + random.nextInt(last - first + 1));
        }
        return some;
    }

    String text() {
        if (isWeekly) {
            List<String> names = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
            return "task:weekly on "
                    + weekdays.stream().map(day -> names.get(day - 1)).collect(Collectors.joining(","))
                    + " at %02d:%02d".formatted(hours.first(), minutes.first());
        }
        return "cron:" + field(minutes, 60) + " " + field(hours, 24) + " " + field(days, 31) + " " + field(months, 12)
                + " " + field(weekdays, 7);
    }

    private static String field(SortedSet<Integer> numbers, int all) {
        return numbers.size() == all
                ? "*"
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private boolean has(LocalDateTime time) {
        return minutes.contains(time.getMinute())
                && hours.contains(time.getHour())
                && days.contains(time.getDayOfMonth())
                && months.contains(time.getMonthValue())
                && weekdays.contains(time.getDayOfWeek().getValue());
    }

    /** The times that the minutes on the wall clock have which the schedule names, each put on the time line by itself. */
    SortedSet<Instant> times(ZoneId zone, Timing.Gap gap, Timing.Overlap overlap, Instant from, Instant end) {
        SortedSet<Instant> times = new TreeSet<>();
        LocalDateTime last = LocalDateTime.ofInstant(end, ZoneOffset.UTC).plusDays(2);
        LocalDateTime time = LocalDateTime.ofInstant(from, ZoneOffset.UTC).minusDays(2);
        Timing.Overlap effective =
                overlap == Timing.Overlap.FIRST && hours.size() == 24 ? Timing.Overlap.BOTH : overlap;
        for (; time.isBefore(last); time = time.plusMinutes(1)) {
            if (has(time)) {
                add(times, time, zone, gap, effective);
            }
        }
        times.removeIf(instant -> instant.isBefore(from) || !instant.isBefore(end));
        return times;
    }

    private static void add(
            SortedSet<Instant> times, LocalDateTime time, ZoneId zone, Timing.Gap gap, Timing.Overlap overlap) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        ZoneOffsetTransition transition = zone.getRules().getTransition(time);
        if (offsets.size() == 1) {
            times.add(time.toInstant(offsets.get(0)));
        } else if (offsets.isEmpty()) {
            switch (gap) {
                case SHIFT -> times.add(time.toInstant(transition.getOffsetBefore()));
                case FIRST_VALID -> times.add(transition.getInstant().truncatedTo(ChronoUnit.SECONDS));
                case SKIP -> {}
            }
        } else {
            if (overlap != Timing.Overlap.SECOND) {
                times.add(time.toInstant(offsets.get(0)));
            }
            if (overlap != Timing.Overlap.FIRST) {
                times.add(time.toInstant(offsets.get(1)));
            }
        }
    }
}
