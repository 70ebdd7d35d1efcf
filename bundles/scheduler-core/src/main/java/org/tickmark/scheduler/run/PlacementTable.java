package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code placement}, as dispatchers read it. */
public final class PlacementTable {
    private PlacementTable() {}

    private record Placement(long id, String executor, List<String> labels) {}

    /** The placements that a node serves with these executors and labels. */
    public static List<Long> served(Connection connection, Set<String> executors, Collection<String> labels)
            throws SQLException {
        return Sql.on(connection, "select id, executor, labels from placement order by id")
                .list(row -> new Placement(row.number("id"), row.text("executor"), words(row.text("labels"))))
                .stream()
                .filter(placement -> executors.contains(placement.executor()) && labels.containsAll(placement.labels()))
                .map(Placement::id)
                .toList();
    }

    private static List<String> words(String spaced) {
        return spaced.isBlank() ? List.of() : Arrays.asList(spaced.strip().split(" ", -1));
    }
}
