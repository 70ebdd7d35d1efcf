package org.tickmark.benchmarks.scheduling;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.IntFunction;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.simpl.RAMJobStore;

/** Quartz: one job with a trigger for each run or recurring task. */
final class QuartzEngine implements Engine {
    /** How Quartz is set. */
    enum Tuning {
        /** As it comes, but for the number of threads and the store. */
        DEFAULT,
        /** As its documents advise for many short jobs. */
        TUNED,
        /** Tuned, and as one node of a cluster. */
        CLUSTERED
    }

    private static final JobKey JOB = JobKey.jobKey("count");
    private static final String NUMBER = "number";
    private static final int BATCH = 1000;

    private final Database database;
    private final Scheduler scheduler;

    QuartzEngine(Database database, Tuning tuning, Tally tally) throws SchedulerException, SQLException {
        this.database = database;
        if (database.store() != Database.Store.MEMORY) {
            createTables();
        }
        this.scheduler = new StdSchedulerFactory(settings(tuning)).getScheduler();
        scheduler.setJobFactory((bundle, owner) -> new Counting(tally));
        JobDetail job = JobBuilder.newJob(Counting.class)
                .withIdentity(JOB)
                .storeDurably()
                .build();
        scheduler.addJob(job, true);
    }

    /** What a run does. */
    private static final class Counting implements Job {
        private final Tally tally;

        Counting(Tally tally) {
            this.tally = tally;
        }

        @Override
        public void execute(JobExecutionContext context) {
            tally.run(Integer.parseInt(context.getMergedJobDataMap().getString(NUMBER)));
        }
    }

    private void createTables() throws SQLException {
        String script = database.store() == Database.Store.H2 ? "tables_h2.sql" : "tables_postgres.sql";
        try (HikariDataSource pool = database.pool(1);
                Connection connection = pool.getConnection()) {
            long there = Database.number(
                    connection,
                    "select count(*) from information_schema.tables where lower(table_name) = 'qrtz_triggers'");
            if (there == 0) {
                Database.execute(connection, Database.resource(JobStoreTX.class, script));
            }
        }
    }

    private Properties settings(Tuning tuning) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "org.quartz.scheduler.instanceName", "benchmark",
                "org.quartz.scheduler.skipUpdateCheck", "true",
                "org.quartz.threadPool.threadCount", Integer.toString(Contender.THREADS)));
        if (tuning != Tuning.DEFAULT) {
            settings.putAll(Map.of(
                    "org.quartz.scheduler.batchTriggerAcquisitionMaxCount", Integer.toString(Contender.THREADS),
                    "org.quartz.scheduler.idleWaitTime", "5000",
                    "org.quartz.jobStore.misfireThreshold",
                            Long.toString(Duration.ofHours(2).toMillis())));
        }
        if (database.store() == Database.Store.MEMORY) {
            settings.setProperty("org.quartz.jobStore.class", RAMJobStore.class.getName());
            return settings;
        }
        Class<?> delegate = database.store() == Database.Store.H2 ? StdJDBCDelegate.class : PostgreSQLDelegate.class;
        settings.putAll(Map.of(
                "org.quartz.jobStore.class",
                JobStoreTX.class.getName(),
                "org.quartz.jobStore.driverDelegateClass",
                delegate.getName(),
                "org.quartz.jobStore.useProperties",
                "true",
                "org.quartz.jobStore.dataSource",
                "benchmark",
                "org.quartz.dataSource.benchmark.provider",
                "hikaricp",
                "org.quartz.dataSource.benchmark.driver",
                database.store() == Database.Store.H2 ? "org.h2.Driver" : "org.postgresql.Driver",
                "org.quartz.dataSource.benchmark.URL",
                database.address(),
                "org.quartz.dataSource.benchmark.user",
                database.user(),
                "org.quartz.dataSource.benchmark.password",
                "",
                "org.quartz.dataSource.benchmark.maxConnections",
                Integer.toString(Contender.THREADS + 3)));
        if (tuning != Tuning.DEFAULT) {
            settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        }
        if (tuning == Tuning.CLUSTERED) {
            settings.setProperty("org.quartz.jobStore.isClustered", "true");
            settings.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        }
        return settings;
    }

    @Override
    public void store(int count, Instant at) throws SchedulerException {
        store(count, i -> once(i).startAt(Date.from(at)).build());
    }

    @Override
    public void storeRecurring(int first, int count, IntFunction<Recurring> times) throws SchedulerException {
        store(count, i -> {
            Recurring recurring = times.apply(first + i);
            return trigger("recurring-", first + i)
                    .startAt(Date.from(recurring.first()))
                    .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(recurring.everySeconds()))
                    .build();
        });
    }

    private void store(int count, IntFunction<Trigger> triggers) throws SchedulerException {
        JobDetail job = scheduler.getJobDetail(JOB);
        for (int first = 0; first < count; first += BATCH) {
            Set<Trigger> batch = new HashSet<>();
            for (int i = first; i < Math.min(first + BATCH, count); i++) {
                batch.add(triggers.apply(i));
            }
            scheduler.scheduleJobs(Map.of(job, batch), true);
        }
    }

    private static TriggerBuilder<Trigger> once(int number) {
        return trigger("once-", number);
    }

    private static TriggerBuilder<Trigger> trigger(String prefix, int number) {
        return TriggerBuilder.newTrigger()
                .withIdentity(prefix + number)
                .forJob(JOB)
                .usingJobData(NUMBER, Integer.toString(number))
                .usingJobData("payload", Contender.PAYLOAD);
    }

    @Override
    public void start() throws SchedulerException {
        scheduler.start();
    }

    @Override
    public void schedule(int number, Instant at) throws SchedulerException {
        scheduler.scheduleJob(once(number).startAt(Date.from(at)).build());
    }

    @Override
    public void runNow(int number) throws SchedulerException {
        scheduler.scheduleJob(once(number).startNow().build());
    }

    @Override
    public long unfinished() throws SchedulerException, SQLException {
        if (database.store() == Database.Store.MEMORY) {
            Set<TriggerKey> left = scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup());
            return left.size();
        }
        try (HikariDataSource pool = database.pool(1);
                Connection connection = pool.getConnection()) {
            return Database.number(
                    connection,
                    "select (select count(*) from qrtz_triggers) + (select count(*) from qrtz_fired_triggers)");
        }
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }
}
