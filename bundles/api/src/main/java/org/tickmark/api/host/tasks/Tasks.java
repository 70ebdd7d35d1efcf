package org.tickmark.api.host.tasks;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskParameter;

/**
 * The tasks of all nodes that share the database. Safe for use from many threads. A name that is not there is a
 * {@link org.tickmark.api.TickmarkException} with code {@code task.unknown}.
 *
 * <p>Lists of them are records, ordered by their keys:
 *
 * <ul>
 *   <li>{@code task}: {@code name} (the key), {@code state}, {@code executor}, {@code schedule} (canonical; empty for never),
 *       {@code zone}, {@code follows} (a list), {@code next}, {@code last} (how its last run ended, a message whose id is the
 *       {@link RunState} in lower case with hyphens), {@code last_at}, {@code took_ms}, {@code failures}, {@code running} (how many
 *       runs are under way), {@code owner}, {@code tags} (a list; a condition on it means one of them). Conditions are allowed at
 *       least on {@code name}, {@code state}, {@code executor}, {@code owner}, {@code tags}, and {@code parameter}, whose value is
 *       {@code name=value} and means a parameter of the executor.
 *   <li>{@code state} is the first that holds of {@code off} (not active), {@code paused}, {@code waiting} (something is not there
 *       that it needs: {@link Task#waiting}), {@code late} (its next time went by more than a minute ago and no run is under way),
 *       {@code failing} (its last run failed for good), {@code on}; a message of that id.
 *   <li>{@code node}: {@code id}, {@code name}, {@code version}, {@code labels}, {@code executors}, {@code started_at},
 *       {@code lease_until}, {@code running}.
 * </ul>
 */
@ProviderType
public interface Tasks {
    /** A task. */
    Optional<Task> task(Caller caller, String name);

    /**
     * Adds a task, or changes the one of this name; what was due before the change is not made due again by it.
     *
     * @param dryRun whether to check only
     * @return what should be looked at, though it is allowed: a rule that never fires, a lock shorter than runs usually take, an
     *     executor that is not there
     * @throws org.tickmark.api.TickmarkException with code {@code task.invalid} if a part is wrong, a task to follow is not there or
     *     follows this one
     */
    List<Problem> save(Caller caller, TaskDefinition definition, boolean dryRun);

    /**
     * Adds or changes many tasks, all or none; they may follow each other in any order.
     *
     * @param definitions no name twice
     * @return as {@link #save}
     * @throws org.tickmark.api.TickmarkException as {@link #save}, for the first one that is wrong
     */
    List<Problem> saveAll(Caller caller, List<TaskDefinition> definitions, boolean dryRun);

    /** Removes a task; its history stays. A task that another follows is not removed: {@code task.followed}. */
    void remove(Caller caller, String name);

    /** Switches whether a task runs by itself. */
    void activate(Caller caller, String name, boolean active);

    /**
     * Pauses the tasks named, or with a tag named {@code #tag}; what falls due meanwhile is dropped as {@link RunState#PAUSED}.
     *
     * @return how many tasks
     */
    int pause(Caller caller, List<String> names, Optional<Instant> until, String reason);

    /** Ends the pause of tasks. */
    int resume(Caller caller, List<String> names);

    /** Holds all starts on all nodes, or lets them go on; nothing is lost meanwhile but what the tasks' catch-up drops. */
    void hold(Caller caller, boolean held, String reason);

    /** Why all starts are held; empty when they are not. */
    Optional<String> held(Caller caller);

    /**
     * Starts a task now, whether it is active or not; its schedule stays as it is.
     *
     * @param parameters values that take the place of the task's
     * @param request what to know this wish by: the same one again starts nothing. Empty: a new wish
     * @return key of the run
     */
    long start(Caller caller, String name, Map<String, String> parameters, String request);

