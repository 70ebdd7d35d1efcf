package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.JsonTexts;

/** The table {@code run}. */
final class RunTable {
    private RunTable() {}

    /** Adds runs that wait, with these keys. */
    static void insertWaiting(Connection connection, List<NewRun> runs, List<Long> ids) throws SQLException {
        try (Batch batch = Sql.batch(connection, """
                insert into run (id, task_id, revision, cause, occurrence, parent_id, attempt, nominal_at, nominal_end_at, times,
                  state, parameters, input, put_off, open_parts, failed_parts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, 0, 0)""")) {
            for (int i = 0; i < runs.size(); i++) {
                NewRun run = runs.get(i);
                long id = ids.get(i);
                String occurrence = run.occurrence().isEmpty() ? run.taskId() + "-" + id : run.occurrence();
                batch.add(
                        id,
                        run.taskId(),
                        run.revision(),
                        run.cause(),
                        occurrence,
                        run.parentId(),
                        run.attempt(),
                        run.nominal(),
                        run.nominalEnd(),
                        run.times(),
                        RunState.WAITING,
                        json(run.parameters()),
                        json(run.input()));
            }
            batch.finish();
        }
    }

    private static Optional<String> json(Optional<Map<String, String>> texts) {
        return texts.map(JsonTexts::write);
    }
}
