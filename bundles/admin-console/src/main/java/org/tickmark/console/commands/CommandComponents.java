package org.tickmark.console.commands;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Backups;
import org.tickmark.api.host.Database;
import org.tickmark.api.host.OwnFolders;
import org.tickmark.api.host.Plugins;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.SettingsEditor;
import org.tickmark.api.host.access.Tokens;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.batch.Batch;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.api.host.calendar.Meetings;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.mail.Mails;
import org.tickmark.api.host.reconciliation.ExchangeRates;
import org.tickmark.api.host.reconciliation.FileReconciliation;
import org.tickmark.api.host.reconciliation.Journals;
import org.tickmark.api.host.reconciliation.ManualWork;
import org.tickmark.api.host.reconciliation.Periods;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.RuleWork;
import org.tickmark.api.host.script.Debugger;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.host.script.Traces;
import org.tickmark.api.host.script.Triggers;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.host.tasks.ThisNode;
import org.tickmark.api.metric.MetricSource;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.setting.Settings;
import org.tickmark.console.health.Checkup;

/** The components that register the commands of this package, one for each service or group of services they stand on. */
public final class CommandComponents {
    private static final Logger LOG = LoggerFactory.getLogger(CommandComponents.class);

    private CommandComponents() {}

    /** {@code unit}, {@code account}. */
    @Component(
            name = "org.tickmark.console.books",
            service = {})
    public static final class OfBooks {
        private final CommandRegistrations registrations;

        @Activate
        public OfBooks(BundleContext context, @Reference Books books) {
            List<Command> commands = new ArrayList<>(UnitCommands.of(books));
            commands.addAll(AccountCommands.of(books));
            registrations = new CommandRegistrations(context, commands);
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code import}, {@code paths}. */
    @Component(
            name = "org.tickmark.console.imports",
            service = {})
    public static final class OfImports {
        private final CommandRegistrations registrations;

        @Activate
        public OfImports(
                BundleContext context,
                @Reference Imports imports,
                @Reference OwnFolders own,
                @Reference Settings settings,
                @Reference(
                                target = "(tickmark.record=node)",
                                cardinality = ReferenceCardinality.OPTIONAL,
                                policyOption = ReferencePolicyOption.GREEDY)
                        RecordSource nodes) {
            List<Command> commands = new ArrayList<>(ImportCommands.of(imports));
            commands.addAll(ImportFileCommands.of(imports, own, ThisNode.of(settings), Optional.ofNullable(nodes)));
            commands.addAll(ImportStateCommands.of(imports, ZoneId.systemDefault()));
            registrations = new CommandRegistrations(context, commands);
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code rec} and {@code report}. */
    @Component(
            name = "org.tickmark.console.reconciliation",
            service = {})
    public static final class OfReconciliation {
        private final CommandRegistrations registrations;

        @Activate
        public OfReconciliation(BundleContext context, @Reference Reconciliation reconciliation) {
            List<Command> commands = new ArrayList<>(RecCommands.of(reconciliation));
            commands.addAll(RecGroupCommands.of(reconciliation));
            commands.addAll(ReportCommands.of(reconciliation));
            registrations = new CommandRegistrations(context, commands);
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code rec}: work by hand. */
    @Component(
            name = "org.tickmark.console.manual-work",
            service = {})
    public static final class OfManualWork {
        private final CommandRegistrations registrations;

        @Activate
        public OfManualWork(BundleContext context, @Reference ManualWork work) {
            registrations = new CommandRegistrations(context, RecWorkCommands.of(work));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code rec}: locks and sign-offs. */
    @Component(
            name = "org.tickmark.console.periods",
            service = {})
    public static final class OfPeriods {
        private final CommandRegistrations registrations;

        @Activate
        public OfPeriods(BundleContext context, @Reference Periods periods, @Reference Reconciliation reconciliation) {
            registrations = new CommandRegistrations(context, RecPeriodCommands.of(periods, reconciliation));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code rec}: work with rules. */
    @Component(
            name = "org.tickmark.console.rules",
            service = {})
    public static final class OfRules {
        private final CommandRegistrations registrations;

