package org.tickmark.api.host.mail;

import java.util.List;
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
 */
public record Letter(String about, List<String> recipients, MailContent content, Optional<String> once) {
    public Letter {
        Objects.requireNonNull(about, "about");
        recipients = List.copyOf(recipients);
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(once, "once");
    }

    /** A letter that is always taken. */
    public static Letter of(String about, List<String> recipients, MailContent content) {
        return new Letter(about, recipients, content, Optional.empty());
    }
}
