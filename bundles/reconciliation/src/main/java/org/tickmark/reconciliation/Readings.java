package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How groups stood when they were read last, so that who looks at one again has only that read which has changed. Whatever must not rest on what was
 * summed up before, as a run and its proof, reads anew. Safe for use from many threads.
 */
final class Readings {
    private static final int MOST_GROUPS = 500;
    /** How much may be open of all that is kept; those that nobody has looked at for longest go first. */
    private static final long MOST_ROWS = 100_000;

    /** By group, the one looked at last at the end. */
    private final Map<Long, OpenItems> last = new LinkedHashMap<>();

    /**
     * How a group stands on the last day that anything was booked, and what is open of it.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.busy} if files are booked faster than this can read
     */
    OpenItems latest(Connection connection, GroupTable.Saved group) throws SQLException {
        Optional<OpenItems> before = last(group.id());
        Reading reading = Reading.latest(connection, group, before.map(OpenItems::reading));
        OpenItems now = OpenItems.read(connection, reading, before);
        keep(now);
        return now;
    }

    private synchronized Optional<OpenItems> last(long group) {
        return Optional.ofNullable(last.get(group));
    }

    private synchronized void keep(OpenItems items) {
        last.remove(items.reading().group().id());
        last.put(items.reading().group().id(), items);
        Iterator<OpenItems> eldest = last.values().iterator();
        long rows = last.values().stream().mapToLong(Readings::rows).sum();
        while (rows > MOST_ROWS || last.size() > MOST_GROUPS) {
            rows -= rows(eldest.next());
            eldest.remove();
        }
    }

    private static long rows(OpenItems items) {
        return (long) items.reading().open().size() + items.reading().aside().size();
    }
}
