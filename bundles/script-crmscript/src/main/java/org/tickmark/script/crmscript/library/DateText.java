package org.tickmark.script.crmscript.library;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes dates and times. */
final class DateText {
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[:.]\\d{1,9})?+)?+)?+");
    private static final Pattern STAMP = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2}))?+");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?+");
    private static final String NO_DATE = "0{8}|0{14}|0000-00-00.*|0?";

    /** The codes of a format, the longer ones first. */
    private static final Pattern CODE =
            Pattern.compile("YY4|YY2|MM2|MM1|DD2|DD1|HH24|HH12|HH2|HH1|MI2|MI1|SS2|SS1|ISOW2|ISOW1|WDAY|MONTH|AMPM");

    private DateText() {}

    /** A date and time; null for a text that says that there is none. */
    static LocalDateTime dateTime(String given) {
        String text = given.strip();
        if (text.matches(NO_DATE)) {
            return null;
        }
        Matcher matcher = MOMENT.matcher(text);
        if (!matcher.matches()) {
            matcher = STAMP.matcher(text);
        }
        if (!matcher.matches()) {
            throw Lib.unreadable(given, "YYYY-MM-DD HH:MM:SS");
        }
        try {
            return LocalDateTime.of(
                    number(matcher, 1),
                    number(matcher, 2),
                    number(matcher, 3),
                    number(matcher, 4),
                    number(matcher, 5),
                    number(matcher, 6));
        } catch (DateTimeException e) {
            throw Lib.unreadable(given, "YYYY-MM-DD HH:MM:SS");
        }
    }

    static LocalDate date(String text) {
        LocalDateTime dateTime = dateTime(text);
        return dateTime == null ? null : dateTime.toLocalDate();
    }

    static LocalTime time(String given) {
        Matcher matcher = TIME.matcher(given.strip());
        if (!matcher.matches()) {
            LocalDateTime dateTime = dateTime(given);
            return dateTime == null ? null : dateTime.toLocalTime();
        }
        try {
            return LocalTime.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        } catch (DateTimeException e) {
            throw Lib.unreadable(given, "HH:MM:SS");
        }
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    /**
     * Writes a date by a format.
     *
     * @param months names of the months; English without
     * @param days names of the days of the week from Monday; English without
     */
    static String write(LocalDateTime moment, String format, List<String> months, List<String> days) {
        return CODE.matcher(format)
                .replaceAll(match -> Matcher.quoteReplacement(code(moment, match.group(), months, days)));
    }

    private static String code(LocalDateTime moment, String code, List<String> months, List<String> days) {
        return switch (code) {
            case "YY4" -> padded(moment.getYear(), 4);
            case "YY2" -> padded(moment.getYear() % 100, 2);
            case "MM2" -> padded(moment.getMonthValue(), 2);
            case "MM1" -> padded(moment.getMonthValue(), 1);
            case "DD2" -> padded(moment.getDayOfMonth(), 2);
            case "DD1" -> padded(moment.getDayOfMonth(), 1);
            case "HH24", "HH2" -> padded(moment.getHour(), 2);
            case "HH1" -> padded(moment.getHour(), 1);
            case "HH12" -> padded((moment.getHour() + 11) % 12 + 1, 2);
            case "MI2" -> padded(moment.getMinute(), 2);
            case "MI1" -> padded(moment.getMinute(), 1);
            case "SS2" -> padded(moment.getSecond(), 2);
            case "SS1" -> padded(moment.getSecond(), 1);
            case "ISOW2" -> padded(week(moment), 2);
            case "ISOW1" -> padded(week(moment), 1);
            case "WDAY" ->
                named(
                        days,
                        moment.getDayOfWeek().getValue(),
                        moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case "MONTH" ->
                named(months, moment.getMonthValue(), moment.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            default -> moment.getHour() < 12 ? "AM" : "PM";
        };
    }

    private static String padded(int number, int digits) {
        String text = String.valueOf(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static String named(List<String> names, int number, String english) {
        return number <= names.size() ? names.get(number - 1).strip() : english;
    }

    static int week(LocalDateTime moment) {
        return moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
