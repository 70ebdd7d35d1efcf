package org.tickmark.scheduler;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.event.Event;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Bell;
import org.tickmark.api.host.Database;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.host.tasks.ScheduleKind;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.host.tasks.ThisNode;
import org.tickmark.api.metric.MetricFamily;
import org.tickmark.api.metric.MetricSource;
import org.tickmark.api.setting.Settings;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.kit.access.Owners;
import org.tickmark.scheduler.dispatch.DatabaseClock;
import org.tickmark.scheduler.dispatch.Executors;
import org.tickmark.scheduler.dispatch.Herald;
import org.tickmark.scheduler.dispatch.Inbox;
import org.tickmark.scheduler.dispatch.Node;
import org.tickmark.scheduler.dispatch.NodeClock;
import org.tickmark.scheduler.dispatch.NodeOptions;
import org.tickmark.scheduler.dispatch.NodeThreads;
import org.tickmark.scheduler.run.Claim;
import org.tickmark.scheduler.run.Finish;
import org.tickmark.scheduler.run.LiveTasks;
import org.tickmark.scheduler.run.MetricTable;
import org.tickmark.scheduler.run.Retention;
import org.tickmark.scheduler.run.RunControl;
import org.tickmark.scheduler.run.RunQueue;
import org.tickmark.scheduler.run.SchedulerTable;
import org.tickmark.scheduler.run.Signal;
import org.tickmark.scheduler.run.StoredRuns;
import org.tickmark.scheduler.task.ScheduleKinds;
import org.tickmark.scheduler.task.StoredPlans;
import org.tickmark.scheduler.task.StoredTasks;
import org.tickmark.scheduler.task.TaskRuns;

/** Registers {@link Tasks}, {@link Runs} and their figures; in a server, is a node that carries out tasks. */
@Component(
        name = "org.tickmark.scheduler",
        immediate = true,
        service = {})
