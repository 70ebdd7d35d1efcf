package org.tickmark.mail.smtp;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.mail.MailFile;

/**
 * A mail as it is sent.
 *
 * @param id its {@code Message-ID} with the angle brackets, the same at every attempt
 * @param recipient the one address it goes to
 * @param date when it was written
 * @param text the plain text
 * @param html the same as HTML; empty for plain text only
 * @param files what goes with it
 */
public record Message(
        String id,
        String recipient,
        Instant date,
        String subject,
        String text,
        Optional<String> html,
        List<Part> files) {
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(html, "html");
        files = List.copyOf(files);
    }

    /**
     * A file of a mail.
     *
     * @param contentId by which the HTML shows it, without angle brackets; empty for one that is attached
     */
    public record Part(MailFile file, Optional<String> contentId) {
        public Part {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(contentId, "contentId");
        }
    }
}
