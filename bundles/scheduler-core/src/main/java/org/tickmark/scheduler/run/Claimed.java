package org.tickmark.scheduler.run;

import java.util.List;

/**
 * What a claim brought.
 *
 * @param held whether all starts are held; then nothing was claimed
 * @param runs the runs that the node has now
 * @param due rows that were moved to another time
 */
public record Claimed(boolean held, List<ActiveRun> runs, List<DueRow> due) {
    static final Claimed HELD = new Claimed(true, List.of(), List.of());

    public Claimed {
        runs = List.copyOf(runs);
        due = List.copyOf(due);
    }
}
