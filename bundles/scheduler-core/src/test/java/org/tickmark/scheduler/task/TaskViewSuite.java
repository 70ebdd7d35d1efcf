package org.tickmark.scheduler.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.host.tasks.After.Condition;
import org.tickmark.api.host.tasks.After.Join;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.host.tasks.Tasks.Expected;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.record.RecordQuery;

/** How tasks are shown: as text, ahead of their time, and as records; on either database. */
abstract class TaskViewSuite extends TasksFixture {
    private static List<String> names(TaskRecords records, RecordQuery query) {
        return records.list(ANNA, query).rows().stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();
    }

    @Test
    void readsBackWhatItExports() {
        tasks.saveAll(
                ANNA,
                List.of(
                        Samples.task("first", "every 15 minutes"),
                        Samples.task("second", "every other tuesday at 9"),
                        Samples.rich("third")),
                false);
        String text = tasks.exportText(ANNA, List.of());
        Instant from = clock.instant();
        var before = tasks.preview(ANNA, task("third").definition().timing(), from, 100);
        clock.advance(Duration.ofDays(100));

        assertThat(tasks.importText(ANNA, text, "tasks.yaml", false)).containsExactly("first", "second", "third");
        assertThat(task("third").revision()).isEqualTo(1);
        tasks.remove(ANNA, "third");
        tasks.remove(ANNA, "second");
        tasks.remove(ANNA, "first");
        assertThat(tasks.exportText(ANNA, List.of())).isEqualTo("tasks: []\n");
        tasks.importText(ANNA, text, "tasks.yaml", false);
        assertThat(tasks.exportText(ANNA, List.of())).isEqualTo(text);
        assertThat(task("third").definition()).isEqualTo(Samples.rich("third"));
        assertThat(tasks.preview(ANNA, task("third").definition().timing(), from, 100))
                .isEqualTo(before);
    }

    @Test
    void importsAllOrNoneAndSaysTheLine() {
        String text = """
            units: []
            tasks:
              - name: second
                executor: import
                zone: Europe/Oslo
                after:
                  tasks:
                    - first
              - name: first
                executor: import
                zone: Europe/Oslo
                schedule: every day at 6
                lock: PT0S
            """;

        assertRefused("task.invalid", "tasks.yaml:9: lock", () -> tasks.importText(ANNA, text, "tasks.yaml", false));
        assertThat(tasks.exportText(ANNA, List.of())).isEqualTo("tasks: []\n");
        assertThat(tasks.importText(ANNA, text.replace("PT0S", "PT5M"), "tasks.yaml", false))
                .containsExactly("second", "first");
        assertThat(task("first").definition().owner()).isEqualTo("os:anna");
    }

    @Test
    void showsWhatWillRunWithWhatFollowsIt() {
        tasks.saveAll(
                ANNA,
                List.of(
                        Samples.task("first", "cron:0 12 * * *"),
                        Samples.task("other", "cron:30 11 * * *"),
                        Samples.after("second", Condition.SUCCESS, Join.ALL, "first", "other"),
                        Samples.after("third", Condition.ALWAYS, Join.ANY, "first", "other"),
                        Samples.after("alarm", Condition.FAILURE, Join.ANY, "first")),
                false);

        List<Expected> expected =
                tasks.outlook(ANNA, Instant.parse("2026-06-02T00:00:00Z"), Instant.parse("2026-06-03T00:00:00Z"), 100);
        assertThat(expected)
                .extracting(run -> run.start() + " " + run.task() + " " + run.follows())
                .containsExactly(
                        "2026-06-02T09:30:00Z other ",
                        "2026-06-02T09:30:00Z third other",
                        "2026-06-02T10:00:00Z first ",
                        "2026-06-02T10:00:00Z second first",
                        "2026-06-02T10:00:00Z third first");
        assertThat(tasks.outlook(ANNA, clock.instant(), clock.instant().plusSeconds(1 << 20), 3))
                .hasSize(3);
    }

    @Test
    void saysSchedulesOfOtherProgramsAsText() {
        var foreign = new ForeignSchedule(
                ForeignSchedule.Format.CRONTAB,
                "0 6 * * 1-5 /usr/local/bin/fetch-files\n@reboot /bin/true\n",
                "crontab",
                "import",
                "source",
                Map.of("unit", "fjord"),
                "Europe/Oslo",
                "");
        var translated = tasks.translate(ANNA, foreign);

        assertThat(translated.names()).containsExactly("fetch-files");
        assertThat(translated.problems()).extracting(Problem::code).containsExactly("task.unsaid");
        assertThat(tasks.importText(ANNA, translated.text(), "crontab", false)).containsExactly("fetch-files");
        assertThat(task("fetch-files").definition().parameters())
                .isEqualTo(Map.of("source", "/usr/local/bin/fetch-files", "unit", "fjord"));
    }

