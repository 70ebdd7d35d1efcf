package org.tickmark.batch;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.setting.Settings;

/** Looks after night runs every minute while a server runs; in a process that ends with its command, never. */
@Component(
        immediate = true,
        service = {})
public final class NightWatchComponent {
    private static final Logger LOG = LoggerFactory.getLogger(NightWatchComponent.class);
    private static final String PURPOSE = "tickmark.purpose";

    private final NightWatch watch;
    private final Optional<ScheduledExecutorService> timer;
    private Optional<? extends Future<?>> looking = Optional.empty();
    /** What was wrong at the last look, so that it is told once. */
    private String failing = "";

    @Activate
    public NightWatchComponent(
            BundleContext context,
            @Reference Books books,
            @Reference Imports imports,
            @Reference Locks locks,
            @Reference Settings settings,
            @Reference(target = "(tickmark.schema=org.tickmark.batch)") Transactions transactions,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Outbox outbox,
            @Reference Clock clock) {
        ZoneId zone = ZoneId.systemDefault();
        RunJournal journal = new RunJournal(transactions, audit, events, outbox, clock);
        Letters letters = new Letters(settings, outbox, zone);
        Expected expected = new Expected(settings, zone);
        this.watch = new NightWatch(settings, locks, books, imports, journal, letters, expected, clock);
        this.timer = "command".equals(context.getProperty(PURPOSE))
                ? Optional.empty()
                : Optional.of(
                        Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tickmark-night-watch")));
    }

    @Activate
    void start() {
        looking = timer.map(every -> every.scheduleWithFixedDelay(this::lookSafely, 0, 1, TimeUnit.MINUTES));
    }

    @Deactivate
    void stop() {
        looking.ifPresent(look -> look.cancel(true));
        timer.ifPresent(ScheduledExecutorService::shutdownNow);
    }

    /** Tells what there is to tell now. */
    public void look() {
        watch.look();
    }

    private void lookSafely() {
        try {
            look();
            failing = "";
        } catch (RuntimeException e) {
            String what = String.valueOf(e.getMessage());
            if (!what.equals(failing)) {
                LOG.error("Night runs cannot be looked after now", e);
            }
            failing = what;
        }
    }
}
