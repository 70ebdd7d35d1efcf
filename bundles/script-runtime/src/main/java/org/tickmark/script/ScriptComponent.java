package org.tickmark.script;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Bell;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.script.Debugger;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.host.script.Traces;
import org.tickmark.api.host.script.Triggers;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.setting.Settings;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.kit.access.Owners;
import org.tickmark.script.debug.DebugSessions;
import org.tickmark.script.macro.Actions;
import org.tickmark.script.macro.MacroLanguage;
import org.tickmark.script.run.Grants;
import org.tickmark.script.run.Http;
import org.tickmark.script.run.Pause;
import org.tickmark.script.run.Runner;
import org.tickmark.script.run.Services;
import org.tickmark.script.store.Languages;
import org.tickmark.script.trace.StoredTraces;
import org.tickmark.script.trigger.StoredTriggers;

/** Registers {@link Scripts}, {@link Debugger}, {@link Traces}, {@link Triggers} with the handler that carries them out, the language of macros, and the executors {@code script} and {@code macro}. */
@Component(
        name = "org.tickmark.script",
        immediate = true,
        service = {})
public final class ScriptComponent {
    private static final String TOPIC = "script-triggers";
    private static final String TRACES = "script-traces";
    /** How often sessions are looked for that nobody touches. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Languages languages = new Languages();
    private final Actions actions = new Actions();
    private final Map<String, RecordSource> records = new ConcurrentHashMap<>();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final TriggerService triggers;
    private final Bell.Listening listening;
    private final ExecutorService workers = Executors.newCachedThreadPool(ScriptComponent::thread);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(ScriptComponent::thread);
    private final DebugSessions debugging;
    private final Bell.Listening tracing;
    private final Future<?> expiring;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Books books;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Outbox outbox;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Tasks tasks;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Imports imports;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Reconciliation reconciliation;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Users users;

    @Activate
    public ScriptComponent(
            BundleContext context,
            @Reference(target = "(tickmark.schema=org.tickmark.script)") Transactions transactions,
            @Reference Audit audit,
            @Reference Bell bell,
            @Reference Settings settings,
            @Reference Clock clock) {
        Clock local = clock.withZone(ZoneId.systemDefault());
        Services services = new Services(
                () -> Optional.ofNullable(books),
                () -> Optional.ofNullable(outbox),
                () -> Optional.ofNullable(tasks),
                () -> Optional.ofNullable(imports),
                () -> Optional.ofNullable(reconciliation),
                transactions);
        Grants grants = new Grants(services, actions, new Http(() -> settings.get(ScriptSettings.HTTP_ALLOWED)));
        Owners owners = new Owners(() -> Optional.ofNullable(users));
        StoredTraces traces = new StoredTraces(new StoredTraces.Means(
                transactions,
                audit,
                TraceTargets::owner,
                () -> Optional.ofNullable(outbox),
                local,
                () -> bell.ring(TRACES)));
        this.tracing = bell.listen(TRACES, traces::reload);
        traces.reload();
        Runner runner = new Runner(new Runner.Means(
                transactions, audit, languages, grants, () -> records, owners, local, Pause::really, traces::recorder));
        Retention retention = new Retention(transactions, settings, local);
        StoredScripts scripts = new StoredScripts(transactions, audit, runner, retention, settings, local);
        this.triggers = new TriggerService(context);
        StoredTriggers storedTriggers = new StoredTriggers(
                transactions, audit, runner, owners, local, triggers::replace, () -> bell.ring(TOPIC));
        this.listening = bell.listen(TOPIC, storedTriggers::reload);
        storedTriggers.reload();
        this.debugging = new DebugSessions(new DebugSessions.Means(
                runner,
                transactions,
                audit,
                () -> settings.get(ScriptSettings.DEBUG_IDLE),
                local,
                workers,
                Pause::really));
        this.expiring =
                watch.scheduleWithFixedDelay(debugging::expire, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
        registrations.add(context.registerService(Debugger.class, new ScriptDebugger(debugging), null));
        registrations.add(context.registerService(Traces.class, traces, null));
        registrations.add(context.registerService(Scripts.class, scripts, null));
        registrations.add(context.registerService(Triggers.class, storedTriggers, null));
        registrations.add(context.registerService(
                ScriptLanguage.class,
                new MacroLanguage(actions),
                property(ScriptLanguage.LANGUAGE, MacroLanguage.NAME)));
        for (ScriptExecutor.Kind kind : ScriptExecutor.Kind.values()) {
            registrations.add(context.registerService(
                    TaskExecutor.class,
                    new ScriptExecutor(kind, runner, retention),
                    property(TaskExecutor.EXECUTOR, kind.executor())));
        }
    }

    private static Dictionary<String, ?> property(String name, String value) {
        return FrameworkUtil.asDictionary(Map.of(name, value));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAction(MacroAction action, Map<String, ?> properties) {
        actions.add(String.valueOf(properties.get(MacroAction.ACTION)), action);
    }

    void removeAction(MacroAction action, Map<String, ?> properties) {
        actions.remove(String.valueOf(properties.get(MacroAction.ACTION)), action);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addLanguage(ScriptLanguage language, Map<String, ?> properties) {
        languages.add(String.valueOf(properties.get(ScriptLanguage.LANGUAGE)), language);
    }

    void removeLanguage(ScriptLanguage language, Map<String, ?> properties) {
        languages.remove(String.valueOf(properties.get(ScriptLanguage.LANGUAGE)), language);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRecords(RecordSource source, Map<String, ?> properties) {
        records.put(String.valueOf(properties.get(RecordSource.NAME)), source);
    }

    void removeRecords(RecordSource source, Map<String, ?> properties) {
        records.remove(String.valueOf(properties.get(RecordSource.NAME)), source);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tickmark-debug");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void stop() {
        expiring.cancel(false);
        watch.shutdown();
        debugging.close();
        workers.shutdown();
        listening.close();
        tracing.close();
        triggers.close();
        registrations.forEach(ServiceRegistration::unregister);
    }
}