public final class SchedulerComponent {
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerComponent.class);

    /** Framework property: {@code command} where the process ends with its command and takes no runs. */
    private static final String PURPOSE = "tickmark.purpose";

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration RENEWAL = Duration.ofSeconds(5);

    private final Executors executors = new Executors();
    private final ScheduleKinds kinds = new ScheduleKinds();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Transactions transactions;
    private final Events events;
    private final Optional<NodeThreads> threads;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Users users;

    @Activate
    public SchedulerComponent(
            BundleContext context,
            @Reference(target = "(tickmark.schema=org.tickmark.scheduler)") Transactions transactions,
            @Reference Database database,
            @Reference Bell bell,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Secrets secrets,
            @Reference Settings settings,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.events = events;
        String set = settings.get(SchedulerSettings.IDENTITY);
        String identity = set.isEmpty() ? database.url() : set;
        identify(transactions, identity);
        Inbox inbox = new Inbox();
        NodeClock nodeClock = new NodeClock(clock);
        Signal signal = new Herald(inbox, bell, nodeClock);
        LiveTasks tasks = new StoredPlans();
        RunQueue queue = new RunQueue(signal);
        Claim claim = new Claim(transactions, tasks, signal, nodeClock);
        Finish finish = new Finish(transactions, tasks, events, signal, nodeClock);
        RunControl control = new RunControl(transactions, tasks, finish, signal, nodeClock);
        StoredRuns runs = new StoredRuns(transactions, tasks, control, queue, audit, nodeClock);
        StoredTasks storedTasks = new StoredTasks(new StoredTasks.Services(
                transactions,
                audit,
                events,
                new RunsOfTasks(runs, control),
                queue,
                signal,
                executors::all,
                kinds,
                identity,
                nodeClock));
        Retention retention = new Retention(
                transactions, settings.get(SchedulerSettings.KEEP_RUNS), settings.get(SchedulerSettings.KEEP_FAILURES));
        Node.Surroundings around = new Node.Surroundings(
                transactions,
                DatabaseClock.OWN,
                nodeClock,
                inbox,
                executors,
                new Owners(() -> Optional.ofNullable(users)),
                secrets,
                settings.get(SchedulerSettings.LOG_LINES).intValue());
        this.threads = "command".equals(context.getProperty(PURPOSE))
                ? Optional.empty()
                : Optional.of(new NodeThreads(
                        options(context, settings, transactions),
                        around,
                        new Node.Means(claim, finish, control, retention),
                        bell));
        registrations.add(context.registerService(Tasks.class, storedTasks, null));
        registrations.add(context.registerService(Runs.class, runs, null));
        registrations.add(context.registerService(
                EventHandler.class,
                changes(storedTasks),
                FrameworkUtil.asDictionary(Map.of(EventHandler.TOPIC, ScheduleKind.CHANGED))));
        MetricSource metrics = () -> metrics(transactions, nodeClock);
        registrations.add(context.registerService(MetricSource.class, metrics, null));
    }

    private static EventHandler changes(StoredTasks tasks) {
        return new EventHandler() {
            @Override
            public void after(Event event) {
                tasks.refresh(event.subject());
            }
        };
    }

    private static void identify(Transactions transactions, String identity) {
        String reason = SchedulerSettings.MESSAGES.message("held.copy").toString();
        boolean foreign = transactions.inTransaction(tx -> SchedulerTable.identify(tx, identity, reason));
        if (foreign) {
            LOG.warn("{} Identity: {}", reason, identity);
        }
    }

    private static NodeOptions options(BundleContext context, Settings settings, Transactions transactions) {
        ThisNode node = ThisNode.of(settings);
        Tx.Dialect dialect = transactions.reading(Tx::dialect);
        return new NodeOptions(
                node.name(),
                context.getBundle().getVersion().toString(),
                node.labels(),
                settings.get(SchedulerSettings.WORKERS).intValue(),
                dialect == Tx.Dialect.H2 ? NodeOptions.Sharing.ALONE : NodeOptions.Sharing.SHARED,
                LEASE,
                RENEWAL,
                settings.get(SchedulerSettings.PATIENCE));
    }

    private List<MetricFamily> metrics(Transactions transactions, Clock clock) {
        List<MetricFamily> all =
                new ArrayList<>(transactions.reading(tx -> MetricTable.families(tx.connection(), clock.instant())));
        threads.ifPresent(node -> all.addAll(node.node().metrics()));
        all.sort((one, other) -> one.name().compareTo(other.name()));
        return all;
    }

    /** What tasks do to runs. */
    private record RunsOfTasks(StoredRuns runs, RunControl control) implements TaskRuns {
        @Override
        public Optional<Run> run(Caller caller, long id) {
            return runs.run(caller, id);
        }

        @Override
        public int cancelWaiting(Tx tx, long taskId, String reason) throws SQLException {
            return control.cancelWaiting(tx, taskId, reason);
        }

        @Override
        public int endRunning(long taskId, String reason) {
            return control.endRunning(taskId, reason);
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addExecutor(TaskExecutor executor, ServiceReference<TaskExecutor> reference, Map<String, ?> properties) {
        String bundle = reference.getBundle().getSymbolicName() + " "
                + reference.getBundle().getVersion();
        executors.add(executor, properties, bundle);
    }

    void removeExecutor(TaskExecutor executor) {
        executors.remove(executor);
        threads.ifPresent(node -> node.drain(executor));
    }

    /** What changed while the kind was not here is asked for as if it had just changed. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addKind(ScheduleKind kind, Map<String, ?> properties) {
        Optional<String> name = kinds.add(kind, properties);
        if (name.isPresent() && threads.isPresent()) {
            transactions.inTransaction(tx -> {
                events.record(tx, Caller.system(), ScheduleKind.CHANGED, name.get() + ":", Map.of());
                return name;
            });
        }
    }

    void removeKind(ScheduleKind kind) {
        kinds.remove(kind);
    }

    @Activate
    void start() {
        threads.ifPresent(NodeThreads::start);
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        threads.ifPresent(NodeThreads::close);
    }
}
