package org.tickmark.scheduler.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.scheduler.plan.Plan;

/** Definitions that are to be saved, checked one by one, each beside the task that stands under its name. */
final class Changes {
    /**
     * A definition to save.
     *
     * @param definition in canonical form
     * @param json its text
     * @param place where it was told; empty: nowhere
     * @param standing what stands under its name
     * @param kept the times that another bundle looks after, where its schedule names such
     * @param plan its times
     */
    record Change(
            TaskDefinition definition,
            String json,
            String place,
            Optional<StandingTask> standing,
            Optional<Kept> kept,
            Plan plan) {
        String name() {
            return definition.name();
        }

        /** Whether it says anything that does not stand already. */
        boolean changes() {
            return standing.map(task -> !task.definition().equals(definition)
                            || !task.kept().equals(kept))
                    .orElse(true);
        }

        /** Whether the times of the schedule stay what they were, and it ran by itself before. */
        boolean keepsTimes() {
            return standing.filter(task -> task.kept().equals(kept))
                    .map(StandingTask::definition)
                    .filter(before -> before.active() && sameTimes(before.timing(), definition.timing()))
                    .isPresent();
        }

        private static boolean sameTimes(Timing one, Timing other) {
            return one.schedule().equals(other.schedule())
                    && one.zone().equals(other.zone())
                    && one.gap() == other.gap()
                    && one.overlap() == other.overlap()
                    && one.start().equals(other.start())
                    && one.end().equals(other.end())
                    && one.calendar().equals(other.calendar())
                    && one.freeDays() == other.freeDays();
        }
    }

    private final List<Change> changes;
    private final Map<String, StandingTask> others;

    /**
     * @param changes what is to be saved
     * @param others tasks that these follow and that are not among them
     */
    Changes(List<Change> changes, Map<String, StandingTask> others) {
        this.changes = List.copyOf(changes);
        this.others = Map.copyOf(others);
    }

    List<Change> all() {
        return changes;
    }

    List<Change> added() {
        return changes.stream().filter(change -> change.standing().isEmpty()).toList();
    }

    List<Change> altered() {
        return changes.stream()
                .filter(change -> change.standing().isPresent() && change.changes())
                .toList();
    }

    /** Those that add or alter. */
    List<Change> real() {
        List<Change> real = new ArrayList<>(added());
        real.addAll(altered());
        return real;
    }

    Optional<StandingTask> other(String name) {
        return Optional.ofNullable(others.get(name));
    }
}
