package org.tickmark.api.host.calendar;

import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * What became of one answer in a file.
 *
 * @param who who answers
 * @param subject what to, such as {@code series/3}
 * @param result what became of it, for people
 */
public record ReadReply(String who, String subject, Message result) {
    public ReadReply {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(result, "result");
    }
}
