package org.tickmark.platform.database;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.TickmarkException;

/**
 * Opens the database when its driver is there, tries again until it can be reached, and closes it when the driver goes. All
 * of that happens on one thread of its own, since opening may take long.
 */
final class StoreKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreKeeper.class);
    private static final int LONGEST_WAIT_IN_FIRST_ONES = 16;
    private static final long CLOSE_SECONDS = 30;

    private final Function<DataSourceFactory, Store> opening;
    private final Function<Store, Runnable> announcing;
    private final Duration firstRetry;
    private final ScheduledExecutorService thread;

    // All below belongs to the thread; null when there is none.
    private DataSourceFactory driver;
    private Store store;
    private Runnable withdraw;
    private ScheduledFuture<?> retry;
    private String complaint = "";

    /**
     * Keeps a database open.
     *
     * @param opening opens it
     * @param announcing makes the open database known; what it returns withdraws that again
     * @param firstRetry how long to wait before the second attempt; doubled up to 16 times that
     */
    StoreKeeper(Function<DataSourceFactory, Store> opening, Function<Store, Runnable> announcing, Duration firstRetry) {
        this.opening = opening;
        this.announcing = announcing;
        this.firstRetry = firstRetry;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tickmark-database"));
    }

    /** The driver is there. */
    void driverCame(DataSourceFactory factory) {
        thread.execute(logged(() -> {
            if (driver == null) {
                driver = factory;
                open(firstRetry);
            }
        }));
    }

    /** The driver goes; the database is closed when this returns. */
    void driverWent(DataSourceFactory factory) {
        await(thread.submit(logged(() -> {
            if (factory.equals(driver)) {
                forgetDriver();
            }
        })));
    }

    /** Closes the database and ends the thread. */
    @Override
    public void close() {
        await(thread.submit(logged(this::forgetDriver)));
        thread.shutdownNow();
    }

    private void open(Duration retryAfter) {
        try {
            store = opening.apply(driver);
        } catch (TickmarkException e) {
            complain(e);
            retryAfter(retryAfter);
            return;
        }
        complaint = "";
        LOG.info("Database {} ({})", store.url(), store.product());
        withdraw = announcing.apply(store);
    }

    /** Once for each reason, not at every attempt. */
    private void complain(TickmarkException e) {
        if (!complaint.equals(e.getMessage())) {
            complaint = e.getMessage();
            LOG.error("{}", e.problem());
        }
    }

    private void retryAfter(Duration delay) {
        Duration longest = firstRetry.multipliedBy(LONGEST_WAIT_IN_FIRST_ONES);
        Duration doubled = delay.multipliedBy(2);
        Duration next = doubled.compareTo(longest) < 0 ? doubled : longest;
        retry = thread.schedule(logged(() -> open(next)), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void forgetDriver() {
        if (retry != null) {
            retry.cancel(false);
        }
        if (withdraw != null) {
            withdraw.run();
        }
        if (store != null) {
            store.close();
        }
        driver = null;
        store = null;
        withdraw = null;
        retry = null;
    }

    private static Runnable logged(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("The database could not be opened or closed in order", e);
            }
        };
    }

    private static void await(Future<?> task) {
        try {
            task.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The database was not closed within {} seconds", CLOSE_SECONDS, e);
        }
    }
}
