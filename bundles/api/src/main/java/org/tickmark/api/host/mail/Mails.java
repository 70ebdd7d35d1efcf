package org.tickmark.api.host.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;

/** Mail for those who look after it. The mails themselves are the records {@code mail}. Safe for use from many threads. */
@ProviderType
public interface Mails {
    /**
     * Sends a test message at once, past the outbox and whether mail is on or not.
     *
     * @param recipient the address; empty for the address that mails come from
     */
    Trial test(Caller caller, Optional<String> recipient);

    /** A mail with its text and its attempts; empty if there is none of this key. */
    Optional<Mail> mail(Caller caller, long id);

    /**
     * Lets mails that wait or were given up be tried again at once, with all the time of a new mail.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code mail.state} if one is not there, delivered or dropped; then none is changed
     */
    void retry(Caller caller, List<Long> mails);

    /** Takes mails that wait or were given up out of the outbox; errors as {@link #retry}. */
    void drop(Caller caller, List<Long> mails);

    /** The templates there are, with what they tell. */
    SortedMap<String, Message> templates(Caller caller);

    /**
     * Shows what a template makes, without sending it.
     *
     * @param about what the mail is about, as the template understands it; empty for the newest there is
     * @throws org.tickmark.api.TickmarkException with code {@code mail.template-unknown} if there is no such template
     */
    Preview preview(Caller caller, String template, String about, Locale language);

    /**
     * How a test message went.
     *
     * @param recipient where it was to go
     * @param dialogue what was said, a line each, with {@code C:} before what we and {@code S:} before what the server said; no credentials
     * @param failure what went wrong, with a hint; empty if the server accepted it
     */
    record Trial(String recipient, List<String> dialogue, Optional<Problem> failure) {
        public Trial {
            Objects.requireNonNull(recipient, "recipient");
            dialogue = List.copyOf(dialogue);
            Objects.requireNonNull(failure, "failure");
        }
    }

    /**
     * A mail as rendered.
     *
     * @param text the plain text
     * @param html the HTML; empty where it would have been too large
     * @param files names of the files that go with it
     */
    record Preview(String subject, String text, Optional<String> html, List<String> files) {
        public Preview {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(html, "html");
            files = List.copyOf(files);
        }
    }

    /**
     * A mail in the outbox.
     *
     * @param state how it stands
     * @param nextAt when it is tried next; empty unless it waits
     * @param preview what it says
     */
    record Mail(
            long id,
            String about,
            String recipient,
            String messageId,
            State state,
            Instant createdAt,
            Optional<Instant> nextAt,
            List<Attempt> attempts,
            Preview preview) {
        public Mail {
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(createdAt, "createdAt");
            Objects.requireNonNull(nextAt, "nextAt");
            attempts = List.copyOf(attempts);
            Objects.requireNonNull(preview, "preview");
        }
    }

    /**
     * One attempt to deliver a mail.
     *
     * @param endedAt when it ended; empty while it is under way, or if the process was killed in it
     * @param outcome what came of it, in English; empty as {@code endedAt}
     */
    record Attempt(Instant beganAt, Optional<Instant> endedAt, Optional<String> outcome) {
        public Attempt {
            Objects.requireNonNull(beganAt, "beganAt");
            Objects.requireNonNull(endedAt, "endedAt");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /** How a mail stands. */
    enum State {
        /** It is under way, or will be tried again. */
        WAITING,
        /** The server has taken it. */
        SENT,
        /** It could not be delivered, and is not tried again by itself. */
        GIVEN_UP,
        /** Somebody took it out. */
        DROPPED
    }
}