    @Test
    void showsTheNextTimesOfAScheduleBeforeItIsSaved() {
        assertThat(tasks.preview(ANNA, Timing.of("0 6 * * 1-5", "Europe/Oslo"), clock.instant(), 3))
                .extracting(firing -> firing.local() + " " + firing.zone() + " " + firing.instant())
                .containsExactly(
                        "2026-06-02T06:00 Europe/Oslo 2026-06-02T04:00:00Z",
                        "2026-06-03T06:00 Europe/Oslo 2026-06-03T04:00:00Z",
                        "2026-06-04T06:00 Europe/Oslo 2026-06-04T04:00:00Z");
        assertThatThrownBy(() -> tasks.preview(ANNA, Timing.never("UTC"), clock.instant(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsTasksAsRecords() {
        tasks.saveAll(
                ANNA,
                List.of(
                        tagged("a", "bank"),
                        active(tagged("b", "bank"), false),
                        tagged("c", "bank", "night"),
                        Samples.after("d", Condition.SUCCESS, Join.ALL, "a")),
                false);
        tasks.pause(ANNA, List.of("c"), Optional.empty(), "");
        clock.advance(Duration.ofHours(24));
        TaskRecords records = new TaskRecords(transactions(), clock) {};

        assertThat(names(records, RecordQuery.first(100)))
                .containsExactly("a waiting", "b off", "c paused", "d waiting");
        addNode();
        assertThat(names(records, RecordQuery.first(100))).containsExactly("a late", "b off", "c paused", "d on");
        assertThat(names(records, RecordQuery.first(1).where("state", "on"))).containsExactly("d on");
        assertThat(names(records, RecordQuery.first(9).where("tags", "night"))).containsExactly("c paused");
        assertThat(names(records, RecordQuery.first(9).where("owner", "os:kari")))
                .isEmpty();
        assertThat(names(records, new RecordQuery(Map.of(), 2, "b"))).containsExactly("c paused", "d on");
        assertThat(names(records, RecordQuery.first(9).where("last", "never"))).hasSize(4);
        assertThat(names(records, RecordQuery.first(9).where("last", "failed"))).isEmpty();
        assertThat(names(records, RecordQuery.first(9).where("follows", "a"))).containsExactly("d on");
        assertThat(names(records, RecordQuery.first(9).where("follows", "d"))).isEmpty();
        assertThat(names(records, RecordQuery.first(9).holding("IGH"))).containsExactly("c paused");
        assertThat(names(records, RecordQuery.first(9).holding("%"))).isEmpty();
        for (String one : List.of("a late", "b off", "c paused")) {
            assertThat(names(records, RecordQuery.first(9).where("state", one.substring(2))))
                    .containsExactly(one);
        }
        assertThat(records.list(ANNA, RecordQuery.first(1)).rows().get(0))
                .contains("cron:30 6 * * *", "Europe/Oslo", Instant.parse("2026-06-02T04:30:00Z"), "os:anna");
        assertRefused(
                "record.column", () -> records.list(ANNA, RecordQuery.first(1).where("zone", "UTC")));
    }

    @Test
    void tasksAreFoundByAParameterOfTheirExecutor() {
        tasks.saveAll(
                ANNA,
                List.of(
                        Samples.task("first", "daily 06:00"),
                        Samples.task("second", "daily 07:00"),
                        Samples.rich("rich")),
                false);
        TaskRecords records = new TaskRecords(transactions(), clock) {};

        assertThat(names(records, RecordQuery.first(9).where("parameter", "unit=fjord")))
                .containsExactly("rich off");
        assertThat(names(records, RecordQuery.first(9).where("parameter", "source=a: \"b\" # c")))
                .containsExactly("rich off");
        assertThat(names(records, RecordQuery.first(9).where("parameter", "unit=fjor")))
                .isEmpty();
        assertThat(names(records, RecordQuery.first(9).where("parameter", "it=fjord")))
                .isEmpty();
        assertThat(names(records, RecordQuery.first(9).where("parameter", "unit")))
                .isEmpty();
    }
}
