package org.tickmark.api.host.mail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.mail.MailContent;

/**
 * A mail to be sent.
 *
 * @param about what it reports, such as {@code batch/17}; what lists tell it by
 * @param recipients addresses of the form {@code name@example.org}, each of which gets a mail of its own
 * @param content what it says
 * @param once a key of which only the first letter is taken, for work that may be done again; empty for a letter that always is
 * @param language what it is written in; empty for the language that is set for mails
 */
public record Letter(
        String about, List<String> recipients, MailContent content, Optional<String> once, Optional<Locale> language) {
    public Letter {
        Objects.requireNonNull(about, "about");
        recipients = List.copyOf(recipients);
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(once, "once");
        Objects.requireNonNull(language, "language");
    }

    /** A letter that is always taken. */
    public static Letter of(String about, List<String> recipients, MailContent content) {
        return new Letter(about, recipients, content, Optional.empty(), Optional.empty());
    }

    /** The same letter, of which only the first of this key is taken. */
    public Letter once(String key) {
        return new Letter(about, recipients, content, Optional.of(key), language);
    }

    /** The same letter in this language. */
    public Letter in(Locale locale) {
        return new Letter(about, recipients, content, once, Optional.of(locale));
    }
}
