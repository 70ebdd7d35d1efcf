package org.tickmark.scheduler.foreign;

import java.util.List;
import org.tickmark.api.Problem;
import org.tickmark.api.host.tasks.ForeignSchedule;
import org.tickmark.api.host.tasks.TaskDefinition;

/**
 * What was made of the schedules of another program.
 *
 * @param definitions the tasks, in the order of the text, each name once
 * @param problems what could not be said, with its line, as errors; what means something else here, as warnings
 */
public record Translation(List<TaskDefinition> definitions, List<Problem> problems) {
    public Translation {
        definitions = List.copyOf(definitions);
        problems = List.copyOf(problems);
    }

    /** Says a text as tasks. */
    public static Translation of(ForeignSchedule foreign) {
        return switch (foreign.format()) {
            case CRONTAB -> new Crontab(foreign, false).read();
            case SYSTEM_CRONTAB -> new Crontab(foreign, true).read();
            case SYSTEMD_TIMER -> new SystemdTimer(foreign).read();
        };
    }
}
