package org.tickmark.api.host.tasks;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Severity;
import org.tickmark.api.host.Tx;

/**
 * The runs of tasks, under way and past. Safe for use from many threads. A key that is not there is a
 * {@link org.tickmark.api.TickmarkException} with code {@code run.unknown}.
 *
 * <p>Lists of them are the records {@code run}, the newest first, those under way included: {@code id} (the key), {@code task},
 * {@code cause} and {@code state} (messages whose ids are the names in lower case with hyphens), {@code nominal}, {@code started_at},
 * {@code ended_at}, {@code took_ms}, {@code attempt}, {@code times}, {@code node}, {@code sent}, {@code received}, {@code summary},
 * {@code started_by}. Conditions are allowed at least on {@code task}, {@code state} and {@code cause}, and on {@code outcome}, which is
 * {@code under-way}, {@code succeeded}, {@code failed} or {@code not-run}.
 */
@ProviderType
public interface Runs {
    /** A run. */
    Optional<Run> run(Caller caller, long id);

    /**
     * Lines of a run's log, the oldest first. A page is read at once however long the log is; only a text is looked for in
     * every line until the page is full.
     */
    List<LogLine> log(Caller caller, long id, LogQuery query);

    /**
     * The runs that one belongs together with, itself included, the oldest first: what was tried before and after it, its parts,
     * what it followed and what followed it. At most 200.
     */
    List<Run> together(Caller caller, long id);

    /** How long half of the latest successful runs of tasks took at most, by name of the task; without those that had none. */
    Map<String, Duration> usual(Caller caller, Collection<String> tasks);

    /**
     * Waits until a run, with all that retries it, has ended, or patience has.
     *
     * @return the last attempt, as it stands then
     */
    Run await(Caller caller, long id, Duration patience, CancelToken cancel);

    /** Asks a run to stop; one that waits ends at once. */
    void cancel(Caller caller, long id, String reason);

    /**
     * Runs again what a run that failed, or was dropped, stands for.
     *
     * @return key of the new run
     */
    long retry(Caller caller, long id);

    /** Figures of a task's runs that ended from a moment on. */
    Statistics statistics(Caller caller, String task, Instant since);

    /**
     * Holds a run's right to work against the database, and keeps it until the transaction ends; to be called last before the
     * commit of what must stand only if the run may still record success.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code run.fenced} if it may not
     */
    void verify(Tx tx, long id, long fence) throws SQLException;

    /**
     * A line of a log.
     *
     * @param number its number in the log, from 1
     * @param at when it was written
     * @param severity how much it weighs
     * @param text the text
     */
    record LogLine(long number, Instant at, Severity severity, String text) {
        public LogLine {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Figures of runs.
     *
     * @param succeeded how many succeeded
     * @param failed how many attempts failed, timed out, were lost or cancelled
     * @param dropped how many times were dropped
     * @param median how long half of the successful ones took at most; zero when there are none
     * @param slowest how long 95 of 100 successful ones took at most
     * @param late how long after their time 95 of 100 started at most
     */
    record Statistics(long succeeded, long failed, long dropped, Duration median, Duration slowest, Duration late) {
        public Statistics {
            Objects.requireNonNull(median, "median");
            Objects.requireNonNull(slowest, "slowest");
            Objects.requireNonNull(late, "late");
        }
    }
}
