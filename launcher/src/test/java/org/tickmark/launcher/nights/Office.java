package org.tickmark.launcher.nights;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Bell;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.host.reconciliation.Reconciliation.Standing;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.setting.Setting;
import org.tickmark.batch.BatchComponent;
import org.tickmark.batch.BatchSettings;
import org.tickmark.batch.NightWatchComponent;
import org.tickmark.books.BooksService;
import org.tickmark.importer.camt.CamtImporter;
import org.tickmark.importer.mt940.Mt940Importer;
import org.tickmark.importer.sie.SieImporter;
import org.tickmark.importers.ImportsService;
import org.tickmark.launcher.it.MailSink;
import org.tickmark.mail.MailComponent;
import org.tickmark.mail.MailSettings;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.reconciliation.ReconciliationComponent;
import org.tickmark.testkit.host.ManualSettings;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/**
 * The components of the night run, each as in production, with what they stand on: an empty H2 in memory, folders, a mail server, and a clock and
 * settings that a test sets. Put together without a framework.
 */
final class Office implements AutoCloseable {
    static final Caller CALLER = Caller.os("kari", Locale.ENGLISH).through(Origin.BATCH);

    final NightClock clock = new NightClock();
    private final ManualSettings settings = new ManualSettings();
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private final DatabaseFixture database = DatabaseFixture.h2();
    private final List<Object> registered = new ArrayList<>();
    private final Path data;
    private final Transactions transactions;
    private final BooksService books;
    private final ImportsService imports;
    private final ReconciliationComponent reconciliation;
    private final BatchComponent batch;
    private final NightWatchComponent watch;

    /** @param data the data directory */
    Office(Path data) throws IOException {
        this.data = data;
        database.migrate("org.tickmark.books", BooksService.class);
        database.migrate("org.tickmark.importers", ImportsService.class);
        database.migrate("org.tickmark.reconciliation", ReconciliationComponent.class);
        database.migrate("org.tickmark.mail", MailComponent.class);
        transactions = database.migrate("org.tickmark.batch", BatchComponent.class);
        Locks locks = database.store().newLocks();
        BundleContext context = Partly.implemented(BundleContext.class, new Context());
        books = new BooksService(transactions, audit, events, clock);
        imports = new ImportsService(context, transactions, books, audit, events, locks, settings, clock);
        add("camt", new CamtImporter());
        add("mt940", new Mt940Importer());
        add("sie4", new SieImporter());
        reconciliation = new ReconciliationComponent(transactions, transactions, audit, events, clock);
        Secrets none = Partly.answering(Secrets.class, "read", Optional::empty);
        registered.add(new MailComponent(context, transactions, Bell.SILENT, audit, events, none, settings, clock));
        Outbox outbox = registered.stream()
                .filter(Outbox.class::isInstance)
                .map(Outbox.class::cast)
                .findFirst()
                .orElseThrow();
        batch = new BatchComponent(
                books, imports, reconciliation, locks, settings, transactions, audit, events, outbox, clock);
        watch = new NightWatchComponent(
                context, books, imports, locks, settings, transactions, audit, events, outbox, clock);
        set("mail.enabled", "true");
        set("mail.host", "localhost");
        set("mail.security", "none");
        set("mail.from", "tickmark@example.org");
        set("mail.perMinute", "10000");
    }

    /** What the components ask of the framework, for a process that ends with its command. */
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by name, of the same signature
    private final class Context {
        String getProperty(String name) {
            return Map.of("tickmark.purpose", "command", "tickmark.data.dir", data.toString())
                    .get(name);
        }

        ServiceRegistration<?> registerService(Class<?> type, Object service, Dictionary<String, ?> properties) {
            registered.add(service);
            return Partly.implemented(ServiceRegistration.class, new Object());
        }
    }

    /** Adds a format as the component runtime does, which calls methods that nobody else may. */
    @SuppressWarnings("UnusedMethod") // called by name, of the same signature
    private void add(String format, StatementImporter importer) {
        Object bundle = new Object() {
            String getSymbolicName() {
                return "org.tickmark.importer." + format;
            }

            Version getVersion() {
                return Version.emptyVersion;
            }
        };
        Object reference = new Object() {
            Bundle getBundle() {
                return Partly.implemented(Bundle.class, bundle);
            }

            Object getProperty(String name) {
                return name.equals(StatementImporter.FORMAT) ? format : null;
            }
        };
        try {
            Method bind = ImportsService.class.getDeclaredMethod(
                    "addImporter", StatementImporter.class, ServiceReference.class);
            bind.setAccessible(true);
            bind.invoke(imports, importer, Partly.implemented(ServiceReference.class, reference));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets a setting of mail or night runs. */
    void set(String key, String value) {
        Setting<?> setting = Stream.concat(
                        new BatchSettings().settings().stream(), new MailSettings().settings().stream())
                .filter(declared -> declared.key().equals(key))
                .findFirst()
                .orElseThrow();
        settings.with(setting, value);
    }

    /** Lets mail go to this server from now on. */
    void mailTo(MailSink sink) {
        set("mail.port", String.valueOf(sink.port()));
    }

    /** Takes units, imports and groups from a text, as {@code config apply} does. */
    void apply(String definitions) {
        books.importText(CALLER, definitions, "month.yaml", false);
        imports.importText(CALLER, definitions, "month.yaml", false);
        reconciliation.importText(CALLER, definitions, "month.yaml", false);
    }

    /** Everything, as {@code /A} does it. */
    BatchResult run(boolean dryRun, Duration mailWait, CancelToken cancel) {
        BatchRequest request = new BatchRequest(
                Mode.ALL, List.of(), List.of(), Optional.empty(), dryRun, Duration.ZERO, Optional.empty(), mailWait);
        return batch.run(CALLER, request, Progress.NONE, cancel);
    }

    /** What a server does every minute. */
    void look() {
        watch.look();
    }

    Standing standing(String group) {
        return reconciliation.standing(CALLER, group, Optional.empty());
    }

    Transactions transactions() {
        return transactions;
    }

    @Override
    public void close() {
        database.close();
    }
}
