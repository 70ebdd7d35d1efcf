package org.tickmark.scheduler.task;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.tasks.ScheduleKind;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.scheduler.plan.ScheduleText;

/** The kinds of times that other bundles look after, as they are registered just now. Safe for use from many threads. */
public final class ScheduleKinds {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleKinds.class);
    private static final String NAME = "[a-z]+(-[a-z]+)*";

    private final Map<String, ScheduleKind> kinds = new ConcurrentSkipListMap<>();

    /** A kind has come; tells its name, empty where it has none. */
    public Optional<String> add(ScheduleKind kind, Map<String, ?> properties) {
        if (!(properties.get(ScheduleKind.KIND) instanceof String name) || !name.matches(NAME)) {
            LOG.warn(
                    "{} keeps no times: its service property {} is {}, expected lower-case words joined by hyphens",
                    kind.getClass().getName(),
                    ScheduleKind.KIND,
                    properties.get(ScheduleKind.KIND));
            return Optional.empty();
        }
        kinds.put(name, kind);
        return Optional.of(name);
    }

    /** A kind goes. */
    public void remove(ScheduleKind kind) {
        kinds.values().remove(kind);
    }

    boolean has(String schedule) {
        return kinds.containsKey(kind(schedule));
    }

    /**
     * The times of a schedule just now; none for one that says its times itself.
     *
     * @throws TickmarkException with code {@code task.invalid} if nobody looks after times of that kind
     */
    Optional<Kept> times(Caller caller, String schedule) {
        if (!ScheduleText.isKept(schedule)) {
            return Optional.empty();
        }
        ScheduleKind kind = kinds.get(kind(schedule));
        if (kind == null) {
            throw TaskProblems.invalid("schedule", "schedule.kind")
                    .found(schedule)
                    .expected(String.join(", ", kinds.keySet()))
                    .exception();
        }
        return kind.times(caller, schedule.substring(schedule.indexOf(':') + 1));
    }

    /**
     * The times of the schedules that definitions name.
     *
     * @throws TickmarkException with code {@code task.invalid} for the first one that has none
     */
    Map<String, Optional<Kept>> times(Caller caller, Iterable<TaskText.Told> told) {
        Map<String, Optional<Kept>> times = new TreeMap<>();
        for (TaskText.Told one : told) {
            TaskDefinition definition = one.definition();
            String schedule = definition.timing().schedule();
            if (ScheduleText.isKept(schedule)) {
                times.put(schedule, Optional.of(required(caller, one)));
            }
        }
        return times;
    }

    private Kept required(Caller caller, TaskText.Told told) {
        String schedule = told.definition().timing().schedule();
        try {
            return times(caller, schedule).orElseThrow(() -> TaskProblems.invalid("schedule", "schedule.gone")
                    .found(schedule)
                    .exception());
        } catch (TickmarkException wrong) {
            throw TaskProblems.placed(wrong.problem(), told.where()).exception(wrong);
        }
    }

    private static String kind(String schedule) {
        return schedule.substring(0, schedule.indexOf(':'));
    }
}