        @Activate
        public OfRules(BundleContext context, @Reference RuleWork rules) {
            registrations = new CommandRegistrations(context, RecRuleCommands.of(rules));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code rec journal}. */
    @Component(
            name = "org.tickmark.console.journals",
            service = {})
    public static final class OfJournals {
        private final CommandRegistrations registrations;

        @Activate
        public OfJournals(BundleContext context, @Reference Journals journals) {
            registrations = new CommandRegistrations(context, List.of(RecJournalCommand.of(journals)));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code rec rates}. */
    @Component(
            name = "org.tickmark.console.exchange-rates",
            service = {})
    public static final class OfExchangeRates {
        private final CommandRegistrations registrations;

        @Activate
        public OfExchangeRates(BundleContext context, @Reference ExchangeRates rates) {
            registrations = new CommandRegistrations(context, List.of(RecRatesCommand.of(rates)));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code mail}. */
    @Component(
            name = "org.tickmark.console.mail",
            service = {})
    public static final class OfMails {
        private final CommandRegistrations registrations;

        @Activate
        public OfMails(BundleContext context, @Reference Mails mails) {
            registrations = new CommandRegistrations(context, MailCommands.of(mails));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code match}. */
    @Component(
            name = "org.tickmark.console.match",
            service = {})
    public static final class OfFileReconciliation {
        private final CommandRegistrations registrations;

        @Activate
        public OfFileReconciliation(
                BundleContext context,
                @Reference Imports imports,
                @Reference FileReconciliation reconciliation,
                @Reference Clock clock) {
            registrations = new CommandRegistrations(context, List.of(MatchCommand.of(imports, reconciliation, clock)));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code recur}. */
    @Component(
            name = "org.tickmark.console.recur",
            service = {})
    public static final class OfRecurrence {
        private final CommandRegistrations registrations;

        @Activate
        public OfRecurrence(BundleContext context, @Reference Clock clock) {
            registrations = new CommandRegistrations(context, RecurCommands.of(clock));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code batch}. */
    @Component(
            name = "org.tickmark.console.batch",
            service = {})
    public static final class OfBatch {
        private final CommandRegistrations registrations;

        @Activate
        public OfBatch(BundleContext context, @Reference Batch batch) {
            registrations = new CommandRegistrations(context, BatchCommand.of(batch));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code task}, {@code run}, {@code sys nodes}. */
    @Component(
            name = "org.tickmark.console.tasks",
            service = {})
    public static final class OfTasks {
        /** Framework property: {@code command} where the process ends with its command and takes no runs. */
        private static final String PURPOSE = "tickmark.purpose";

        private final CommandRegistrations registrations;

        @Activate
        public OfTasks(
                BundleContext context,
                @Reference Tasks tasks,
                @Reference Runs runs,
                @Reference(target = "(tickmark.record=task)") RecordSource taskRecords,
                @Reference(target = "(tickmark.record=run)") RecordSource runRecords,
                @Reference(target = "(tickmark.record=node)") RecordSource nodeRecords,
                @Reference Clock clock) {
            boolean endsWithCommand = "command".equals(context.getProperty(PURPOSE));
            TaskServices services = new TaskServices(
                    tasks,
                    runs,
                    taskRecords,
                    runRecords,
                    nodeRecords,
                    clock.withZone(ZoneId.systemDefault()),
                    endsWithCommand);
            registrations = new CommandRegistrations(context, services.commands());
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code cal}. */
    @Component(
            name = "org.tickmark.console.calendar",
            service = {})
    public static final class OfCalendar {
        private final CommandRegistrations registrations;

