package org.tickmark.scheduler.task;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.scheduler.plan.Plan;
import org.tickmark.scheduler.plan.ScheduleText;

/**
 * A task as the database has it.
 *
 * @param id its key
 * @param revision number of the definition that holds
 * @param definition that definition
 * @param kept the times that another bundle looks after, where its schedule names such; empty where they are no more
 * @param savedAt when it was saved
 * @param placementId where it can run
 */
record StandingTask(
        long id, int revision, TaskDefinition definition, Optional<Kept> kept, Instant savedAt, long placementId) {
    StandingTask {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(kept, "kept");
        Objects.requireNonNull(savedAt, "savedAt");
    }

    Plan plan() {
        return Plan.of(id, revision, definition, kept, savedAt);
    }

    /** Whether its schedule names times that are no more. */
    boolean hasLostTimes() {
        return kept.isEmpty() && ScheduleText.isKept(definition.timing().schedule());
    }

    String name() {
        return definition.name();
    }
}
