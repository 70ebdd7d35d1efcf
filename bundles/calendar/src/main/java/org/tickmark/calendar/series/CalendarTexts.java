package org.tickmark.calendar.series;

import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The problems and texts of the calendar. */
public final class CalendarTexts {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(CalendarTexts.class);

    private CalendarTexts() {}

    /** A text. */
    public static Message message(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }

    /** A value that is wrong; {@code rule} names the text and, with {@code .advice}, the advice. */
    public static Problem.Builder invalid(String where, String rule) {
        return problem("calendar.invalid", rule).where(where);
    }

    /** An edit that cannot be done. */
    public static Problem.Builder refused(String rule) {
        return problem("calendar.refused", "refused." + rule);
    }

    /** A problem of a code, with its advice. */
    public static Problem.Builder problem(String code, String rule) {
        return Problem.error(code, message(rule)).advice(message(rule + ".advice"));
    }
}