        @Activate
        public OfCalendar(
                BundleContext context,
                @Reference Appointments appointments,
                @Reference Meetings meetings,
                @Reference(target = "(tickmark.record=series)") RecordSource series,
                @Reference Clock clock) {
            Clock here = clock.withZone(ZoneId.systemDefault());
            List<Command> commands = new ArrayList<>(CalCommands.of(appointments, series, here));
            commands.addAll(CalPeopleCommands.of(appointments, meetings));
            commands.addAll(CalTimeCommands.of(appointments, meetings, here));
            registrations = new CommandRegistrations(context, commands);
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code cal feed}. */
    @Component(
            name = "org.tickmark.console.feeds",
            service = {})
    public static final class OfFeeds {
        private final CommandRegistrations registrations;

        @Activate
        public OfFeeds(BundleContext context, @Reference Feeds feeds) {
            registrations =
                    new CommandRegistrations(context, List.of(CalFeedCommand.of(feeds, ZoneId.systemDefault())));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code script}, {@code macro}, {@code debug} and {@code trace}. */
    @Component(
            name = "org.tickmark.console.scripts",
            service = {})
    public static final class OfScripts {
        private final BundleContext context;
        private final Map<String, ScriptLanguage> languages = new ConcurrentHashMap<>();
        private final Map<String, RecordSource> records = new ConcurrentHashMap<>();
        private final Map<Scripts, CommandRegistrations> stored = new ConcurrentHashMap<>();
        private final Map<Debugger, CommandRegistrations> debugged = new ConcurrentHashMap<>();
        private final Map<Traces, CommandRegistrations> traced = new ConcurrentHashMap<>();
        private final ScriptFiles files = new ScriptFiles(() -> languages);
        private final CommandRegistrations registrations;

        @Activate
        public OfScripts(BundleContext context, @Reference Clock clock) {
            this.context = context;
            this.registrations = new CommandRegistrations(
                    context,
                    ScriptCommands.of(
                            files,
                            () -> records,
                            () -> stored.keySet().stream().findFirst(),
                            clock.withZone(ZoneId.systemDefault())));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }

        @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
        void bindScripts(Scripts scripts) {
            List<Command> commands = new ArrayList<>(StoredScriptCommands.of(scripts, files, () -> records));
            commands.add(MacroCommands.actions(scripts));
            stored.put(scripts, new CommandRegistrations(context, commands));
        }

        void unbindScripts(Scripts scripts) {
            stored.remove(scripts).close();
        }

        @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
        void bindDebugger(Debugger debugger) {
            List<Command> commands = new ArrayList<>(DebugCommands.of(debugger));
            commands.add(ScriptDebugCommand.of(files, () -> records, debugger));
            debugged.put(debugger, new CommandRegistrations(context, commands));
        }

        void unbindDebugger(Debugger debugger) {
            debugged.remove(debugger).close();
        }

        @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
        void bindTraces(Traces traces) {
            traced.put(traces, new CommandRegistrations(context, TraceCommands.of(traces)));
        }

        void unbindTraces(Traces traces) {
            traced.remove(traces).close();
        }

        @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
        void bindLanguage(ScriptLanguage language, Map<String, Object> properties) {
            languages.put(String.valueOf(properties.get(ScriptLanguage.LANGUAGE)), language);
        }

        void unbindLanguage(ScriptLanguage language, Map<String, Object> properties) {
            languages.remove(String.valueOf(properties.get(ScriptLanguage.LANGUAGE)), language);
        }

        @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
        void bindRecords(RecordSource source, Map<String, Object> properties) {
            records.put(String.valueOf(properties.get(RecordSource.NAME)), source);
        }

        void unbindRecords(RecordSource source, Map<String, Object> properties) {
            records.remove(String.valueOf(properties.get(RecordSource.NAME)), source);
        }
    }

    /** {@code trigger}. */
    @Component(
            name = "org.tickmark.console.triggers",
            service = {})
    public static final class OfTriggers {
        private final CommandRegistrations registrations;

        @Activate
        public OfTriggers(BundleContext context, @Reference Triggers triggers) {
            registrations = new CommandRegistrations(context, TriggerCommands.of(triggers));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code sys metrics}. */
    @Component(
            name = "org.tickmark.console.metrics",
            service = {})
    public static final class OfMetrics {
        private final List<MetricSource> sources = new CopyOnWriteArrayList<>();
        private final CommandRegistrations registrations;

