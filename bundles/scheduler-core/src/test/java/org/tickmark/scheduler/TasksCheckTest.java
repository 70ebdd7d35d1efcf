package org.tickmark.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.health.Health;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;

class TasksCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-27T03:15:00Z");
    private static final Instant SOON = NOW.plusSeconds(60);

    private final Table.Builder tasks =
            Table.under(List.of(Column.text("name"), Column.message("state"), Column.instant("next")));
    private final Table.Builder nodes = Table.under(List.of(Column.instant("lease_until")));
    private Optional<String> held = Optional.empty();

    private Health health() {
        return new TasksCheck(
                        Partly.answering(Tasks.class, "held", () -> held),
                        source(tasks.build()),
                        source(nodes.build()),
                        ManualClock.at(NOW))
                .check();
    }

    private List<String> codes() {
        return health().problems().stream().map(Problem::code).toList();
    }

    @Test
    void noTasksAreNoProblem() {
        assertThat(codes()).isEmpty();
    }

    @Test
    void tasksThatStartByThemselvesNeedAServer() {
        tasks.row("night", Message.verbatim("on"), SOON);
        nodes.row(NOW.minusSeconds(1));
        assertThat(codes()).containsExactly("tasks.no-server");

        nodes.row(SOON);
        assertThat(codes()).isEmpty();
        assertThat(health().found().toString()).isEqualTo("1 tasks, the next starts at 2026-11-27T03:16:00Z");
    }

    @Test
    void whatKeepsTasksFromRunningIsTold() {
        nodes.row(SOON);
        held = Optional.of("a copy");
        tasks.row("a", Message.verbatim("failing"), null);
        tasks.row("b", Message.verbatim("waiting"), SOON);
        tasks.row("c", Message.verbatim("late"), NOW);
        tasks.row("d", Message.verbatim("paused"), null);
        tasks.row("e", Message.verbatim("off"), null);

        assertThat(codes())
                .containsExactly("tasks.held", "tasks.failing", "tasks.waiting", "tasks.late", "tasks.paused");
        assertThat(health().problems())
                .allSatisfy(problem -> assertThat(problem.advice()).isPresent());
        assertThat(health().problems().get(1).advice().orElseThrow().text(Locale.ENGLISH))
                .isEqualTo("See: run list -t a, and run log");
    }

    private static RecordSource source(Table table) {
        return new RecordSource() {
            @Override
            public List<Column> columns() {
                return table.columns();
            }

            @Override
            public Table list(Caller caller, RecordQuery query) {
                return table;
            }
        };
    }
}
