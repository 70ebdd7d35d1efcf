package org.tickmark.scheduler.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.json.JsonTexts;

/**
 * A run that is to wait.
 *
 * @param taskId key of the task
 * @param revision revision of its definition
 * @param cause why it runs
 * @param occurrence what it stands for; empty: the task and the key of the run
 * @param parentId the run that it retries, follows or is a part of; 0 for none
 * @param attempt from 1
 * @param nominal the moment it stands for
 * @param nominalEnd the last of the moments it stands for
 * @param times how many moments it stands for, from 1
 * @param notBefore when it may start
 * @param priority from -100 to 100
 * @param placementId where it can run
 * @param parameters what takes the place of the task's parameters
 * @param input what was passed on to it
 */
public record NewRun(
        long taskId,
        int revision,
        Cause cause,
        String occurrence,
        long parentId,
        int attempt,
        Instant nominal,
        Instant nominalEnd,
        long times,
        Instant notBefore,
        int priority,
        long placementId,
        Optional<Map<String, String>> parameters,
        Optional<Map<String, String>> input) {
    public NewRun {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(occurrence, "occurrence");
        Objects.requireNonNull(nominal, "nominal");
        Objects.requireNonNull(nominalEnd, "nominalEnd");
        Objects.requireNonNull(notBefore, "notBefore");
        parameters = parameters.map(Map::copyOf);
        input = input.map(Map::copyOf);
    }

    /** A first attempt that stands for one moment, at once. */
    public static NewRun of(long taskId, int revision, Cause cause, Instant nominal, int priority, long placementId) {
        return new NewRun(
                taskId,
                revision,
                cause,
                "",
                0,
                1,
                nominal,
                nominal,
                1,
                nominal,
                priority,
                placementId,
                Optional.empty(),
                Optional.empty());
    }

    /** The same run with other parameters than the task's. */
    public NewRun with(Map<String, String> changed) {
        return new NewRun(
                taskId,
                revision,
                cause,
                occurrence,
                parentId,
                attempt,
                nominal,
                nominalEnd,
                times,
                notBefore,
                priority,
                placementId,
                changed.isEmpty() ? Optional.empty() : Optional.of(changed),
                input);
    }

    ActiveRun waiting(long id) {
        return new ActiveRun(
                id,
                taskId,
                Optional.empty(),
                revision,
                cause,
                occurrence.isEmpty() ? taskId + "-" + id : occurrence,
                parentId,
                attempt,
                nominal,
                nominalEnd,
                times,
                parameters.map(JsonTexts::write),
                input.map(JsonTexts::write),
                List.of(),
                Optional.empty());
    }

    DueRow due(long id) {
        return new DueRow(taskId, id, notBefore, nominal, priority, placementId);
    }
}
