package org.tickmark.scheduler.foreign;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tickmark.scheduler.foreign.CalendarField.Bounds;

/**
 * A calendar expression of systemd: weekdays, date, time and zone, each of which may be left out but one.
 *
 * <p>Source: systemd.time(7), section "Calendar Events".
 */
final class CalendarExpression {
    private static final Map<String, String> WORDS = Map.of(
            "minutely", "*-*-* *:*:00",
            "hourly", "*-*-* *:00:00",
            "daily", "*-*-* 00:00:00",
            "weekly", "Mon *-*-* 00:00:00",
            "monthly", "*-*-01 00:00:00",
            "quarterly", "*-01,04,07,10-01 00:00:00",
            "semiannually", "*-01,07-01 00:00:00",
            "semi-annually", "*-01,07-01 00:00:00",
            "yearly", "*-01-01 00:00:00",
            "annually", "*-01-01 00:00:00");

    private static final Bounds YEARS = new Bounds(1970, 2199, CalendarExpression::fullYear);
    private static final Bounds MONTHS = Bounds.of(1, 12);
    private static final Bounds DAYS = Bounds.of(1, 31);
    private static final Bounds HOURS = Bounds.of(0, 23);
    private static final Bounds SIXTY = Bounds.of(0, 59);
    private static final Bounds WEEKDAYS = Bounds.named(1, 7, weekdayNames());

    private CalendarField weekdays = CalendarField.any(WEEKDAYS);
    private CalendarField years = CalendarField.any(YEARS);
    private CalendarField months = CalendarField.any(MONTHS);
    private CalendarField days = CalendarField.any(DAYS);
    private boolean daysFromEnd;
    private CalendarField hours = CalendarField.only(0);
    private CalendarField minutes = CalendarField.only(0);
    private CalendarField seconds = CalendarField.only(0);
    private Optional<String> zone = Optional.empty();

    private CalendarExpression() {}

