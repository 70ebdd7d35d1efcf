package org.tickmark.api.host.reconciliation;

import java.util.Map;
import java.util.Objects;

/**
 * A journal that is asked for.
 *
 * @param group name of the group
 * @param content what goes into it
 * @param accounts numbers of accounts of the ledger, by what is booked on them: {@code rounding}, {@code fee}, {@code discount}, {@code exchange}, {@code
 *     interest}, {@code tax}, {@code other}; an account that a rule names comes first
 */
public record JournalRequest(String group, Content content, Map<String, String> accounts) {
    /** What goes into a journal. */
    public enum Content {
        /** Differences inside matches. */
        DIFFERENCES,
        /** Bank entries that rules explain. */
        PROPOSED,
        /** Both. */
        ALL
    }

    public JournalRequest {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(content, "content");
        accounts = Map.copyOf(accounts);
    }
}
