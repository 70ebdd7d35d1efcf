package org.tickmark.api.host;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;

/**
 * The one audit log: who did what to what, when and through which door. Append-only; each stream is chained by hashes
 * that are sealed after the commit.
 */
@ProviderType
public interface Audit {
    /** Appends a record in the caller's transaction: it stands if and only if what it tells of stands. */
    void append(Tx tx, Caller caller, Act act);

    /** Recomputes every chain and returns what does not agree; empty when the log is whole. */
    List<String> verify(Caller caller);

    /**
     * Something done.
     *
     * @param stream the chain it belongs to, such as {@code reconciliation}
     * @param action what was done, such as {@code match.undo}
     * @param subject what it was done to, such as {@code match/17}
     * @param details particulars as text, in key order; never a secret
     */
    record Act(String stream, String action, String subject, Map<String, String> details) {
        public Act {
            Objects.requireNonNull(stream, "stream");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(subject, "subject");
            details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        }
    }
}
