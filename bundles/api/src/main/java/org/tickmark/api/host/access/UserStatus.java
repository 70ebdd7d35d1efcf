package org.tickmark.api.host.access;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A user as they stand.
 *
 * @param user the user
 * @param lockReason why they may not sign in at present; empty if they may
 * @param password whether they have a password; without one they sign in through other doors only, such as tokens
 * @param createdAt since when there is this user
 * @param lastSignIn when they last signed in with their password
 * @param version goes up when roles, units, password or lock change: what was opened under an earlier version ends
 */
public record UserStatus(
        User user,
        Optional<String> lockReason,
        boolean password,
        Instant createdAt,
        Optional<Instant> lastSignIn,
        long version) {
    public UserStatus {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(lockReason, "lockReason");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(lastSignIn, "lastSignIn");
    }

    /** Whether the user may not sign in at present. */
    public boolean isLocked() {
        return lockReason.isPresent();
    }
}
