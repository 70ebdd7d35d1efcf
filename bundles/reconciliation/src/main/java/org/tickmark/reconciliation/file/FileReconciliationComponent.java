package org.tickmark.reconciliation.file;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.Progress;
import org.tickmark.api.host.reconciliation.FileMatching;
import org.tickmark.api.host.reconciliation.FilePair;
import org.tickmark.api.host.reconciliation.FileReconciliation;

/** Reconciliation of two files. */
@Component(service = FileReconciliation.class)
public final class FileReconciliationComponent implements FileReconciliation {
    private final Clock clock;

    @Activate
    public FileReconciliationComponent(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public FileMatching match(Caller caller, FilePair files, Progress progress, CancelToken cancel) {
        caller.require(Permission.RECONCILIATION_READ);
        return new FileMatcher(files, clock.instant()).match(progress, cancel);
    }
}
