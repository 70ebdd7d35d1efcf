package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickmark.api.host.Tx;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.run.LiveTask;
import org.tickmark.scheduler.run.LiveTasks;

/** The tasks as the database has them; keeps the plans of those asked about last. Safe for use from many threads. */
public final class StoredPlans implements LiveTasks {
    private static final int KEPT = 20_000;

    private final Map<Long, LiveTask> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, LiveTask> eldest) {
            return size() > KEPT;
        }
    };

    @Override
    public Map<Long, LiveTask> now(Tx tx, Collection<Long> ids) throws SQLException {
        Map<Long, LiveTask> found = new HashMap<>();
        List<Long> unknown = new ArrayList<>();
        Sql.on(tx.connection(), """
            select id, revision from unnest(?) as k(task_id) join task on id = task_id
            where live_name is not null\
            """).with(Sql.longs(Set.copyOf(ids))).each(row -> {
            long id = row.number("id");
            LiveTask task = kept(id);
            if (task != null && task.plan().revision() == row.number("revision")) {
                found.put(id, task);
            } else {
                unknown.add(id);
            }
        });
        if (!unknown.isEmpty()) {
            load(tx.connection(), unknown, found);
        }
        return found;
    }

    private void load(Connection connection, List<Long> ids, Map<Long, LiveTask> into) throws SQLException {
        for (StandingTask task : TaskTable.withIds(connection, ids)) {
            LiveTask live = new LiveTask(task.plan(), task.placementId());
            into.put(task.id(), live);
            keep(task.id(), live);
        }
    }

    private LiveTask kept(long id) {
        synchronized (kept) {
            return kept.get(id);
        }
    }

    private void keep(long id, LiveTask task) {
        synchronized (kept) {
            kept.put(id, task);
        }
    }
}
