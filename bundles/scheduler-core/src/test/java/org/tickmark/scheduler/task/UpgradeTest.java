package org.tickmark.scheduler.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.Tasks.Revision;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.scheduler.run.DueRow;
import org.tickmark.scheduler.run.DueTable;
import org.tickmark.scheduler.run.RunQueue;
import org.tickmark.scheduler.run.Signal;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What a database of an earlier version holds is there after its tables have changed. */
class UpgradeTest {
    private static final String BUNDLE = "org.tickmark.scheduler";
    private static final List<String> EARLIER = List.of("001_scheduler.sql", "002_kept.sql", "003_reading.sql");
    private static final String BEFORE =
            "{\"name\":\"a\",\"owner\":\"os:anna\",\"executor\":\"import\",\"zone\":\"UTC\"}";
    private static final String NOW =
            "{\"name\":\"a\",\"owner\":\"os:anna\",\"executor\":\"import\",\"zone\":\"UTC\",\"schedule\":\"cron:0 6 *"
                    + " * *\"}";

    @Test
    void keepsTasksAndWhatIsDueOnH2(@TempDir Path folder) throws IOException {
        try (DatabaseFixture database = DatabaseFixture.h2()) {
            keepsTasksAndWhatIsDue(database, folder);
        }
    }

    @Test
    void keepsTasksAndWhatIsDueOnPostgres(@TempDir Path folder) throws IOException {
        try (DatabaseFixture database = DatabaseFixture.postgres()) {
            keepsTasksAndWhatIsDue(database, folder);
        }
    }

    private static void keepsTasksAndWhatIsDue(DatabaseFixture database, Path folder) throws IOException {
        for (String name : EARLIER) {
            Files.copy(UpgradeTest.class.getResourceAsStream("/db/" + name), folder.resolve(name));
        }
        long task = fill(database.migrate(BUNDLE, folder));
        Transactions transactions = database.migrate(BUNDLE, StoredTasks.class);

        List<Revision> revisions = tasks(transactions).revisions(Caller.os("anna", Locale.ENGLISH), "a");
        assertThat(revisions).extracting(Revision::number).containsExactly(2, 1);
        assertThat(revisions).extracting(Revision::by).containsExactly("os:eva", "os:anna");
        assertThat(revisions.get(0).text()).contains("cron:0 6 * * *");
        List<DueRow> due = transactions.reading(tx -> DueTable.first(tx.connection(), 7, 10));
        assertThat(due)
                .extracting(DueRow::taskId, DueRow::runId, DueRow::priority)
                .containsExactly(tuple(task, 0L, 5), tuple(task, 99L, 0));
    }

    private static long fill(Transactions transactions) {
        return transactions.inTransaction(tx -> {
            long task = Sql.on(tx.connection(), """
                insert into task (name, live_name, revision, active, executor, owner, tags, placement_id)
                values ('a', 'a', 2, true, 'import', 'os:anna', '', 7)\
                """).insert();
            Sql.on(tx.connection(), """
                insert into task_revision (task_id, number, definition, saved_by, saved_at)
                values (?, 1, ?, 'os:anna', timestamp with time zone '2026-06-01 08:00:00Z'),
                  (?, 2, ?, 'os:eva', timestamp with time zone '2026-06-02 08:00:00Z')\
                """).with(task, BEFORE, task, NOW).update();
            Sql.on(tx.connection(), """
                insert into due (task_id, run_id, due_at, nominal_at, priority, placement_id)
                values (?, 0, timestamp with time zone '2026-06-03 06:00:00Z', timestamp with time zone '2026-06-03 06:00:00Z', 5, 7),
                  (?, 99, timestamp with time zone '2026-06-03 07:00:00Z', timestamp with time zone '2026-06-03 07:00:00Z', 0, 7)\
                """).with(task, task).update();
            return task;
        });
    }

    private static StoredTasks tasks(Transactions transactions) {
        ManualClock clock = ManualClock.at("2026-06-02T12:00:00Z");
        return new StoredTasks(new StoredTasks.Services(
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
    }
}
