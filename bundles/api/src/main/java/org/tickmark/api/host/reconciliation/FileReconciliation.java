package org.tickmark.api.host.reconciliation;

import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;

/**
 * Reconciles two files with each other by the rules of a template: without any set-up, in memory, changing nothing. Safe for use from
 * many threads.
 */
@ProviderType
public interface FileReconciliation {
    /**
     * Matches the rows of two files. Only booked entries take part; amounts of different currencies never meet. The result is the
     * same for every order of rows.
     *
     * @return what was found; to be read while the files are open, by one thread at a time
     * @throws org.tickmark.api.TickmarkException with code {@code usage.match-account} if a file has no such account, or none of
     *     the ledger's accounts can be told to be the one meant; {@code usage.match-rules} if there is no such template
     */
    FileMatching match(Caller caller, FilePair files, Progress progress, CancelToken cancel);
}
