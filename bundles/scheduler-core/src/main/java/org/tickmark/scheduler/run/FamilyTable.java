package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.jdbc.Sql;

/** Runs that belong together: attempts and parts of one work, what it followed, and what followed it. */
final class FamilyTable {
    private FamilyTable() {}

    /** The runs that one belongs together with, itself included, the oldest first. */
    static List<Run> of(Connection connection, long id, int most) throws SQLException {
        Key first = first(connection, id);
        List<Run> family = new ArrayList<>(OverviewTable.where(
                connection,
                "r.task_id = ? and r.id >= ? and (r.id = ? or r.parent_id = ?)",
                most,
                first.task(),
                first.id(),
                first.id(),
                first.id()));
        family.addAll(OverviewTable.where(
                connection,
                "r.task_id = ? and r.id > ? and r.cause = 'PART' and r.parent_id <> ? and r.parent_id = any(?)",
                most,
                first.task(),
                first.id(),
                first.id(),
                ids(family)));
        Object own = ids(family);
        for (long follower : followers(connection, first.task())) {
            family.addAll(OverviewTable.where(
                    connection,
                    "r.task_id = ? and r.id > ? and r.cause = 'CHAIN' and r.parent_id = any(?)",
                    most,
                    follower,
                    first.id(),
                    own));
        }
        if (first.cause() == Cause.CHAIN) {
            family.addAll(OverviewTable.where(connection, "r.id = ?", 1, first.parent()));
        }
        return family.stream()
                .sorted(Comparator.comparingLong(Run::id))
                .limit(most)
                .toList();
    }

    private record Key(long id, long task, Cause cause, long parent) {}

    private static Object ids(List<Run> runs) {
        return Sql.longs(runs.stream().map(Run::id).toList());
    }

    /** The run that was tried first, of a part that of the run which was split. */
    private static Key first(Connection connection, long id) throws SQLException {
        Key key = key(connection, id).orElseThrow();
        while ((key.cause() == Cause.RETRY || key.cause() == Cause.PART) && key.parent() != 0) {
            key = key(connection, key.parent()).orElse(new Key(key.parent(), key.task(), Cause.SCHEDULE, 0));
        }
        return key;
    }

    private static Optional<Key> key(Connection connection, long id) throws SQLException {
        return Sql.on(connection, """
            select id, task_id, cause, parent_id from run where id = ?
            union all select id, task_id, cause, parent_id from run_history where id = ?\
            """)
                .with(id, id)
                .first(row -> new Key(
                        row.number("id"),
                        row.number("task_id"),
                        row.choice("cause", Cause.class),
                        row.number("parent_id")));
    }

    private static List<Long> followers(Connection connection, long task) throws SQLException {
        return Sql.on(connection, "select task_id from task_follows where parent_id = ? order by task_id")
                .with(task)
                .list(row -> row.number("task_id"));
    }
}