    private static Map<String, Integer> weekdayNames() {
        Map<String, Integer> names = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            names.put(name, day.getValue());
            names.put(name.substring(0, 3), day.getValue());
        }
        return names;
    }

    private static String fullYear(String word) {
        if (!word.matches("\\d\\d")) {
            return word;
        }
        return (Integer.parseInt(word) >= 70 ? "19" : "20") + word;
    }

    static CalendarExpression parse(String text) throws CalendarSyntaxException {
        CalendarExpression expression = new CalendarExpression();
        List<String> parts = new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
        expression.takeZone(parts);
        String word = parts.size() == 1 ? parts.get(0).toLowerCase(Locale.ROOT) : "";
        if (WORDS.containsKey(word)) {
            parts = new ArrayList<>(Arrays.asList(WORDS.get(word).split(" ")));
        }
        expression.takeWeekdays(parts);
        expression.takeDate(parts);
        expression.takeTime(parts);
        if (!parts.isEmpty() || text.isBlank()) {
            throw new CalendarSyntaxException("systemd.expression", text);
        }
        return expression;
    }

    private void takeZone(List<String> parts) {
        String last = parts.get(parts.size() - 1);
        if (parts.size() > 1
                && (last.equals("UTC") || ZoneId.getAvailableZoneIds().contains(last))) {
            zone = Optional.of(parts.remove(parts.size() - 1));
        }
    }

    private void takeWeekdays(List<String> parts) throws CalendarSyntaxException {
        if (!parts.isEmpty() && Character.isLetter(parts.get(0).charAt(0))) {
            String names = parts.remove(0).toLowerCase(Locale.ROOT);
            String spans = names.replaceAll("(?<=[a-z])-(?=[a-z])", "..").replaceAll(",$", "");
            weekdays = CalendarField.parse(spans, WEEKDAYS);
        }
    }

    private void takeDate(List<String> parts) throws CalendarSyntaxException {
        if (parts.isEmpty() || parts.get(0).contains(":")) {
            return;
        }
        String date = parts.remove(0);
        if (date.startsWith("@")) {
            throw new CalendarSyntaxException("systemd.seconds", date);
        }
        daysFromEnd = date.contains("~");
        List<String> fields = Arrays.asList(date.split("[-~]", -1));
        if (fields.size() < 2
                || fields.size() > 3
                || date.indexOf('~') != date.lastIndexOf('~')
                || (daysFromEnd && date.indexOf('~') < date.lastIndexOf('-'))) {
            throw new CalendarSyntaxException("systemd.date", date);
        }
        int month = fields.size() - 2;
        years = month == 0 ? years : CalendarField.parse(fields.get(0), YEARS);
        months = CalendarField.parse(fields.get(month), MONTHS);
        days = daysFromEnd ? fromEnd(fields.get(month + 1)) : CalendarField.parse(fields.get(month + 1), DAYS);
    }

    /** Days counted from the end of the month: a step goes on towards it. */
    private static CalendarField fromEnd(String text) throws CalendarSyntaxException {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String span : text.split(",", -1)) {
            String[] stepped = span.split("/", -1);
            CalendarField field = CalendarField.parse(stepped[0], DAYS);
            if (stepped.length == 1) {
                numbers.addAll(field.numbers());
            } else {
                Bounds steps = Bounds.of(1, 31);
                int step = CalendarField.parse(stepped[1], steps).numbers().first();
                int least = field.isSingle() ? 1 : field.numbers().first();
                for (int day = field.numbers().last(); day >= least; day -= step) {
                    numbers.add(day);
                }
            }
        }
        return new CalendarField(numbers, false);
    }

    private void takeTime(List<String> parts) throws CalendarSyntaxException {
        if (parts.isEmpty()) {
            return;
        }
        String time = parts.remove(0);
        List<String> fields = Arrays.asList(time.split(":", -1));
        if (fields.size() < 2 || fields.size() > 3) {
            throw new CalendarSyntaxException("systemd.time", time);
        }
        hours = CalendarField.parse(fields.get(0), HOURS);
        minutes = CalendarField.parse(fields.get(1), SIXTY);
        seconds = fields.size() == 3 ? CalendarField.parse(fields.get(2), SIXTY) : CalendarField.only(0);
    }

    /** The zone that it names. */
    Optional<String> zone() {
        return zone;
    }

    /** Nothing before this, by the clocks of the zone. */
    Optional<LocalDateTime> start() {
        return years.isAny() || isOnce()
                ? Optional.empty()
                : Optional.of(LocalDateTime.of(years.numbers().first(), 1, 1, 0, 0));
    }

    /** Nothing at or after this. */
    Optional<LocalDateTime> end() {
        return years.isAny() || isOnce()
                ? Optional.empty()
                : Optional.of(LocalDateTime.of(years.numbers().last() + 1, 1, 1, 0, 0));
    }

    /**
     * The schedule that has the same times, but for the years that {@link #start} and {@link #end} say.
     *
     * @throws CalendarSyntaxException if none has
     */
    String schedule() throws CalendarSyntaxException {
        if (!years.isSpan()) {
            throw new CalendarSyntaxException("systemd.years", years.list());
        }
        if (isOnce()) {
            return "task:once at " + once();
        }
        boolean onBothDays = !weekdays.isAny() && !days.isAny();
        boolean isCron = !daysFromEnd && !onBothDays && seconds.list().equals("0");
        return isCron ? cron() : rule();
    }

    private boolean isOnce() {
        return weekdays.isAny()
                && !daysFromEnd
                && years.isSingle()
                && months.isSingle()
                && days.isSingle()
                && hours.isSingle()
                && minutes.isSingle()
                && seconds.isSingle();
    }

    private String once() throws CalendarSyntaxException {
        String date = "%04d-%02d-%02dT%02d:%02d:%02d"
                .formatted(
                        years.numbers().first(),
                        months.numbers().first(),
                        days.numbers().first(),
                        hours.numbers().first(),
                        minutes.numbers().first(),
                        seconds.numbers().first());
        try {
            return LocalDateTime.parse(date).toString();
        } catch (DateTimeException e) {
            throw new CalendarSyntaxException("systemd.date", date);
        }
    }

    private String cron() {
        return "cron:" + String.join(" ", minutes.list(), hours.list(), days.list(), months.list(), cronWeekdays());
    }

    private String cronWeekdays() {
        return weekdays.isAny()
                ? "*"
                : weekdays.numbers().stream()
                        .map(day -> String.valueOf(day % 7))
                        .collect(Collectors.joining(","));
    }

    /** Both the day and the weekday must be right, which cron cannot say. */
    private String rule() {
        StringBuilder rule = new StringBuilder("RRULE:FREQ=").append(frequency());
        part(rule, "BYMONTH", months, UnaryOperator.identity());
        part(rule, "BYMONTHDAY", days, day -> daysFromEnd ? "-" + day : day);
        part(rule, "BYDAY", weekdays, day -> DayOfWeek.of(Integer.parseInt(day))
                .name()
                .substring(0, 2));
        if (!hours.isAny()) {
            list(rule, "BYHOUR", hours, UnaryOperator.identity());
        }
        if (!hours.isAny() || !minutes.isAny()) {
            list(rule, "BYMINUTE", minutes, UnaryOperator.identity());
        }
        if (!frequency().equals("SECONDLY")) {
            list(rule, "BYSECOND", seconds, UnaryOperator.identity());
        }
        return rule.toString();
    }

    /** The shortest unit of which all are allowed, with all that are longer than it and shorter than a day. */
    private String frequency() {
        if (!hours.isAny()) {
            return "DAILY";
        }
        if (!minutes.isAny()) {
            return "HOURLY";
        }
        return seconds.isAny() ? "SECONDLY" : "MINUTELY";
    }

    private static void part(StringBuilder rule, String name, CalendarField field, UnaryOperator<String> word) {
        if (!field.isAny()) {
            list(rule, name, field, word);
        }
    }

    private static void list(StringBuilder rule, String name, CalendarField field, UnaryOperator<String> word) {
        rule.append(';').append(name).append('=');
        rule.append(field.numbers().stream().map(String::valueOf).map(word).collect(Collectors.joining(",")));
    }
}
