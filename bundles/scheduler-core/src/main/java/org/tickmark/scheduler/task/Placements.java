package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.kit.jdbc.Sql;

/** Where tasks can run: keys of the rows of the table {@code placement}. For one transaction. */
final class Placements {
    private final Map<Place, Long> ids = new HashMap<>();

    private Placements() {}

    private record Place(String executor, String labels) {
        static Place of(TaskDefinition definition) {
            return new Place(
                    definition.executor(), String.join(" ", definition.running().labels()));
        }
    }

    /** Those of these tasks; new ones are added. */
    static Placements of(Connection connection, Collection<TaskDefinition> definitions) throws SQLException {
        Placements placements = new Placements();
        for (TaskDefinition definition : definitions) {
            Place place = Place.of(definition);
            if (!placements.ids.containsKey(place)) {
                placements.ids.put(place, id(connection, place));
            }
        }
        return placements;
    }

    private static long id(Connection connection, Place place) throws SQLException {
        Sql.on(connection, "insert into placement (executor, labels) values (?, ?) on conflict do nothing")
                .with(place.executor(), place.labels())
                .update();
        return Sql.on(connection, "select id from placement where executor = ? and labels = ?")
                .with(place.executor(), place.labels())
                .one(row -> row.number("id"));
    }

    long of(TaskDefinition definition) {
        return ids.get(Place.of(definition));
    }
}
