package org.tickmark.scheduler.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.scheduler.run.DueRow;
import org.tickmark.scheduler.run.RunQueue;
import org.tickmark.scheduler.run.Signal;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/**
 * Loads many tasks, daily at every minute of the day, 10,000 in one transaction. {@code -Dtickmark.scheduler.tasks=1000000} loads a
 * million and prints how long that took.
 */
class BulkLoadTest {
    private static final int TASKS = Integer.getInteger("tickmark.scheduler.tasks", 5000);
    private static final int AT_ONCE = 10_000;

    @Test
    void loadsManyTasksOnH2() {
        try (DatabaseFixture database = DatabaseFixture.h2()) {
            load("H2", database);
        }
    }

    @Test
    void loadsManyTasksOnPostgres() {
        try (DatabaseFixture database = DatabaseFixture.postgres()) {
            load("PostgreSQL", database);
        }
    }

    @Test
    void findsTheNextTimesOfAFewOfManyTasksWithoutWalkingThroughAll() {
        try (DatabaseFixture database = DatabaseFixture.h2()) {
            Transactions transactions = load("H2", database);
            String plan =
                    transactions.inTransaction(tx -> Sql.on(tx.connection(), "explain analyze " + ScheduleTable.HELD)
                            .with(Sql.longs(List.of(DueRow.keyOfNext(7), DueRow.keyOfNext(70))))
                            .one(row -> row.text("PLAN")));
            // Of each table a row more than it finds.
            assertThat(plan)
                    .contains("scanCount: 3")
                    .contains("scanCount: 4")
                    .doesNotContainPattern("scanCount: \\d\\d");
        }
    }

    private static Transactions load(String name, DatabaseFixture database) {
        Transactions transactions = database.migrate("org.tickmark.scheduler", StoredTasks.class);
        ManualClock clock = ManualClock.at("2026-06-01T08:00:00Z");
        StoredTasks tasks = new StoredTasks(new StoredTasks.Services(
                transactions,
                new RecordingAudit(),
                new RecordingEvents(clock),
                new FakeRuns(),
                new RunQueue(Signal.NONE),
                Signal.NONE,
                List::of,
                new ScheduleKinds(),
                "here",
                clock));
        long began = System.nanoTime();
        for (int first = 0; first < TASKS; first += AT_ONCE) {
            tasks.saveAll(Caller.os("anna", Locale.ENGLISH), definitions(first), false);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (TASKS > AT_ONCE) {
            System.out.println(name + ": " + TASKS + " tasks in " + took);
        }
        long due = transactions.reading(tx ->
                Sql.on(tx.connection(), "select count(*) as rows from due").one(row -> row.number("rows")));
        assertThat(due).isEqualTo(TASKS);
        return transactions;
    }

    private static List<TaskDefinition> definitions(int first) {
        List<TaskDefinition> definitions = new ArrayList<>();
        for (int i = first; i < Math.min(first + AT_ONCE, TASKS); i++) {
            String schedule = "cron:" + i % 60 + " " + i / 60 % 24 + " * * *";
            definitions.add(Samples.task("task-" + i, schedule));
        }
        return definitions;
    }
}
