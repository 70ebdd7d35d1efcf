package org.tickmark.batch;

import java.time.Duration;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The texts of this bundle. */
final class Texts {
    private static final MessageCatalog CATALOG = MessageCatalog.of(Texts.class);

    private Texts() {}

    static Message message(String id, Object... arguments) {
        return CATALOG.message(id, arguments);
    }

    /** A span of time in words, to the second: {@code 48 s}, {@code 3 min 12 s}, {@code 2 h 5 min}. */
    static Message span(Duration span) {
        if (span.toHours() > 0) {
            return message("span.hours", span.toHours(), span.toMinutesPart());
        }
        return span.toMinutes() > 0
                ? message("span.minutes", span.toMinutes(), span.toSecondsPart())
                : message("span.seconds", span.toSeconds());
    }
}
