package org.tickmark.platform.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.Transactions;
import org.tickmark.platform.event.EventTable.Delivery;

/**
 * Delivers what is due to the handlers that are registered, in the order of event ids. What a handler that is away is owed
 * waits for it. For one thread.
 */
final class EventDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(EventDelivery.class);
    private static final int MAX_ATTEMPTS = 10;
    private static final int BATCH = 100;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private final Transactions transactions;
    private final Handlers handlers;
    private final Clock clock;

    EventDelivery(Transactions transactions, Handlers handlers, Clock clock) {
        this.transactions = transactions;
        this.handlers = handlers;
        this.clock = clock;
    }

    /**
     * Delivers some of what is due.
     *
     * @param stopping asked before each delivery
     * @return false if nothing was due
     */
    boolean deliverSome(BooleanSupplier stopping) {
        Set<String> names = handlers.names();
        if (names.isEmpty()) {
            return false;
        }
        List<Delivery> due = transactions.reading(tx -> EventTable.due(tx, names, clock.instant(), BATCH));
        for (Delivery delivery : due) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            deliver(delivery, stopping);
        }
        return !due.isEmpty();
    }

    private void deliver(Delivery delivery, BooleanSupplier stopping) {
        boolean called;
        try {
            called = call(delivery);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            // What broke off because we stop is no failure of the handler: it gets the event again.
            if (!stopping.getAsBoolean()) {
                failed(delivery, e);
            }
            return;
        }
        if (called) {
            transactions.inTransaction(tx -> {
                EventTable.delivered(tx, delivery);
                return null;
            });
        }
    }

    /** False if the handler went in the meantime. */
    private boolean call(Delivery delivery) {
        boolean called = false;
        for (Handler handler : handlers.named(delivery.handler())) {
            Optional<Boolean> done = handler.call(service -> {
                service.after(delivery.event());
                return true;
            });
            called |= done.isPresent();
        }
        return called;
    }

    private void failed(Delivery delivery, Throwable error) {
        int attempt = delivery.attempts() + 1;
        Optional<Instant> nextAt =
                attempt < MAX_ATTEMPTS ? Optional.of(clock.instant().plus(delayAfter(attempt))) : Optional.empty();
        LOG.warn(
                "{} failed on event {} ({}), attempt {} of {}; {}",
                delivery.handler(),
                delivery.event().id(),
                delivery.event().topic(),
                attempt,
                MAX_ATTEMPTS,
                nextAt.map(at -> "again at " + at).orElse("given up"),
                error);
        transactions.inTransaction(tx -> {
            EventTable.failed(tx, delivery, nextAt, error.toString());
            return null;
        });
    }

    /** 5 s, 15 s, 45 s and so on, up to an hour: ten attempts span some four hours. */
    private static Duration delayAfter(int attempt) {
        Duration delay = FIRST_DELAY;
        for (int i = 1; i < attempt; i++) {
            delay = delay.multipliedBy(3);
        }
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
