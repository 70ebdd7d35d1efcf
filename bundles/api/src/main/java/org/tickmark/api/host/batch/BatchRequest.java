package org.tickmark.api.host.batch;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a night run is to do.
 *
 * @param mode which steps
 * @param units codes of the units; empty for all
 * @param groups names of the groups to reconcile; empty for all
 * @param asOf only entries booked on or before this day are reconciled
 * @param dryRun whether to tell what would happen and change nothing
 * @param waitLock how long to wait for another batch to end
 * @param timeout when to stop before the next step; empty for never
 * @param mailWait how long to wait at most until the mails about the run are delivered; zero to leave them to a server
 */
public record BatchRequest(
        Mode mode,
        List<String> units,
        List<String> groups,
        Optional<LocalDate> asOf,
        boolean dryRun,
        Duration waitLock,
        Optional<Duration> timeout,
        Duration mailWait) {
    /** Which steps a night run takes. */
    public enum Mode {
        /** Import, then reconcile: {@code /A}. */
        ALL,
        /** Import: {@code /U}. */
        IMPORT,
        /** Reconcile: {@code /R}. */
        RECONCILE
    }

    public BatchRequest {
        Objects.requireNonNull(mode, "mode");
        units = List.copyOf(units);
        groups = List.copyOf(groups);
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(waitLock, "waitLock");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(mailWait, "mailWait");
    }
}
