package org.tickmark.api.host.access;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Permission;

/**
 * What a program shows in order to act for a user. The token itself is shown once and not kept.
 *
 * @param id what it is called, the part of the token that is no secret
 * @param user name of the user it acts for
 * @param label what it is for
 * @param permissions what it may do, as far as the user may; none means all that the user may do
 * @param createdAt when it was issued
 * @param expiresAt when it ends
 * @param lastUsed when it was last used, to the minute
 */
public record Token(
        String id,
        String user,
        String label,
        Set<Permission> permissions,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsed) {
    public Token {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(label, "label");
        permissions = Set.copyOf(permissions);
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(lastUsed, "lastUsed");
    }
}
