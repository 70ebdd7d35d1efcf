package org.tickmark.console.commands;

import java.time.LocalDate;
import java.util.Locale;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of the commands, and the problems that they find themselves. */
final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Message text(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }

    /** A day within a sentence, as people write it. */
    static Message date(LocalDate day) {
        return text(
                "date",
                String.format(Locale.ROOT, "%04d", day.getYear()),
                String.format(Locale.ROOT, "%02d", day.getMonthValue()),
                String.format(Locale.ROOT, "%02d", day.getDayOfMonth()));
    }

    /** Starts a problem whose text is the message of its code. */
    static Problem.Builder problem(String code, Object... arguments) {
        return Problem.error(code, text(code, arguments));
    }
}
