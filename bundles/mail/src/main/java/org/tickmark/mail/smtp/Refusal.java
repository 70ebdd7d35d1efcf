package org.tickmark.mail.smtp;

import java.util.Objects;
import org.tickmark.api.Problem;
import org.tickmark.api.message.MessageCatalog;

/**
 * Why a mail was not taken.
 *
 * @param failure what went wrong
 * @param said what the server said, or the system if the server said nothing
 */
public record Refusal(Failure failure, String said) {
    private static final MessageCatalog TEXTS = MessageCatalog.of(Refusal.class);

    public Refusal {
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(said, "said");
    }

    /** What went wrong and what to do about it. */
    public Problem problem(SmtpAccount account) {
        String id = failure.id();
        return Problem.error("mail." + id, TEXTS.message(id))
                .where(account.host() + ":" + account.port())
                .found(said)
                .advice(TEXTS.message(id + ".hint", account.host(), String.valueOf(account.port()), account.from()))
                .build();
    }

    @Override
    public String toString() {
        return failure.id() + ": " + said;
    }
}
