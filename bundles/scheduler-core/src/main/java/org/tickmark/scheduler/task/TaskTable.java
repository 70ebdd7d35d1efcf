package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.task.Changes.Change;

/** The tables {@code task}, with the definitions that hold, and {@code task_revision}, with those that held before. */
final class TaskTable {
    private static final String COLUMNS = "select t.id, t.revision, t.placement_id, t.definition, t.saved_at, k.times ";
    private static final String KEPT = " left join task_kept k on k.task_id = t.id ";
    private static final String SELECT = COLUMNS + "from task t" + KEPT;

    /** Joined from what is asked for: for {@code = any} H2 compares what it finds with one after the other. */
    private static final String NAMED = "from unnest(?) as w(wanted) join task t on t.live_name = wanted";

    private static final String WITH_IDS = "from unnest(?) as w(wanted) join task t on t.id = wanted";

    private TaskTable() {}

    /** Who saves, and when. */
    record Saved(String by, Instant at) {}

    /** Those of these names that are there. */
    static Map<String, StandingTask> named(Connection connection, Collection<String> names) throws SQLException {
        return byName(Sql.on(connection, COLUMNS + NAMED + KEPT)
                .with(Sql.texts(names))
                .list(TaskTable::read));
    }

    static Optional<StandingTask> named(Connection connection, String name) throws SQLException {
        return Sql.on(connection, SELECT + "where t.live_name = ?").with(name).first(TaskTable::read);
    }

    /** Those with these keys that are there. */
    static List<StandingTask> withIds(Connection connection, Collection<Long> ids) throws SQLException {
        return Sql.on(connection, COLUMNS + WITH_IDS + KEPT + "where t.live_name is not null")
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
        Sql.on(connection, "select t.id, t.name " + WITH_IDS)
                .with(Sql.longs(ids))
                .each(row -> names.put(row.number("id"), row.text("name")));
        return names;
    }

    /** Holds these tasks until the transaction ends, so that nobody else changes them; by name, so that no two wait for each other. */
    static void hold(Connection connection, Collection<String> names) throws SQLException {
        Sql.on(connection, "select t.id " + NAMED + " order by t.id for update")
                .with(Sql.texts(names))
                .list(row -> row.number("id"));
    }

    /** Adds tasks with their first definitions; returns their keys by their names. */
    static Map<String, Long> insert(Connection connection, List<Change> added, Placements placements, Saved saved)
            throws SQLException {
        try (Batch batch = Sql.batch(connection, """
            insert into task (name, live_name, revision, active, executor, owner, tags, placement_id, definition, saved_by, saved_at)
            values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)) {
            for (Change change : added) {
                TaskDefinition definition = change.definition();
                batch.add(
                        definition.name(),
                        definition.name(),
                        definition.active(),
                        definition.executor(),
                        definition.owner(),
                        spaced(definition.tags()),
                        placements.of(definition),
                        change.json(),
                        saved.by(),
                        saved.at());
            }
            batch.finish();
        }
        return ids(connection, added.stream().map(Change::name).toList());
    }

    /**
     * Keys of tasks that were just added. Asked for afterwards, since PostgreSQL adds many rows together only if it tells no keys.
     */
    private static Map<String, Long> ids(Connection connection, List<String> names) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        Sql.on(connection, "select t.id, wanted " + NAMED)
                .with(Sql.texts(names))
                .each(row -> ids.put(row.text("wanted"), row.number("id")));
        return ids;
    }

    /** Lets other definitions hold, and keeps those that held. */
    static void update(Connection connection, List<Change> altered, Placements placements, Saved saved)
            throws SQLException {
        keepRevisions(connection, altered);
        try (Batch batch = Sql.batch(connection, """
            update task set revision = revision + 1, active = ?, executor = ?, owner = ?, tags = ?, placement_id = ?,
              definition = ?, saved_by = ?, saved_at = ?
            where id = ?\
            """)) {
            for (Change change : altered) {
                TaskDefinition definition = change.definition();
                batch.add(
                        definition.active(),
                        definition.executor(),
                        definition.owner(),
                        spaced(definition.tags()),
                        placements.of(definition),
                        change.json(),
                        saved.by(),
                        saved.at(),
                        change.standing().orElseThrow().id());
            }
            batch.finish();
        }
    }

    private static void keepRevisions(Connection connection, List<Change> altered) throws SQLException {
        try (Batch batch = Sql.batch(connection, """
            insert into task_revision (task_id, number, definition, saved_by, saved_at)
            select id, revision, definition, saved_by, saved_at from task where id = ?\
            """)) {
            for (Change change : altered) {
                batch.add(change.standing().orElseThrow().id());
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
        return Sql.on(connection, """
            select revision as number, saved_by, saved_at, definition from task where id = ?
            union all select number, saved_by, saved_at, definition from task_revision where task_id = ?
            order by number desc\
            """)
                .with(id, id)
                .list(row -> new Former(
                        (int) row.number("number"),
                        row.text("saved_by"),
                        row.instant("saved_at"),
                        DefinitionJson.read(row.text("definition"))));
    }
}
