package org.tickmark.calendar.series;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.recurrence.series.Length;

/** Lengths of appointments as text, {@code P1DT2H}: days of the calendar, then time that passes. */
public final class Lengths {
    private static final Pattern DAYS = Pattern.compile("P(?:(\\d{1,6})W)?(?:(\\d{1,7})D)?(T.+)?");
    private static final int WEEK = 7;

    private Lengths() {}

    /**
     * Reads a length.
     *
     * @throws org.tickmark.api.TickmarkException {@code calendar.invalid} if it is none
     */
    public static Length read(String text) {
        Matcher parts = DAYS.matcher(text);
        if (!parts.matches() || text.equals("P")) {
            throw wrong(text, null);
        }
        try {
            Duration time = parts.group(3) == null ? Duration.ZERO : Duration.parse("P" + parts.group(3));
            return new Length(number(parts.group(1)) * WEEK + number(parts.group(2)), time.toSeconds());
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw wrong(text, wrong);
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static RuntimeException wrong(String text, Exception cause) {
        return CalendarTexts.invalid("length", "length")
                .found(text)
                .expected("PT30M, PT1H30M, P1D")
                .exception(cause);
    }
}
