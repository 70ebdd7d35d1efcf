package org.tickmark.scheduler.run;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.Tx;
import org.tickmark.api.task.Cause;
import org.tickmark.scheduler.plan.Stretch;

/** Writes down times of schedules that did not run and never will, since a definition no longer has them. */
public final class DroppedTimes {
    private DroppedTimes() {}

    /** Times of the schedule of a task, by one of its definitions. */
    public record Of(long taskId, int revision, Stretch stretch) {}

    /** Writes these into the history. */
    public static void record(Tx tx, Collection<Of> dropped, Instant now) throws SQLException {
        Numbers numbers = Numbers.take(tx, dropped.size());
        List<Ended> ends = new ArrayList<>();
        for (Of of : dropped) {
            String why = Texts.message("dropped." + of.stretch().state()).toString();
            ends.add(Ended.without(run(numbers.next(), of), of.stretch().state(), now, why, Map.of()));
        }
        HistoryTable.insert(tx.connection(), ends);
    }

    private static ActiveRun run(long id, Of of) {
        Stretch stretch = of.stretch();
        return new ActiveRun(
                id,
                of.taskId(),
                Optional.empty(),
                of.revision(),
                Cause.SCHEDULE,
                of.taskId() + "@" + stretch.first(),
                0,
                1,
                stretch.first(),
                stretch.last(),
                stretch.times(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
