package org.tickmark.scheduler.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing.CatchUp;

/**
 * The times at which a task runs by itself, and what becomes of those that are due.
 *
 * <p>Jitter is drawn from the key of the task and the time alone: the same on every node and at every attempt. How many times went by
 * is counted, never walked through.
 */
public final class Plan {
    /** What went by longer ago than this runs only if the task's catch-up says so. */
    private static final Duration LONGEST_USUAL_WINDOW = Duration.ofDays(1);

    /** What is late by no more than this is merely late. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private static final long NONE = Times.NONE;

    private final long taskId;
    private final int revision;
    private final TaskDefinition definition;
    private final Times times;
    private final CatchUp catchUp;
    private final long jitterMillis;

    private Plan(long taskId, int revision, TaskDefinition definition, Times times) {
        this.taskId = taskId;
        this.revision = revision;
        this.definition = definition;
        this.times = times;
        this.catchUp = definition.timing().catchUp();
        this.jitterMillis = definition.timing().jitter().toMillis();
    }

    /**
     * The plan of a definition.
     *
     * @param taskId key of the task, which jitter is drawn from
     * @param savedAt where a rule that counts from a start counts from, if the definition names no start
     * @throws org.tickmark.api.TickmarkException with code {@code task.invalid} if its timing cannot be read
     */
    public static Plan of(long taskId, int revision, TaskDefinition definition, Instant savedAt) {
        return of(taskId, revision, definition, Optional.empty(), savedAt);
    }

    /**
     * The plan of a definition that may name times which another bundle looks after.
     *
     * @param kept those times; empty where there are none, or none any more
     */
    public static Plan of(long taskId, int revision, TaskDefinition definition, Optional<Kept> kept, Instant savedAt) {
        Objects.requireNonNull(definition, "definition");
        return new Plan(
                taskId,
                revision,
                definition,
                Compiled.of(definition.timing(), kept, savedAt).times());
    }

    /** The same plan for a task with another key, and another number of its definition. */
    public Plan of(long otherTaskId, int otherRevision) {
        return new Plan(otherTaskId, otherRevision, definition, times);
    }

    /** Key of the task. */
    public long taskId() {
        return taskId;
    }

    /** Number of the definition. */
    public int revision() {
        return revision;
    }

    /** The definition. */
    public TaskDefinition definition() {
        return definition;
    }

    /** The first time at or after a moment, also one on a free day; empty: never by itself from then on. */
    public Optional<Due> first(Instant fromInclusive) {
        return due(times.next(secondNotBefore(fromInclusive)));
    }

    /** The first time at or after a moment at which the task runs. */
    public Optional<Due> firstRun(Instant fromInclusive) {
        return due(times.nextKept(secondNotBefore(fromInclusive)));
    }

    /**
     * What becomes of a time and of those after it that are due at a moment. Nothing happens while the time is not due, as when
     * clocks were set back: it is the next one then.
     *
     * @param due the first time that is not accounted for
     * @param paused whether the task is paused, so that nothing runs
     */
    public Passing pass(Due due, Instant now, boolean paused) {
        long first = times.next(due.nominal().getEpochSecond());
        if (first == NONE) {
            return new Passing(List.of(), List.of(), Optional.empty());
        }
        long next = firstDueFrom(now.toEpochMilli() + 1);
        long end = next == NONE ? Long.MAX_VALUE : next;
        if (end <= first) {
            return new Passing(List.of(), List.of(), due(first));
        }
        List<Stretch> dropped = new ArrayList<>();
        leftOut(first, end).ifPresent(dropped::add);
        List<Stretch> started = paused ? List.of() : started(first, end, now.toEpochMilli());
        long droppedEnd = started.isEmpty() ? end : started.get(0).first().getEpochSecond();
        kept(paused ? RunState.PAUSED : RunState.MISSED, first, droppedEnd).ifPresent(dropped::add);
        dropped.sort(Comparator.comparing(Stretch::first));
        return new Passing(dropped, started, due(next));
    }

