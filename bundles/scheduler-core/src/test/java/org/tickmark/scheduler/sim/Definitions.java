package org.tickmark.scheduler.sim;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.plan.Plan;
import org.tickmark.scheduler.task.DefinitionJson;

/** The definitions that tasks have had. */
final class Definitions {
    private final Connection connection;
    private final Map<Key, Revision> known = new HashMap<>();

    private record Key(long taskId, int number) {}

    /** A definition of a task. */
    record Revision(Plan plan, Instant savedAt) {
        TaskDefinition definition() {
            return plan.definition();
        }
    }

    /** A task as it stands. */
    record Standing(long id, int revision, String name) {}

    Definitions(Connection connection) {
        this.connection = connection;
    }

    Revision of(long taskId, int number) throws SQLException {
        Revision revision = known.get(new Key(taskId, number));
        if (revision == null) {
            revision = Sql.on(connection, """
                select definition, saved_at from task where id = ? and revision = ?
                union all select definition, saved_at from task_revision where task_id = ? and number = ?\
                """)
                    .with(taskId, number, taskId, number)
                    .one(row -> {
                        Instant savedAt = row.instant("saved_at");
                        TaskDefinition definition = DefinitionJson.read(row.text("definition"));
                        return new Revision(Plan.of(taskId, number, definition, savedAt), savedAt);
                    });
            known.put(new Key(taskId, number), revision);
        }
        return revision;
    }

    /** Nodes whose lease was ended. */
    List<Long> gone() throws SQLException {
        return Sql.on(connection, "select id from node where gone").list(row -> row.number("id"));
    }

    List<Standing> standing() throws SQLException {
        return Sql.on(connection, "select id, revision, name from task order by id")
                .list(row -> new Standing(row.number("id"), (int) row.number("revision"), row.text("name")));
    }
}