        @Activate
        public OfMetrics(BundleContext context) {
            registrations = new CommandRegistrations(context, List.of(MetricsCommand.of(() -> sources)));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }

        @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
        void bindSource(MetricSource source) {
            sources.add(source);
        }

        void unbindSource(MetricSource source) {
            sources.remove(source);
        }
    }

    /** {@code doctor}, {@code sys health}. */
    @Component(
            name = "org.tickmark.console.health",
            service = {})
    public static final class OfHealth {
        private static final Duration PATIENCE = Duration.ofSeconds(20);

        private final Checkup checkup = new Checkup(PATIENCE);
        private final CommandRegistrations registrations;

        @Activate
        public OfHealth(BundleContext context) {
            registrations = new CommandRegistrations(context, HealthCommands.of(checkup));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }

        @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
        void bindCheck(HealthCheck check, Map<String, Object> properties) {
            boolean readiness = Boolean.TRUE.equals(properties.get(HealthCheck.READINESS));
            checkup.add(String.valueOf(properties.get(HealthCheck.NAME)), readiness, check);
        }

        void unbindCheck(HealthCheck check) {
            checkup.remove(check);
        }
    }

    /** {@code backup}, {@code restore}. */
    @Component(
            name = "org.tickmark.console.backups",
            service = {})
    public static final class OfBackups {
        private final CommandRegistrations registrations;

        @Activate
        public OfBackups(BundleContext context, @Reference Backups backups, @Reference Tasks tasks) {
            registrations = new CommandRegistrations(context, BackupCommands.of(backups, tasks));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code service}. */
    @Component(
            name = "org.tickmark.console.services",
            service = {})
    public static final class OfServices {
        private final CommandRegistrations registrations;

        @Activate
        public OfServices(
                BundleContext context, @Reference OwnFolders own, @Reference Imports imports, @Reference Clock clock) {
            registrations = new CommandRegistrations(
                    context, ServiceCommands.of(own, imports, clock.withZone(ZoneId.systemDefault())));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code plugin}. */
    @Component(
            name = "org.tickmark.console.plugins",
            service = {})
    public static final class OfPlugins {
        private final CommandRegistrations registrations;

        @Activate
        public OfPlugins(BundleContext context, @Reference Plugins plugins) {
            registrations = new CommandRegistrations(context, PluginCommands.of(plugins));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code config show}. */
    @Component(
            name = "org.tickmark.console.settings",
            service = {})
    public static final class OfSettings {
        private final CommandRegistrations registrations;

        @Activate
        public OfSettings(BundleContext context, @Reference Settings settings) {
            registrations = new CommandRegistrations(context, ConfigCommands.of(settings));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code config set}, {@code config unset}. */
    @Component(
            name = "org.tickmark.console.settings-editor",
            service = {})
    public static final class OfSettingsEditor {
        private final CommandRegistrations registrations;

        @Activate
        public OfSettingsEditor(BundleContext context, @Reference SettingsEditor editor) {
            registrations = new CommandRegistrations(context, SettingCommands.of(editor));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code config secret}. */
    @Component(
            name = "org.tickmark.console.secrets",
            service = {})
    public static final class OfSecrets {
        private final CommandRegistrations registrations;

        @Activate
        public OfSecrets(BundleContext context, @Reference Secrets secrets) {
            registrations = new CommandRegistrations(context, SecretCommands.of(secrets));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code config apply}, {@code config export}. */
    @Component(
            name = "org.tickmark.console.definitions",
            service = {})
    public static final class OfDefinitions {
        private final CommandRegistrations registrations;

