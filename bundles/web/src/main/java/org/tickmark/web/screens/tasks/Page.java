package org.tickmark.web.screens.tasks;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;

/**
 * What this package writes alike.
 *
 * @param call who looks
 * @param html what is written to
 */
record Page(ViewCall call, Html html) {
    Locale locale() {
        return call.caller().locale();
    }

    String text(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale());
    }

    void button(String command, Map<String, String> given, String label) {
        call.button(html, command, given, Texts.text(label));
    }

    /** A moment by the clocks of who looks. */
    String moment(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale()).format(at.atZone(call.zone()));
    }

    /** A moment as a document has it. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
