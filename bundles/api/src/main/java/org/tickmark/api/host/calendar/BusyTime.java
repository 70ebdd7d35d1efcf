package org.tickmark.api.host.calendar;

import java.time.Instant;
import java.util.Objects;

/**
 * A time at which someone or something is taken, with what is blocked before and after appointments.
 *
 * @param who a name as in {@link Participant}, or an owner
 * @param from the first instant
 * @param to the instant at which it is free again
 * @param kind how sure that is
 */
public record BusyTime(String who, Instant from, Instant to, Kind kind) {
    public BusyTime {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(kind, "kind");
    }

    /** How sure it is; the values of FBTYPE (RFC 5545 section 3.2.9). */
    public enum Kind {
        /** Taken. */
        BUSY,
        /** Asked for, but not accepted yet. */
        TENTATIVE
    }
}
