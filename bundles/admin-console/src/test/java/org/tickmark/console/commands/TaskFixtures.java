package org.tickmark.console.commands;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.api.task.Cause;

/** Tasks, runs and records of tests about tasks. */
final class TaskFixtures {
    /** A Thursday; six in the morning in Oslo. */
    static final Instant NOW = Instant.parse("2026-11-26T05:00:00Z");

    private TaskFixtures() {}

    static TaskDefinition definition(String name) {
        return new TaskDefinition(
                name,
                "",
                List.of(),
                "os:kari",
                "import",
                Map.of(),
                Timing.of("task:weekly on MO,TU,WE,TH,FR at 06:00", "Europe/Oslo"),
                Optional.empty(),
                Running.USUAL,
                Retry.NONE,
                true);
    }

    static Task task(TaskDefinition definition) {
        return new Task(
                17,
                definition,
                3,
                Optional.of(Instant.parse("2026-11-27T05:00:00Z")),
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static Run run(long id, RunState state) {
        boolean over = state.isFinal();
        return new Run(
                id,
                "nightly-import",
                3,
                Cause.NOW,
                "nightly-import/now/" + id,
                0,
                1,
                NOW,
                NOW,
                1,
                state,
                NOW,
                "kari",
                "node-a",
                Optional.of(NOW),
                over ? Optional.of(NOW.plusSeconds(72)) : Optional.empty(),
                Optional.of(NOW.plusSeconds(3600)),
                40,
                2,
                over ? "2 files, 40 new rows" : "",
                Map.of("files", "2"),
                over ? "" : "1/2");
    }

    /** Records that remember what they were asked, and answer every question with the same rows, but for what a list of theirs must hold. */
    static final class Records implements RecordSource {
        final List<RecordQuery> queries = new ArrayList<>();
        private final List<Column> columns;
        private final List<Object[]> rows = new ArrayList<>();

        Records(Column... columns) {
            this.columns = List.of(columns);
        }

        Records row(Object... values) {
            rows.add(values);
            return this;
        }

        Records clear() {
            rows.clear();
            return this;
        }

        @Override
        public List<Column> columns() {
            return columns;
        }

        @Override
        public Table list(Caller caller, RecordQuery query) {
            queries.add(query);
            Table.Builder table = Table.under(columns);
            rows.stream().filter(row -> holds(row, query)).limit(query.limit()).forEach(table::row);
            return table.build();
        }

        private boolean holds(Object[] row, RecordQuery query) {
            for (int i = 0; i < row.length; i++) {
                String wanted = query.equal().get(columns.get(i).name());
                if (wanted != null && row[i] instanceof List<?> list && !list.contains(wanted)) {
                    return false;
                }
            }
            return true;
        }
    }
}
