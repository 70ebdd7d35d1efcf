package org.tickmark.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.command.ExitCode;

/**
 * Why and whether a run should stop: because its caller wants it to, or because its time has run out. Remembers the first
 * reason that any step was told, so that time which runs out after the last step stops nothing. Safe for use from many threads.
 */
final class Stop implements CancelToken {
    private final CancelToken caller;
    private final Clock clock;
    private final Optional<Instant> deadline;
    private volatile ExitCode reason;

    Stop(CancelToken caller, Clock clock, Optional<Duration> timeout) {
        this.caller = caller;
        this.clock = clock;
        this.deadline = timeout.map(clock.instant()::plus);
    }

    @Override
    public boolean isCancelled() {
        if (reason == null) {
            reason = now();
        }
        return reason != null;
    }

    private ExitCode now() {
        if (caller.isCancelled()) {
            return ExitCode.INTERRUPTED;
        }
        boolean late = deadline.isPresent() && !clock.instant().isBefore(deadline.get());
        return late ? ExitCode.TIMEOUT : null;
    }

    /** The reason for which a step was stopped; empty when none was. */
    Optional<ExitCode> reason() {
        return Optional.ofNullable(reason);
    }
}
