package org.tickmark.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Component;

/** Registers the clock of the machine, in UTC, that every bundle reads the time from. */
@Component(name = "org.tickmark.platform.clock", service = Clock.class)
public final class SystemClock extends Clock {
    private final Clock clock = Clock.systemUTC();

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}
