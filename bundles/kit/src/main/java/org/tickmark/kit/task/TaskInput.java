package org.tickmark.kit.task;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.task.TaskRun;

/** What a run of a task is asked to do, read from its parameters, which the host has checked. For the thread of the run. */
public final class TaskInput {
    private final TaskRun run;
    private final Thread thread = Thread.currentThread();

    /** Of this run; to be made on its thread. */
    public TaskInput(TaskRun run) {
        this.run = run;
    }

    /** Names separated by commas or blanks; empty for none. */
    public List<String> names(String parameter) {
        return Arrays.stream(text(parameter).split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Yes or no. */
    public boolean flag(String parameter) {
        return Boolean.parseBoolean(text(parameter));
    }

    /** A date, or none where the parameter is empty. */
    public Optional<LocalDate> date(String parameter) {
        return given(parameter).map(LocalDate::parse);
    }

    /** A span of time, or none where the parameter is empty. */
    public Optional<Duration> duration(String parameter) {
        return given(parameter).map(Duration::parse);
    }

    /** The constant whose name in lower case with hyphens is the value. */
    public <E extends Enum<E>> E choice(String parameter, Class<E> type) {
        return Enum.valueOf(type, text(parameter).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Optional<String> given(String parameter) {
        return Optional.of(text(parameter)).filter(text -> !text.isEmpty());
    }

    private String text(String parameter) {
        return run.parameters().get(parameter);
    }

    /** Whether the run should stop: because it was wished, or because its thread was interrupted. */
    public CancelToken cancel() {
        return () -> run.cancel().isCancelled() || thread.isInterrupted();
    }

    /**
     * Ends a run as what went wrong in it says: all of it goes to the log; it stops if it should stop, and fails by the first error.
     *
     * @throws org.tickmark.api.TickmarkException with the first error, if there is one
     */
    public void failBy(List<Problem> problems) {
        log(problems);
        cancel().throwIfCancelled();
        for (Problem problem : problems) {
            if (problem.severity() == Severity.ERROR) {
                throw problem.exception();
            }
        }
    }

    /** Writes problems to the log of the run. */
    public void log(List<Problem> problems) {
        problems.forEach(problem -> run.log().write(problem.severity(), problem.text(Locale.ENGLISH)));
    }
}
