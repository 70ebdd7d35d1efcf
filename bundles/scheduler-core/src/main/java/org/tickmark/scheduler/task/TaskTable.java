package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The tables {@code task} and {@code task_revision}. */
final class TaskTable {
    private static final String SELECT = """
        select t.id, t.revision, t.placement_id, r.definition, r.saved_at, k.times
        from task t join task_revision r on r.task_id = t.id and r.number = t.revision
          left join task_kept k on k.task_id = t.id
        """;

    private TaskTable() {}

    /** Those of these names that are there. */
    static Map<String, StandingTask> named(Connection connection, Collection<String> names) throws SQLException {
        return byName(Sql.on(connection, SELECT + "where t.live_name = any(?)")
                .with(Sql.texts(names))
                .list(TaskTable::read));
    }

    static Optional<StandingTask> named(Connection connection, String name) throws SQLException {
        return Sql.on(connection, SELECT + "where t.live_name = ?").with(name).first(TaskTable::read);
    }

    /** Those with these keys that are there. */
    static List<StandingTask> withIds(Connection connection, Collection<Long> ids) throws SQLException {
        return Sql.on(connection, SELECT + "where t.id = any(?) and t.live_name is not null")
                .with(Sql.longs(ids))
                .list(TaskTable::read);
    }

    /** All, ordered by name. */
    static List<StandingTask> all(Connection connection) throws SQLException {
        return Sql.on(connection, SELECT + "where t.live_name is not null order by t.live_name")
                .list(TaskTable::read);
    }

    private static Map<String, StandingTask> byName(List<StandingTask> tasks) {
        Map<String, StandingTask> byName = new TreeMap<>();
        tasks.forEach(task -> byName.put(task.name(), task));
        return byName;
    }

    static StandingTask read(Row row) throws SQLException {
        return new StandingTask(
                row.number("id"),
                (int) row.number("revision"),
                DefinitionJson.read(row.text("definition")),
                KeptTable.read(row.optionalText("times")),
                row.instant("saved_at"),
                row.number("placement_id"));
    }

    /** Keys of the tasks named, or with a tag named {@code #tag}. */
    static List<Long> ids(Connection connection, String nameOrTag) throws SQLException {
        Sql sql = nameOrTag.startsWith("#")
                ? Sql.on(connection, "select id from task where live_name is not null and tags like ? order by id")
                        .with("% " + nameOrTag.substring(1) + " %")
                : Sql.on(connection, "select id from task where live_name = ?").with(nameOrTag);
        return sql.list(row -> row.number("id"));
    }

    static Map<Long, String> names(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, String> names = new TreeMap<>();
        Sql.on(connection, "select id, name from task where id = any(?)")
                .with(Sql.longs(ids))
                .each(row -> names.put(row.number("id"), row.text("name")));
        return names;
    }

    /** Holds these tasks until the transaction ends, so that nobody else changes them; by name, so that no two wait for each other. */
    static void hold(Connection connection, Collection<String> names) throws SQLException {
        Sql.on(connection, "select id from task where live_name = any(?) order by id for update")
                .with(Sql.texts(names))
                .list(row -> row.number("id"));
    }

    /** Adds tasks with their first definitions; returns them in this order. */
    static long[] insert(Connection connection, List<TaskDefinition> definitions, Placements placements)
            throws SQLException {
        long[] ids = new long[definitions.size()];
        int[] known = {0};
        Batch.Keys keys = flushed -> {
            System.arraycopy(flushed, 0, ids, known[0], flushed.length);
            known[0] += flushed.length;
        };
        try (Batch batch = Sql.batch(connection, """
            insert into task (name, live_name, revision, active, executor, owner, tags, placement_id)
            values (?, ?, 1, ?, ?, ?, ?, ?)\
            """, "id", keys)) {
            for (TaskDefinition definition : definitions) {
                batch.add(
                        definition.name(),
                        definition.name(),
                        definition.active(),
                        definition.executor(),
                        definition.owner(),
                        spaced(definition.tags()),
                        placements.of(definition));
            }
            batch.finish();
        }
        return ids;
    }

    /** Lets other definitions hold. */
    static void update(Connection connection, List<StandingTask> tasks) throws SQLException {
        try (Batch batch = Sql.batch(connection, """
            update task set revision = ?, active = ?, executor = ?, owner = ?, tags = ?, placement_id = ? where id = ?\
            """)) {
            for (StandingTask task : tasks) {
                TaskDefinition definition = task.definition();
                batch.add(
                        task.revision(),
                        definition.active(),
                        definition.executor(),
                        definition.owner(),
                        spaced(definition.tags()),
                        task.placementId(),
                        task.id());
            }
            batch.finish();
        }
    }

    static void insertRevisions(Connection connection, List<StandingTask> tasks, String savedBy) throws SQLException {
        try (Batch batch = Sql.batch(
                connection,
                "insert into task_revision (task_id, number, definition, saved_by, saved_at) values (?, ?, ?, ?, ?)")) {
            for (StandingTask task : tasks) {
                batch.add(task.id(), task.revision(), DefinitionJson.write(task.definition()), savedBy, task.savedAt());
            }
            batch.finish();
        }
    }

    /** Takes a task away and leaves its history; its name is free. */
    static void remove(Connection connection, long id) throws SQLException {
        Sql.on(connection, "update task set live_name = null, active = false where id = ?")
                .with(id)
                .update();
    }

    private static String spaced(List<String> words) {
        return words.isEmpty() ? "" : " " + String.join(" ", words) + " ";
    }

    /** A definition that a task has had. */
    record Former(int number, String by, Instant at, TaskDefinition definition) {}

    /** The definitions a task has had, the newest first. */
    static List<Former> former(Connection connection, long id) throws SQLException {
        return Sql.on(
                        connection,
                        "select number, saved_by, saved_at, definition from task_revision where task_id = ? order by"
                                + " number desc")
                .with(id)
                .list(row -> new Former(
                        (int) row.number("number"),
                        row.text("saved_by"),
                        row.instant("saved_at"),
                        DefinitionJson.read(row.text("definition"))));
    }
}
