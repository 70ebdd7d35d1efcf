package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How groups stood when they were read last, so that who looks at one again has only that read which has changed. Whatever must not rest on what was
 * summed up before, as a run and its proof, reads anew. Safe for use from many threads.
 */
final class Readings {
    private static final int MOST_GROUPS = 32;
    /** A group with more that is open is read anew each time. */
    private static final int MOST_ROWS = 50_000;

    private static final float LOAD_FACTOR = 0.75f;

    private final Map<Long, Reading> last = new LinkedHashMap<>(MOST_GROUPS, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Reading> eldest) {
            return size() > MOST_GROUPS;
        }
    };

    /**
     * How a group stands on the last day that anything was booked.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.busy} if files are booked faster than this can read
     */
    Reading latest(Connection connection, GroupTable.Saved group) throws SQLException {
        Reading before = last(group.id());
        Reading now = before == null
                ? Reading.of(connection, group, Optional.empty())
                : Reading.after(connection, group, before);
        keep(now);
        return now;
    }

    private synchronized Reading last(long group) {
        return last.get(group);
    }

    private synchronized void keep(Reading reading) {
        if (reading.open().size() + reading.aside().size() <= MOST_ROWS) {
            last.put(reading.group().id(), reading);
        } else {
            last.remove(reading.group().id());
        }
    }
}
