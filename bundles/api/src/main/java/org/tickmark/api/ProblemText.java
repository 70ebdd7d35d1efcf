package org.tickmark.api;

import java.util.Locale;
import org.tickmark.api.message.MessageCatalog;

/** Joins "found" and "expected" to the one-line text of a {@link Problem}. */
final class ProblemText {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(ProblemText.class);

    private ProblemText() {}

    /** Appends what was found and what was expected, where they are not null. */
    static void append(StringBuilder text, Locale locale, String found, String expected) {
        if (found != null && expected != null) {
            text.append(' ')
                    .append(MESSAGES.message("problem.found-expected", found, expected)
                            .text(locale));
        } else if (found != null) {
            text.append(' ').append(MESSAGES.message("problem.found", found).text(locale));
        } else if (expected != null) {
            text.append(' ')
                    .append(MESSAGES.message("problem.expected", expected).text(locale));
        }
    }
}
