package org.tickmark.benchmarks.scheduling;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
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
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.simpl.RAMJobStore;
import org.tickmark.benchmarks.kit.Database;

/**
 * Quartz: a trigger for each run or recurring task, {@value #TRIGGERS_OF_A_JOB} of them for a job. With all of them for one job, its
 * memory store would walk through the list of that job's triggers to take one away.
 */
final class QuartzEngine implements FullEngine {
    /** How Quartz is set. */
    enum Tuning {
        /** As it comes, but for the number of threads and the store. */
        DEFAULT,
        /** As its documents advise for many short jobs. */
        TUNED,
        /** Tuned, and as one node of a cluster. */
        CLUSTERED
    }

    /** What runs for triggers that are stored one by one. */
    private static final JobKey SINGLE = JobKey.jobKey("count");

    private static final int TRIGGERS_OF_A_JOB = 100;
    private static final String NUMBER = "number";
    private static final String RECURRING = "recurring-";
    private static final int BATCH = 1000;

    private final Database database;
    private final Scheduler scheduler;
    private final Optional<HikariDataSource> looking;

    QuartzEngine(Database database, Tuning tuning, Tally tally) throws SchedulerException, SQLException {
        this.database = database;
        if (database.store() != Database.Store.MEMORY) {
            createTables();
        }
        this.scheduler = new StdSchedulerFactory(settings(tuning)).getScheduler();
        scheduler.setJobFactory((bundle, owner) -> new Counting(tally));
        scheduler.addJob(job(SINGLE), true);
        this.looking = database.store() == Database.Store.MEMORY ? Optional.empty() : Optional.of(database.pool(1));
    }

    private static JobDetail job(JobKey key) {
        return JobBuilder.newJob(Counting.class)
                .withIdentity(key)
                .storeDurably()
                .requestRecovery()
                .build();
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
        try (Connection connection = database.connect()) {
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
        store(count, i -> once(i).startAt(Date.from(at)));
    }

    @Override
    public void storeRecurring(int count, IntFunction<Recurring> times) throws SchedulerException {
        store(count, i -> recurring(i, times.apply(i)));
    }

    private void store(int count, IntFunction<TriggerBuilder<?>> triggers) throws SchedulerException {
        for (int first = 0; first < count; first += BATCH) {
            Map<JobDetail, Set<? extends Trigger>> batch = new HashMap<>();
            for (int from = first; from < Math.min(first + BATCH, count); from += TRIGGERS_OF_A_JOB) {
                JobDetail job = job(JobKey.jobKey("count-" + from));
                Set<Trigger> ofJob = new HashSet<>();
                for (int i = from; i < Math.min(from + TRIGGERS_OF_A_JOB, count); i++) {
                    ofJob.add(triggers.apply(i).forJob(job).build());
                }
                batch.put(job, ofJob);
            }
            scheduler.scheduleJobs(batch, true);
        }
    }

    private static TriggerBuilder<Trigger> once(int number) {
        return trigger("once-", number);
    }

    private static TriggerBuilder<SimpleTrigger> recurring(int number, Recurring times) {
        int seconds = Math.toIntExact(times.every().toSeconds());
        return trigger(RECURRING, number)
                .startAt(Date.from(times.first()))
                .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(seconds));
    }

    private static TriggerBuilder<Trigger> trigger(String prefix, int number) {
        return TriggerBuilder.newTrigger()
                .withIdentity(prefix + number)
                .usingJobData(NUMBER, Integer.toString(number))
                .usingJobData("payload", Contender.PAYLOAD);
    }

    @Override
    public void change(int number, Recurring to) throws SchedulerException {
        TriggerKey key = TriggerKey.triggerKey(RECURRING + number);
        JobKey job = scheduler.getTrigger(key).getJobKey();
        scheduler.rescheduleJob(key, recurring(number, to).forJob(job).build());
    }

    @Override
    public void start() throws SchedulerException {
        scheduler.start();
    }

    @Override
    public void schedule(int number, Instant at) throws SchedulerException {
        scheduler.scheduleJob(once(number).forJob(SINGLE).startAt(Date.from(at)).build());
    }

    @Override
    public void runNow(int number) throws SchedulerException {
        scheduler.scheduleJob(once(number).forJob(SINGLE).startNow().build());
    }

    @Override
    public long unfinished() throws SchedulerException, SQLException {
        if (looking.isEmpty()) {
            return scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup()).size();
        }
        try (Connection connection = looking.get().getConnection()) {
            return Database.number(
                    connection,
                    "select (select count(*) from qrtz_triggers) + (select count(*) from qrtz_fired_triggers)");
        }
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
            looking.ifPresent(HikariDataSource::close);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }
}
