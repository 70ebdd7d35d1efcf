package org.tickmark.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.message.MessageCatalog;

/**
 * Brings the tables of every bundle with {@code db/*.sql} up to date when it starts, then registers {@link Transactions} for
 * it; withdraws them when it stops. The platform's own tables come first, and without them none.
 */
final class BundleMigrations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BundleMigrations.class);
    private static final MessageCatalog MESSAGES = MessageCatalog.of(BundleMigrations.class);
    private static final int STARTED = Bundle.STARTING | Bundle.ACTIVE;

    private final BundleContext context;
    private final Store store;
    private final Migrator migrator;
    private final BundleTracker<ServiceRegistration<Transactions>> tracker;
    private final MigrationProblems problems;
    private ServiceRegistration<Transactions> own;

    BundleMigrations(BundleContext context, Store store, Migrator migrator, MigrationProblems problems) {
        this.context = context;
        this.store = store;
        this.migrator = migrator;
        this.problems = problems;
        this.tracker = new BundleTracker<>(context, STARTED, new Customizer());
    }

    void open() {
        own = migrated(context.getBundle());
        if (own != null) {
            tracker.open();
        }
    }

    @Override
    public void close() {
        tracker.close();
        if (own != null) {
            own.unregister();
        }
    }

    /** The transactions registered for a bundle; null if it has no scripts, or they failed. */
    private ServiceRegistration<Transactions> migrated(Bundle bundle) {
        String name = bundle.getSymbolicName();
        problems.forget(name);
        try {
            List<MigrationScript> scripts = scripts(bundle);
            if (scripts.isEmpty()) {
                return null;
            }
            migrator.migrate(name, scripts);
            Map<String, String> properties = Map.of(Transactions.SCHEMA, name);
            return context.registerService(
                    Transactions.class, store.transactions(), FrameworkUtil.asDictionary(properties));
        } catch (TickmarkException e) {
            problems.remember(name, e.problem());
            LOG.error("{} cannot use the database. {}", name, e.problem());
            return null;
        }
    }

    private static List<MigrationScript> scripts(Bundle bundle) {
        var entries = bundle.findEntries("db", "*.sql", false);
        return entries == null
                ? List.of()
                : Collections.list(entries).stream()
                        .map(entry -> script(bundle.getSymbolicName(), entry))
                        .toList();
    }

    private static MigrationScript script(String bundle, URL entry) {
        String fileName = entry.getPath().substring(entry.getPath().lastIndexOf('/') + 1);
        try (InputStream in = entry.openStream()) {
            return MigrationScript.of(bundle, fileName, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Problem.error("migration.unreadable", MESSAGES.message("migration.unreadable"))
                    .where(bundle + "/db/" + fileName)
                    .found(e.toString())
                    .exception(new UncheckedIOException(e));
        }
    }

    private final class Customizer implements BundleTrackerCustomizer<ServiceRegistration<Transactions>> {
        @Override
        public ServiceRegistration<Transactions> addingBundle(Bundle bundle, BundleEvent event) {
            return bundle.equals(context.getBundle()) ? null : migrated(bundle);
        }

        @Override
        public void modifiedBundle(Bundle bundle, BundleEvent event, ServiceRegistration<Transactions> registration) {
            // Starting or started is the same here.
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, ServiceRegistration<Transactions> registration) {
            registration.unregister();
        }
    }
}
