package org.tickmark.api.host.tasks;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.task.Cause;

/**
 * A run, or times at which none ran.
 *
 * @param id its key
 * @param task name of the task
 * @param revision revision of the task's definition that it went by
 * @param cause why it runs
 * @param occurrence what it stands for, the same at every attempt
 * @param parent the run that it retries, follows or is a part of; 0 for none
 * @param attempt which attempt, from 1
 * @param nominal the moment it stands for
 * @param nominalEnd the last of the moments it stands for, where these are several
 * @param times how many moments it stands for, from 1
 * @param state how it stands
 * @param notBefore when it may start, while it waits
 * @param startedBy who started it; empty if nobody did, but its schedule, another task or an attempt that failed
 * @param node name of the node that has taken it, or had; empty for none
 * @param startedAt when a node took it
 * @param endedAt when it ended
 * @param deadline when its lock ends
 * @param sent items sent
 * @param received items received
 * @param summary what it brought, or why it failed or did not run; empty while it is under way
 * @param data what it passes on
 * @param progress how far it is, while it runs
 */
public record Run(
        long id,
        String task,
        int revision,
        Cause cause,
        String occurrence,
        long parent,
        int attempt,
        Instant nominal,
        Instant nominalEnd,
        long times,
        RunState state,
        Instant notBefore,
        String startedBy,
        String node,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<Instant> deadline,
        long sent,
        long received,
        String summary,
        Map<String, String> data,
        String progress) {
    public Run {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(occurrence, "occurrence");
        Objects.requireNonNull(nominal, "nominal");
        Objects.requireNonNull(nominalEnd, "nominalEnd");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(startedBy, "startedBy");
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(summary, "summary");
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
        Objects.requireNonNull(progress, "progress");
    }
}
