package org.tickmark.scheduler.run;

import java.util.Objects;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.scheduler.plan.Plan;

/**
 * A task as it stands now.
 *
 * @param plan its definition with its times
 * @param placementId where it can run
 */
public record LiveTask(Plan plan, long placementId) {
    public LiveTask {
        Objects.requireNonNull(plan, "plan");
    }

    TaskDefinition definition() {
        return plan.definition();
    }
}
