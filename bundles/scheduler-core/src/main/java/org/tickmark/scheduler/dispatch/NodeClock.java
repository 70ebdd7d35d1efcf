package org.tickmark.scheduler.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of this machine, put right by that of the database, so that all nodes agree on what is due. Safe for use from many threads. */
public final class NodeClock extends Clock {
    private final Clock machine;
    private volatile Duration offset = Duration.ZERO;

    /** A clock that goes by this one until it is told how far that is off. */
    public NodeClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    /** The clock of this machine as it is. */
    Instant machineInstant() {
        return machine.instant();
    }

    /** Tells that the database's clock showed this while this machine's went from {@code before} to {@code after}. */
    void compare(Instant before, Instant database, Instant after) {
        Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
        offset = Duration.between(middle, database);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine.withZone(zone), offset);
    }
}
