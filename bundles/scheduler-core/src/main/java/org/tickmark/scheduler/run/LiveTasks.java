package org.tickmark.scheduler.run;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.tickmark.api.host.Tx;

/** The tasks as they stand now. Safe for use from many threads. */
@FunctionalInterface
public interface LiveTasks {
    /** The tasks with these keys that are there; one that was removed is not. */
    Map<Long, LiveTask> now(Tx tx, Collection<Long> ids) throws SQLException;
}
