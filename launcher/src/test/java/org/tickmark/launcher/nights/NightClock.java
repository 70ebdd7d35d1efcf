package org.tickmark.launcher.nights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is set from night to night and goes on from there, so that what waits a second waits no longer. */
final class NightClock extends Clock {
    private Instant setTo = Instant.EPOCH;
    private long setAt = System.nanoTime();

    synchronized void set(Instant instant) {
        setTo = instant;
        setAt = System.nanoTime();
    }

    @Override
    public synchronized Instant instant() {
        return setTo.plus(Duration.ofNanos(System.nanoTime() - setAt));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone is enough");
    }
}