        @Activate
        public OfDefinitions(
                BundleContext context,
                @Reference Books books,
                @Reference Imports imports,
                @Reference Reconciliation reconciliation,
                @Reference Tasks tasks) {
            registrations =
                    new CommandRegistrations(context, DefinitionCommands.of(books, imports, reconciliation, tasks));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code user}. */
    @Component(
            name = "org.tickmark.console.users",
            service = {})
    public static final class OfUsers {
        private final CommandRegistrations registrations;

        @Activate
        public OfUsers(BundleContext context, @Reference Users users) {
            registrations = new CommandRegistrations(context, UserCommands.of(users, ZoneId.systemDefault()));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code token}. */
    @Component(
            name = "org.tickmark.console.tokens",
            service = {})
    public static final class OfTokens {
        private final CommandRegistrations registrations;

        @Activate
        public OfTokens(BundleContext context, @Reference Tokens tokens) {
            registrations = new CommandRegistrations(context, TokenCommands.of(tokens, ZoneId.systemDefault()));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code audit verify}. */
    @Component(
            name = "org.tickmark.console.audit",
            service = {})
    public static final class OfAudit {
        private final CommandRegistrations registrations;

        @Activate
        public OfAudit(BundleContext context, @Reference Audit audit) {
            registrations = new CommandRegistrations(context, List.of(AuditCommands.verify(audit)));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code sys status}, {@code sys migrations}. */
    @Component(
            name = "org.tickmark.console.database",
            service = {})
    public static final class OfDatabase {
        private final CommandRegistrations registrations;

        @Activate
        public OfDatabase(BundleContext context, @Reference Database database, @Reference Plugins plugins) {
            registrations =
                    new CommandRegistrations(context, SystemCommands.of(Product.of(context), database, plugins));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code sys version}, {@code sys stop}. */
    @Component(
            name = "org.tickmark.console.system",
            service = {})
    public static final class OfSystem {
        private final CommandRegistrations registrations;

        @Activate
        public OfSystem(BundleContext context) {
            Bundle system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
            registrations =
                    new CommandRegistrations(context, SystemCommands.of(Product.of(context), () -> stop(system)));
        }

        /** The system bundle stops everything on a thread of its own. */
        private static void stop(Bundle system) {
            try {
                system.stop();
            } catch (BundleException e) {
                LOG.error("Cannot stop", e);
            }
        }

        @Deactivate
        public void close() {
            registrations.close();
        }
    }

    /** {@code record}, and the lists of their own that a few sources have. */
    @Component(
            name = "org.tickmark.console.records",
            service = {})
    public static final class OfRecords {
        private static final Map<String, Function<RecordSource, Command>> LISTS = Map.of(
                "file", RecordCommands::files,
                "mail", RecordCommands::mails,
                "script", RecordCommands::scripts,
                "script-run", RecordCommands::scriptRuns,
                "trace", RecordCommands::traces,
                "recording", RecordCommands::recordings,
                "trigger", RecordCommands::triggers,
                "firing", RecordCommands::firings,
                "audit", RecordCommands::audit);

        private final BundleContext context;
        private final Map<String, RecordSource> sources = new ConcurrentHashMap<>();
        private final CommandRegistrations registrations;
        private final Map<RecordSource, CommandRegistrations> lists = new HashMap<>();

        @Activate
        public OfRecords(BundleContext context) {
            this.context = context;
            this.registrations = new CommandRegistrations(context, RecordCommands.of(() -> sources));
        }

        @Deactivate
        public void close() {
            registrations.close();
        }

        @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
        synchronized void bindSource(RecordSource source, Map<String, Object> properties) {
            String name = String.valueOf(properties.get(RecordSource.NAME));
            sources.put(name, source);
            if (LISTS.containsKey(name)) {
                lists.put(
                        source,
                        new CommandRegistrations(
                                context, List.of(LISTS.get(name).apply(source))));
            }
        }

        synchronized void unbindSource(RecordSource source, Map<String, Object> properties) {
            sources.remove(String.valueOf(properties.get(RecordSource.NAME)), source);
            CommandRegistrations list = lists.remove(source);
            if (list != null) {
                list.close();
            }
        }
    }
}