    /**
     * Runs a task for times of the past that its schedule names and for which it has not run.
     *
     * @return keys of the runs, the oldest first
     * @throws org.tickmark.api.TickmarkException with code {@code task.backfill-too-much} for more than {@code most} times
     */
    List<Long> backfill(Caller caller, String name, Instant fromInclusive, Instant toExclusive, int most);

    /** Frees a task from the lock of its runs under way: these are cancelled and can no longer record success. */
    int unlock(Caller caller, String name);

    /** Definitions as text (YAML, key {@code tasks}) that {@link #importText} reads back; all when no name is given. */
    String exportText(Caller caller, List<String> names);

    /**
     * Saves the definitions in a text, all or none.
     *
     * @param text the text; keys of others ({@code units}, {@code imports}, {@code groups}) are passed over
     * @param from what to call the text in errors, such as its file name
     * @param dryRun whether to check only
     * @return names of the tasks, in the order of the text
     */
    List<String> importText(Caller caller, String text, String from, boolean dryRun);

    /**
     * Says in Tickmark's way what another program runs when. Saves nothing: the text is for {@link #importText}.
     */
    Translated translate(Caller caller, ForeignSchedule foreign);

    /** The definitions a task has had, the newest first. */
    List<Revision> revisions(Caller caller, String name);

    /**
     * The next times of a schedule, by the same code that fires.
     *
     * @param count how many at most, 1 to 100,000
     * @throws org.tickmark.api.TickmarkException with code {@code task.invalid} if it cannot be read
     */
    List<Firing> preview(Caller caller, Timing timing, Instant from, int count);

    /**
     * What will run in a span of time, by schedule and by chains, with how long it usually takes; ordered by start.
     *
     * @param most how many at most
     */
    List<Expected> outlook(Caller caller, Instant fromInclusive, Instant toExclusive, int most);

    /** The executors that are there just now, ordered by name. */
    List<Executor> executors(Caller caller);

    /**
     * What was made of the schedules of another program.
     *
     * @param text definitions, as {@link #importText} reads them
     * @param names names of the tasks, in the order of the text
     * @param problems what could not be said, with the line it stands on, and what means something else here; what could not be said is
     *     not in the text
     */
    record Translated(String text, List<String> names, List<Problem> problems) {
        public Translated {
            Objects.requireNonNull(text, "text");
            names = List.copyOf(names);
            problems = List.copyOf(problems);
        }
    }

    /**
     * A definition that a task has had.
     *
     * @param number its number, from 1
     * @param by who made it
     * @param at when
     * @param text the definition, as {@link #exportText} writes it
     */
    record Revision(int number, String by, Instant at, String text) {
        public Revision {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A time at which a task runs.
     *
     * @param local what the clocks of the zone show
     * @param zone the zone
     * @param instant the moment
     * @param note what is special about it, such as a gap of the clocks or a free day it was moved off
     */
    record Firing(LocalDateTime local, String zone, Instant instant, Optional<Message> note) {
        public Firing {
            Objects.requireNonNull(local, "local");
            Objects.requireNonNull(zone, "zone");
            Objects.requireNonNull(instant, "instant");
            Objects.requireNonNull(note, "note");
        }
    }

    /**
     * A run that is to be expected.
     *
     * @param task name of the task
     * @param start when it starts
     * @param end when it usually ends; its start where nothing is known
     * @param follows name of the task that it follows; empty when its schedule says so
     */
    record Expected(String task, Instant start, Instant end, String follows) {
        public Expected {
            Objects.requireNonNull(task, "task");
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(end, "end");
            Objects.requireNonNull(follows, "follows");
        }
    }

    /**
     * Something that tasks can do.
     *
     * @param name its name
     * @param bundle symbolic name and version of the bundle it comes from
     * @param summary what it does
     * @param parameters its parameters
     */
    record Executor(String name, String bundle, Message summary, List<TaskParameter> parameters) {
        public Executor {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(bundle, "bundle");
            Objects.requireNonNull(summary, "summary");
            parameters = List.copyOf(parameters);
        }
    }
}
