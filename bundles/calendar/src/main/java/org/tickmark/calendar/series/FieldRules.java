package org.tickmark.calendar.series;

import java.util.Map;
import java.util.regex.Pattern;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.AppointmentKind;
import org.tickmark.api.host.calendar.AppointmentStatus;
import org.tickmark.api.host.calendar.Fields;

/** What the fields of appointments may hold. */
public final class FieldRules {
    /** What {@link Fields#SHOW_AS} says of time that is not blocked. */
    public static final String FREE = "free";

    /** What a file names an item by; an item has it alone. */
    public static final String UID = "x-uid";

    /** What {@link Fields#SEND_MAIL} says where people are written to. */
    public static final String YES = "yes";

    private static final String BUSY = "busy";
    private static final Pattern FOREIGN = Pattern.compile("x-[a-z0-9-]{1,200}");
    private static final Pattern MINUTES = Pattern.compile("\\d{1,6}");
    private static final int MINUTES_OF_A_WEEK = 10_080;
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_NOTE = 200_000;

    private FieldRules() {}

    /**
     * Checks fields; an empty value stands for the usual one.
     *
     * @throws TickmarkException {@code calendar.invalid}
     */
    public static void check(Map<String, String> fields) {
        fields.forEach(FieldRules::check);
    }

    /** As {@link #check(Map)}; what only the calendar itself writes may be among them. */
    public static void checkKept(Map<String, String> fields) {
        fields.forEach((name, value) -> {
            if (name.startsWith(Who.ANSWER) || name.equals(Who.SEQUENCE)) {
                length(name, value, LONGEST_NOTE);
            } else {
                check(name, value);
            }
        });
    }

    private static void check(String name, String value) {
        switch (name) {
            case Fields.TITLE, Fields.LOCATION -> length(name, value, LONGEST_LINE);
            case Fields.NOTE -> length(name, value, LONGEST_NOTE);
            case Fields.KIND ->
                require(AppointmentKind.ofWord(value).isPresent(), name, value, "appointment, task, call");
            case Fields.STATUS ->
                require(AppointmentStatus.ofWord(value).isPresent(), name, value, "not-started, started, completed");
            case Fields.SHOW_AS -> require(value.equals(BUSY) || value.equals(FREE), name, value, "busy, free");
            case Fields.ALARM -> require(MINUTES.matcher(value).matches(), name, value, "0–999999");
            case Fields.LEAD, Fields.LAG ->
                require(
                        MINUTES.matcher(value).matches() && Integer.parseInt(value) <= MINUTES_OF_A_WEEK,
                        name,
                        value,
                        "0–" + MINUTES_OF_A_WEEK);
            case Fields.SEND_MAIL -> require(value.equals(YES), name, value, YES);
            case Fields.ORGANIZER -> require(Who.isAddress(value), name, value, "anna@example.org");
            default -> {
                if (name.startsWith(Who.WITH)) {
                    Who.check(name, value);
                    return;
                }
                if (!FOREIGN.matcher(name).matches()) {
                    throw CalendarTexts.invalid(name, "field").exception();
                }
                length(name, value, LONGEST_NOTE);
            }
        }
    }

    private static void require(boolean right, String name, String value, String expected) {
        if (!right && !value.isEmpty()) {
            throw CalendarTexts.invalid(name, "field.value")
                    .found(value)
                    .expected(expected)
                    .exception();
        }
    }

    private static void length(String name, String value, int most) {
        if (value.length() > most || value.indexOf('\0') >= 0) {
            throw CalendarTexts.invalid(name, "field.length")
                    .found(Integer.toString(value.length()))
                    .expected("0–" + most)
                    .exception();
        }
    }
}
