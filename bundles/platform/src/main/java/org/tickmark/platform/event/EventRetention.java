package org.tickmark.platform.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.Transactions;

/** Forgets delivered events after some time, once a day. For one thread. */
final class EventRetention {
    private static final Logger LOG = LoggerFactory.getLogger(EventRetention.class);
    private static final Duration INTERVAL = Duration.ofDays(1);

    private final Transactions transactions;
    private final Clock clock;
    private final Duration keepFor;
    private Instant next = Instant.MIN;

    EventRetention(Transactions transactions, Clock clock, Duration keepFor) {
        this.transactions = transactions;
        this.clock = clock;
        this.keepFor = keepFor;
    }

    /** Forgets what is old enough, if the last time was a day ago. */
    void forgetOld() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        int forgotten = transactions.inTransaction(tx -> EventTable.forgetBefore(tx, now.minus(keepFor)));
        next = now.plus(INTERVAL);
        LOG.debug("{} events from before the last {} forgotten", forgotten, keepFor);
    }
}
