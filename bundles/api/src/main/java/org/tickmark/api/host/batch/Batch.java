package org.tickmark.api.host.batch;

import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;

/** The night run. Only one runs at a time over all nodes that share a database. */
@ProviderType
public interface Batch {
    /**
     * Runs it: the definitions and groups ticked for scheduled runs, unit by unit; one unit's failure stops no other. Never throws
     * for what goes wrong in a step; the result tells.
     */
    BatchResult run(Caller caller, BatchRequest request, Progress progress, CancelToken cancel);
}
