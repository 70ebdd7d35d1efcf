package org.tickmark.api.host.reconciliation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A state that a group was saved in.
 *
 * @param number its number; the first is 1
 * @param group the group as it was
 * @param text the same as text, as it is exported
 * @param savedAt when; empty if that was before versions were kept
 * @param savedBy identity of who did; empty if that is not known
 * @param reason why, where one was given
 * @param current whether the group is so now
 */
public record GroupVersion(
        int number,
        Group group,
        String text,
        Optional<Instant> savedAt,
        String savedBy,
        String reason,
        boolean current) {
    public GroupVersion {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(savedAt, "savedAt");
        Objects.requireNonNull(savedBy, "savedBy");
        Objects.requireNonNull(reason, "reason");
    }
}
