package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which days a Quartz expression allows: its two fields of days, of which one is always {@code ?}. */
public sealed interface QuartzDays {
    /** The text of the field "day of month". */
    String dayOfMonth();

    /** The text of the field "day of week". */
    String dayOfWeek();

    /** Every day. */
    record Every() implements QuartzDays {
        @Override
        public String dayOfMonth() {
            return "*";
        }

        @Override
        public String dayOfWeek() {
            return "?";
        }
    }

    /**
     * Days of the month; at least one of the lists has an element. Each list is kept in order and without repetition.
     *
     * @param days spans of day numbers
     * @param nearestTo for each of these days, 1 to 31, the nearest Monday to Friday in the same month ({@code 15W})
     * @param beforeLast days before the last day of the month, 0 to 30 ({@code L}, {@code L-3})
     * @param nearestToBeforeLast for each of these, the nearest Monday to Friday in the same month ({@code LW}, {@code L-3W})
     */
    record OfMonth(
            List<CronSpan> days, List<Integer> nearestTo, List<Integer> beforeLast, List<Integer> nearestToBeforeLast)
            implements QuartzDays {
        public OfMonth {
            days = days.isEmpty() ? List.of() : new CronField(CronUnit.DAY_OF_MONTH, days).spans();
            nearestTo = ordered("day", nearestTo, 1, 31);
            beforeLast = ordered("days before the last", beforeLast, 0, 30);
            nearestToBeforeLast = ordered("days before the last", nearestToBeforeLast, 0, 30);
            boolean alone = nearestTo.isEmpty() && beforeLast.isEmpty() && nearestToBeforeLast.isEmpty();
            if (alone && (days.isEmpty() || isStar(days))) {
                throw new IllegalArgumentException(
                        days.isEmpty() ? "no day of month: expected at least one" : "\"*\" alone: expected Every");
            }
        }

        private static List<Integer> ordered(String name, List<Integer> numbers, int least, int most) {
            numbers.forEach(number -> Checks.within(name, number, least, most));
            return numbers.stream().sorted().distinct().toList();
        }

        @Override
        public String dayOfMonth() {
            List<String> parts = new ArrayList<>();
            if (!days.isEmpty()) {
                parts.add(new CronField(CronUnit.DAY_OF_MONTH, days).text());
            }
            Stream.of(
                            nearestTo.stream().map(day -> day + "W"),
                            beforeLast.stream().map(OfMonth::last),
                            nearestToBeforeLast.stream().map(before -> last(before) + "W"))
                    .flatMap(texts -> texts)
                    .forEach(parts::add);
            return String.join(",", parts);
        }

        private static String last(int before) {
            return before == 0 ? "L" : "L-" + before;
        }

        @Override
        public String dayOfWeek() {
            return "?";
        }
    }

    /** Weekdays. */
    record OfWeek(CronField days) implements QuartzDays {
        public OfWeek {
            if (days.unit() != CronUnit.QUARTZ_DAY_OF_WEEK) {
                throw new IllegalArgumentException(
                        "a field of " + days.unit() + ": expected one of " + CronUnit.QUARTZ_DAY_OF_WEEK);
            }
            if (isStar(days.spans())) {
                throw new IllegalArgumentException("\"*\" alone: expected Every");
            }
        }

        @Override
        public String dayOfMonth() {
            return "?";
        }

        @Override
        public String dayOfWeek() {
            return days.text();
        }
    }

    /** The last of a weekday in the month ({@code FRIL}). */
    record LastOfWeekday(DayOfWeek weekday) implements QuartzDays {
        public LastOfWeekday {
            Objects.requireNonNull(weekday, "weekday");
        }

        @Override
        public String dayOfMonth() {
            return "?";
        }

        @Override
        public String dayOfWeek() {
            return weekday.name().substring(0, 3) + "L";
        }
    }

    /**
     * The n-th of a weekday in the month ({@code FRI#3}); a month without a fifth has none.
     *
     * @param nth 1 to 5
     */
    record NthOfWeekday(DayOfWeek weekday, int nth) implements QuartzDays {
        public NthOfWeekday {
            Objects.requireNonNull(weekday, "weekday");
            Checks.within("number of the weekday", nth, 1, 5);
        }

        @Override
        public String dayOfMonth() {
            return "?";
        }

        @Override
        public String dayOfWeek() {
            return weekday.name().substring(0, 3) + "#" + nth;
        }
    }

    /** Whether a list is the single element {@code *}. */
    static boolean isStar(List<CronSpan> spans) {
        return spans.size() == 1 && spans.get(0).star() && spans.get(0).step() == 1;
    }
}