    /** What becomes of the times from one on that are due at a moment, if none of them is to run any more. */
    public List<Stretch> drop(Instant nominalFrom, Instant now) {
        long first = times.next(nominalFrom.getEpochSecond());
        long next = firstDueFrom(now.toEpochMilli() + 1);
        long end = next == NONE ? Long.MAX_VALUE : next;
        if (first == NONE || end <= first) {
            return List.of();
        }
        return Stream.of(kept(RunState.MISSED, first, end), leftOut(first, end))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The runs that are made of the times of a span; together they are the last times of it that are not left out. */
    private List<Stretch> started(long first, long end, long nowMillis) {
        long last = times.lastKept(first, end);
        if (last == NONE || (catchUp.policy() == CatchUp.Policy.NONE && last != times.previous(end - 1))) {
            return List.of();
        }
        long from = Math.max(first, firstDueFrom(nowMillis - window(last)));
        if (last < from) {
            return List.of();
        }
        return switch (catchUp.policy()) {
            case NONE, LATEST -> List.of(single(last));
            case ALL -> latest(from, last, catchUp.most());
            case COALESCE -> kept(RunState.WAITING, from, last + 1).stream().toList();
        };
    }

    /** How long ago what runs now may have been due, in milliseconds. */
    private long window(long last) {
        Duration usual =
                switch (catchUp.policy()) {
                    case NONE -> LATE;
                    case LATEST -> atMostOnePeriod(last);
                    case ALL, COALESCE -> LONGEST_USUAL_WINDOW;
                };
        return catchUp.window().orElse(usual).toMillis();
    }

    private Duration atMostOnePeriod(long time) {
        long after = times.next(time + 1);
        if (after == NONE || dueMillis(after) - dueMillis(time) > LONGEST_USUAL_WINDOW.toMillis()) {
            return LONGEST_USUAL_WINDOW;
        }
        Duration period = Duration.ofMillis(dueMillis(after) - dueMillis(time));
        return period.compareTo(LATE) < 0 ? LATE : period;
    }

    private List<Stretch> latest(long from, long last, int most) {
        List<Stretch> latest = new ArrayList<>();
        for (long time = last; time != NONE && latest.size() < most; time = times.lastKept(from, time)) {
            latest.add(0, single(time));
        }
        return latest;
    }

    private static Stretch single(long time) {
        Instant instant = Instant.ofEpochSecond(time);
        return new Stretch(RunState.WAITING, instant, instant, 1);
    }

    private Optional<Stretch> kept(RunState state, long from, long end) {
        long last = times.lastKept(from, end);
        return last == NONE
                ? Optional.empty()
                : Optional.of(new Stretch(
                        state,
                        Instant.ofEpochSecond(times.nextKept(from)),
                        Instant.ofEpochSecond(last),
                        times.count(from, end) - times.countLeftOut(from, end)));
    }

    private Optional<Stretch> leftOut(long from, long end) {
        long first = times.nextLeftOut(from, end);
        return first == NONE
                ? Optional.empty()
                : Optional.of(new Stretch(
                        RunState.BLACKED_OUT,
                        Instant.ofEpochSecond(first),
                        Instant.ofEpochSecond(times.lastLeftOut(from, end)),
                        times.countLeftOut(from, end)));
    }

    /** The first time that is due at or after a moment, or {@link #NONE}: a time is due before the next one. */
    private long firstDueFrom(long millis) {
        long second = Math.floorDiv(millis, 1000L);
        long before = times.previous(second);
        return before != NONE && dueMillis(before) >= millis ? before : times.next(second + 1);
    }

    private Optional<Due> due(long time) {
        return time == NONE
                ? Optional.empty()
                : Optional.of(new Due(Instant.ofEpochSecond(time), Instant.ofEpochMilli(dueMillis(time))));
    }

    private long dueMillis(long time) {
        if (jitterMillis == 0) {
            return time * 1000;
        }
        long after = times.next(time + 1);
        long bound = after == NONE ? jitterMillis : Math.min(jitterMillis, (after - time) * 1000);
        return time * 1000 + Long.remainderUnsigned(mixed(taskId ^ mixed(time)), bound);
    }

    /** Spreads the bits of a number, as the last step of MurmurHash3 does. */
    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static long secondNotBefore(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }
}
