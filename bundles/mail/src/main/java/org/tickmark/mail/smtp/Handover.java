package org.tickmark.mail.smtp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How handing over a mail went.
 *
 * @param dialogue what was said, a line each: {@code C:} by us, {@code S:} by the server, {@code --} a note; without the mail and without credentials
 * @param refusal why the mail was not taken; empty if the server has taken it
 */
public record Handover(List<String> dialogue, Optional<Refusal> refusal) {
    public Handover {
        dialogue = List.copyOf(dialogue);
        Objects.requireNonNull(refusal, "refusal");
    }
}
