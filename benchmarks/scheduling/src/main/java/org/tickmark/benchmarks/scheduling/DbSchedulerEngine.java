package org.tickmark.benchmarks.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTaskWithPersistentSchedule;
import com.github.kagkarlsson.scheduler.task.helper.ScheduleAndData;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tickmark.benchmarks.kit.Database;

/** db-scheduler: one kind of task, of which each run is an instance. */
final class DbSchedulerEngine implements FullEngine {
    /** How db-scheduler finds what is due. */
    enum Polling {
        /** As it comes: it fetches, and picks each before it runs, and looks every ten seconds. */
        DEFAULT,
        /** Fetching, and looking every 100 ms. */
        FETCH,
        /** It picks when it fetches, as many as it has threads. */
        LOCK_AND_FETCH,
        /** It picks when it fetches, up to four times as many as it has threads. */
        LOCK_AND_FETCH_AHEAD
    }

    private static final String OFTEN = "often";
    private static final int BATCH = 1000;
    /** By which others find out half a minute later that a process has gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** The columns that its documents list. */
    private static final String TABLES = """
        create table scheduled_tasks (
          task_name varchar(200) not null, task_instance varchar(200) not null, task_data %s,
          execution_time timestamp with time zone, picked boolean not null, picked_by varchar(200),
          last_success timestamp with time zone, last_failure timestamp with time zone, consecutive_failures int,
          last_heartbeat timestamp with time zone, version bigint not null, priority smallint, state varchar(200),
          primary key (task_name, task_instance));
        create index execution_time_idx on scheduled_tasks (execution_time);
        create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
        create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);
        """;

    private final HikariDataSource pool;
    private final Scheduler scheduler;
    private final OneTimeTask<String> once;
    private final RecurringTaskWithPersistentSchedule<Often> often;

    /** What a recurring task keeps: it runs at a fixed rate. */
    private static final class Often implements ScheduleAndData, Schedule {
        private static final long serialVersionUID = 1L;

        private final long everySeconds;
        private final String payload;

        Often(long everySeconds, String payload) {
            this.everySeconds = everySeconds;
            this.payload = payload;
        }

        @Override
        public Schedule getSchedule() {
            return this;
        }

        @Override
        public Object getData() {
            return payload;
        }

        @Override
        public Instant getNextExecutionTime(ExecutionComplete complete) {
            return complete.getExecution().getExecutionTime().plusSeconds(everySeconds);
        }

        @Override
        public boolean isDeterministic() {
            return true;
        }
    }

    DbSchedulerEngine(Database database, Polling polling, Tally tally) throws SQLException {
        this.pool = database.pool(Contender.THREADS + 3);
        try (Connection connection = pool.getConnection()) {
            Database.execute(
                    connection,
                    TABLES.formatted(database.store() == Database.Store.H2 ? "blob" : "bytea")
                            .replace("create table", "create table if not exists")
                            .replace("create index", "create index if not exists"));
        }
        this.once = Tasks.oneTime("once", String.class)
                .execute((instance, context) -> tally.run(Integer.parseInt(instance.getId())));
        this.often = Tasks.recurringWithPersistentSchedule(OFTEN, Often.class)
                .execute((instance, context) -> tally.run(Integer.parseInt(instance.getId())));
        this.scheduler = set(Scheduler.create(pool, once, often), polling).build();
    }

    private static SchedulerBuilder set(SchedulerBuilder builder, Polling polling) {
        builder.threads(Contender.THREADS);
        if (polling == Polling.DEFAULT) {
            return builder;
        }
        builder.pollingInterval(Duration.ofMillis(100))
                .enableImmediateExecution()
                .heartbeatInterval(HEARTBEAT);
        if (polling == Polling.LOCK_AND_FETCH) {
            builder.pollUsingLockAndFetch(0.5, 1.0);
        } else if (polling == Polling.LOCK_AND_FETCH_AHEAD) {
            builder.pollUsingLockAndFetch(1.0, 4.0);
        }
        return builder;
    }

    @Override
    public void store(int count, Instant at) {
        for (int first = 0; first < count; first += BATCH) {
            List<TaskInstance<?>> instances = new ArrayList<>();
            for (int i = first; i < Math.min(first + BATCH, count); i++) {
                instances.add(once.instance(Integer.toString(i), Contender.PAYLOAD));
            }
            scheduler.scheduleBatch(instances, at);
        }
    }

    @Override
    public void storeRecurring(int count, IntFunction<Recurring> times) {
        for (int from = 0; from < count; from += BATCH) {
            List<SchedulableInstance<?>> instances = new ArrayList<>();
            for (int i = from; i < Math.min(from + BATCH, count); i++) {
                Recurring recurring = times.apply(i);
                instances.add(SchedulableInstance.of(
                        often.instance(Integer.toString(i), often(recurring)), recurring.first()));
            }
            scheduler.scheduleBatch(instances);
        }
    }

    private static Often often(Recurring times) {
        return new Often(times.every().toSeconds(), Contender.PAYLOAD);
    }

    @Override
    public void change(int number, Recurring to) {
        scheduler.reschedule(TaskInstanceId.of(OFTEN, Integer.toString(number)), to.first(), often(to));
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void schedule(int number, Instant at) {
        scheduler.schedule(once.instance(Integer.toString(number), Contender.PAYLOAD), at);
    }

    @Override
    public void runNow(int number) {
        schedule(number, Instant.now());
    }

    @Override
    public long unfinished() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return Database.number(connection, "select count(*) from scheduled_tasks");
        }
    }

    @Override
    public void close() {
        scheduler.stop();
        pool.close();
    }
}
