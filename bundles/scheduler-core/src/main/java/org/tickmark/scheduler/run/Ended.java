package org.tickmark.scheduler.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.task.TaskResult;
import org.tickmark.kit.json.JsonTexts;

/**
 * How a run ended, or that it goes back to wait.
 *
 * @param run the run
 * @param state how it ended; {@link RunState#WAITING}: it never began, and waits again
 * @param at when
 * @param sent items sent
 * @param received items received
 * @param summary what it brought, or why it failed or did not run
 * @param problem why it failed, JSON
 * @param data what it passes on
 * @param parts further runs
 */
public record Ended(
        ActiveRun run,
        RunState state,
        Instant at,
        long sent,
        long received,
        String summary,
        Optional<String> problem,
        Map<String, String> data,
        List<TaskResult.Part> parts) {
    public Ended {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(data, "data");
        parts = List.copyOf(parts);
    }

    /** It did what it should. */
    public static Ended succeeded(ActiveRun run, Instant at, TaskResult result) {
        return new Ended(
                run,
                RunState.SUCCEEDED,
                at,
                result.sent(),
                result.received(),
                result.summary().toString(),
                Optional.empty(),
                result.data(),
                result.parts());
    }

    /** It did not do what it should, or did not run. */
    public static Ended without(ActiveRun run, RunState state, Instant at, String why, Map<String, String> problem) {
        return new Ended(
                run,
                state,
                at,
                0,
                0,
                why,
                problem.isEmpty() ? Optional.empty() : Optional.of(JsonTexts.write(problem)),
                Map.of(),
                List.of());
    }

    /** It was taken, never began, and waits again. */
    public static Ended givenBack(ActiveRun run, Instant at) {
        return without(run, RunState.WAITING, at, "", Map.of());
    }

    Optional<String> dataText() {
        return data.isEmpty() ? Optional.empty() : Optional.of(JsonTexts.write(data));
    }

    boolean isSplit() {
        return state == RunState.SUCCEEDED && !parts.isEmpty();
    }
}
