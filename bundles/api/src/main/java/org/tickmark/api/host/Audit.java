package org.tickmark.api.host;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    void append(Tx tx, Caller caller, Act act) throws SQLException;

    /** Recomputes every chain and returns what does not agree; empty when the log is whole. */
    List<String> verify(Caller caller);

    /** The newest sealed record of a stream: what a report prints to be held against the log later; empty while it has none. */
    Optional<Head> head(String stream);

    /**
     * The end of a chain.
     *
     * @param stream the chain
     * @param number number of its newest sealed record in the chain, from 1
     * @param hash hash of that record, over the record and the hash before it, in hexadecimal
     */
    record Head(String stream, long number, String hash) {
        public Head {
            Objects.requireNonNull(stream, "stream");
            Objects.requireNonNull(hash, "hash");
        }
    }

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
