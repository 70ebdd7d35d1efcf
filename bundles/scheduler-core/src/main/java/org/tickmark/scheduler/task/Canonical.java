package org.tickmark.scheduler.task;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.scheduler.plan.ScheduleText;

/** Makes of a definition what is saved: the canonical text of its schedule, an owner, words in order. */
final class Canonical {
    private final Caller caller;
    private final Instant now;

    /**
     * @param caller the owner of tasks that name none; words are probably in his language
     * @param now where schedules count from that count from a start and have none
     */
    Canonical(Caller caller, Instant now) {
        this.caller = caller;
        this.now = now;
    }

    /** The definition to save; one that stands under the name lends its owner and its start. */
    TaskDefinition of(TaskDefinition given, Optional<TaskDefinition> standing) {
        Running running = given.running();
        return new TaskDefinition(
                given.name(),
                given.description().strip(),
                ordered(given.tags()),
                owner(given, standing),
                given.executor(),
                given.parameters(),
                timing(given.timing(), standing.map(TaskDefinition::timing)),
                given.after(),
                new Running(
                        running.lock(),
                        running.whenBusy(),
                        running.priority(),
                        running.key(),
                        ordered(running.labels()),
                        running.atMostOnce()),
                given.retry(),
                given.active());
    }

    private String owner(TaskDefinition given, Optional<TaskDefinition> standing) {
        return given.owner().isBlank() ? standing.map(TaskDefinition::owner).orElse(caller.identity()) : given.owner();
    }

    private static List<String> ordered(Collection<String> words) {
        return words.stream().distinct().sorted().toList();
    }

    private Timing timing(Timing given, Optional<Timing> standing) {
        Timing timing = ScheduleText.canonical(given, now, caller.locale());
        if (given.start().isPresent() || timing.start().isEmpty()) {
            return timing;
        }
        return standing.filter(before -> before.schedule().equals(timing.schedule())
                        && before.zone().equals(timing.zone()))
                .flatMap(Timing::start)
                .map(start -> ScheduleText.canonical(starting(given, start), now, caller.locale()))
                .orElse(timing);
    }

    private static Timing starting(Timing timing, LocalDateTime start) {
        return new Timing(
                timing.schedule(),
                timing.zone(),
                timing.gap(),
                timing.overlap(),
                Optional.of(start),
                timing.end(),
                timing.calendar(),
                timing.freeDays(),
                timing.jitter(),
                timing.catchUp());
    }
}
