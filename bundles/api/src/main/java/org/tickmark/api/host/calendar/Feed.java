package org.tickmark.api.host.calendar;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Appointments that other programs may read again and again under a secret of their own. The secret itself is shown once and not kept.
 *
 * @param id its number
 * @param label what it is called, for people; also the name that calendar programs show
 * @param owner whose appointments; empty for everybody's
 * @param daysBack how many days of the past it tells, 0 to {@link Feeds#MOST_DAYS}
 * @param daysAhead how many days of the future it tells, 1 to {@link Feeds#MOST_DAYS}
 * @param madeBy identity of who made it
 * @param createdAt when
 * @param expiresAt when it ends
 * @param lastUsed when it was last read, to the minute
 */
public record Feed(
        long id,
        String label,
        Optional<String> owner,
        int daysBack,
        int daysAhead,
        String madeBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsed) {
    public Feed {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(madeBy, "madeBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(lastUsed, "lastUsed");
    }
}
