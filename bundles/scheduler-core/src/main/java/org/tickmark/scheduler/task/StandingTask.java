package org.tickmark.scheduler.task;

import java.time.Instant;
import java.util.Objects;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.scheduler.plan.Plan;

/**
 * A task as the database has it.
 *
 * @param id its key
 * @param revision number of the definition that holds
 * @param definition that definition
 * @param savedAt when it was saved
 * @param placementId where it can run
 */
record StandingTask(long id, int revision, TaskDefinition definition, Instant savedAt, long placementId) {
    StandingTask {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(savedAt, "savedAt");
    }

    Plan plan() {
        return Plan.of(id, revision, definition, savedAt);
    }

    String name() {
        return definition.name();
    }
}
