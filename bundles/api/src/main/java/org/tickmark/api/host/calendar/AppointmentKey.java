package org.tickmark.api.host.calendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What names one appointment: its number, or the series it belongs to and where the rule has it. The second also names what has no
 * row yet, because it lies beyond the rows of a series without end, and what was deleted.
 *
 * <p>As text {@code 17} and {@code 3@2026-11-10T09:00}.
 *
 * @param number of the appointment, or of the series where there is an original start
 * @param original the start that the rule gives, on the wall clock of the series; midnight for whole days
 */
public record AppointmentKey(long number, Optional<LocalDateTime> original) {
    private static final char AT = '@';

    /** The appointment of this number. */
    public static AppointmentKey of(long appointment) {
        return new AppointmentKey(appointment, Optional.empty());
    }

    /** The appointment of a series that its rule has at this time. */
    public static AppointmentKey of(long series, LocalDateTime original) {
        return new AppointmentKey(series, Optional.of(original));
    }

    /** Reads the text form; empty where it is none. */
    public static Optional<AppointmentKey> parse(String text) {
        int at = text.indexOf(AT);
        try {
            return Optional.of(
                    at < 0
                            ? of(Long.parseLong(text))
                            : of(Long.parseLong(text.substring(0, at)), LocalDateTime.parse(text.substring(at + 1))));
        } catch (NumberFormatException | DateTimeException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return original.map(start -> number + "" + AT + start).orElse(Long.toString(number));
    }
}
