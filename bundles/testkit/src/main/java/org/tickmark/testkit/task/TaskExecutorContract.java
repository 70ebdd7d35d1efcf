package org.tickmark.testkit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.testkit.HeapProbe;

/**
 * The contract of {@link TaskExecutor}: extend it, say how its runs go, and each test checks the rule whose number it bears. The tests
 * are final; what an executor cannot do is said by a hook.
 *
 * <pre>{@code
 * class HttpExecutorContractTest extends TaskExecutorContract {
 *     protected TaskExecutor executor() {
 *         return new HttpExecutor();
 *     }
 *
 *     protected FakeTaskRun goodRun() {
 *         return FakeTaskRun.of(executor(), Map.of("url", server.url("/ok")));
 *     }
 *     ...
 * }
 * }</pre>
 */
public abstract class TaskExecutorContract {
    private static final List<String> LANGUAGES = List.of("en", "nb", "sv");
    private static final int THREADS = 4;
    private static final int RUNS_OF_A_THREAD = 10;
    /** The executor under test; the same one may be given every time. */
    protected abstract TaskExecutor executor();

    /** A run that succeeds within a second or so; a new one at each call, several of them side by side. */
    protected abstract FakeTaskRun goodRun();

    /** A run that fails. */
    protected abstract FakeTaskRun failingRun();

    /** A run that does not end before someone wishes it to; empty for an executor of which no run takes longer than a second. */
    protected abstract Optional<FakeTaskRun> longRun();

    /**
     * What the other side holds that runs of {@link #goodRun} have done outside the database of Tickmark, to be compared; unless overridden,
     * they have done nothing there.
     */
    protected Object outside() {
        return "nothing";
    }

    /** How long a run may take to ask whether it should stop, and to stop; unless overridden far more than a second, for busy machines. */
    protected Duration patience() {
        return Duration.ofSeconds(20);
    }

    /** TE-01: the same parameters at every call, each name once, defaults that are allowed, texts in every language. */
    @Test
    public final void te01_describesItsParameters() {
        List<TaskParameter> parameters = executor().parameters();
        assertThat(executor().parameters()).as("parameters asked a second time").hasToString(parameters.toString());
        assertThat(parameters).extracting(TaskParameter::name).as("names").doesNotHaveDuplicates();
        for (TaskParameter parameter : parameters) {
            parameter.defaultValue().ifPresent(value -> assertThat(parameter.allows(value))
                    .as("whether %s may have its default '%s'", parameter.name(), value)
                    .isTrue());
            assertInEveryLanguage("help of " + parameter.name(), parameter.help());
        }
        assertInEveryLanguage("summary", executor().summary());
    }

    /** TE-02: nothing of a run is kept, and several threads bring what one alone brings. */
    @Test
    public final void te02_keepsNothingAndServesManyThreads() throws Exception {
        assertThat(HeapProbe.isReleased(runAndForget()))
                .as("whether the run is let go after it has ended")
                .isTrue();
        TaskExecutor shared = executor();
        Object alone = outcome(shared.run(goodRun()));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Object>>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                all.add(threads.submit(() -> outcomes(shared)));
            }
            for (Future<List<Object>> outcomes : all) {
                assertThat(outcomes.get())
                        .as("what a thread among others brings")
                        .containsOnly(alone);
            }
        } catch (ExecutionException e) {
            fail("a run failed in a thread among others", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** TE-03: a run stops when it is wished to, also before it has begun. */
    @Test
    public final void te03_stopsWhenAsked() throws InterruptedException {
        FakeTaskRun run = longRunOrSkip();
        Throwable end = endAfter(run, thread -> run.requestCancel());
        assertThat(end).as("how a run that is cancelled ends").isInstanceOf(CancellationException.class);
        FakeTaskRun late = longRunOrSkip();
        late.requestCancel();
        assertThat(endAfter(late, thread -> {}))
                .as("how a run ends that is cancelled before it begins")
                .isInstanceOf(CancellationException.class);
    }

    /** TE-03: an interrupt ends a run. */
    @Test
    public final void te03_letsAnInterruptEndIt() throws InterruptedException {
        assertThat(endAfter(longRunOrSkip(), Thread::interrupt))
                .as("how a run that is interrupted ends")
                .isNotNull();
    }

    /** TE-04: what it did outside it can do again: the next attempt of the same occurrence leaves the other side as it is. */
    @Test
    public final void te04_canBeRunAgain() throws Exception {
        FakeTaskRun first = goodRun();
        executor().run(first);
        Object afterOne = outside();
        executor().run(first.again());
        assertThat(outside())
                .as("what the other side holds after a second attempt of the same occurrence")
                .isEqualTo(afterOne);
    }

    /** TE-05: a success is a result, a failure is an exception that says something. */
    @Test
    public final void te05_failsWithAnException() throws Exception {
        TaskResult result = executor().run(goodRun());
        assertThat(result).as("result of a run that succeeds").isNotNull();
        assertInEveryLanguage("summary of the result", result.summary());
        Throwable failure = catchThrowable(() -> executor().run(failingRun()));
        assertThat(failure)
                .as("how a run ends that fails")
                .isInstanceOf(Exception.class)
                .isNotInstanceOf(CancellationException.class);
        assertThat(failure.getMessage()).as("message of the failure").isNotBlank();
        if (failure instanceof TickmarkException refusal) {
            assertInEveryLanguage("problem", refusal.problem().what());
        }
    }

    /** TE-06: no secret in the log, the progress, the result or an exception. */
    @Test
    public final void te06_tellsNoSecret() throws Exception {
        FakeTaskRun good = goodRun();
        TaskResult result = executor().run(good);
        List<String> told = new ArrayList<>(told(good));
        LANGUAGES.forEach(language -> told.add(result.summary().text(Locale.forLanguageTag(language))));
        result.data().forEach((name, value) -> told.add(name + "=" + value));
        result.parts().forEach(part -> told.add(part.toString()));
        assertTellsNoneOf(good, told);
        FakeTaskRun failing = failingRun();
        Throwable failure = catchThrowable(() -> executor().run(failing));
        List<String> toldOfFailure = new ArrayList<>(told(failing));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            toldOfFailure.add(String.valueOf(cause.getMessage()));
        }
        assertTellsNoneOf(failing, toldOfFailure);
    }

    /** What a test does to the thread of a run. */
    @FunctionalInterface
    private interface Act {
        void on(Thread thread);
    }

    /** How a run ended that something was done to once it had asked whether to stop. */
    private Throwable endAfter(FakeTaskRun run, Act act) throws InterruptedException {
        List<Thread> worker = new ArrayList<>(1);
        ExecutorService threads = Executors.newSingleThreadExecutor(task -> {
            worker.add(new Thread(task, "run"));
            return worker.get(0);
        });
        try {
            Future<TaskResult> result = threads.submit(() -> executor().run(run));
            assertThat(run.awaitAsked(patience()))
                    .as("whether it asks if it should stop")
                    .isTrue();
            act.on(worker.get(0));
            result.get(patience().toMillis(), TimeUnit.MILLISECONDS);
            return fail("it went on to a result, though it should have stopped");
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException e) {
            return fail("it went on for " + patience() + " after it should have stopped", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private FakeTaskRun longRunOrSkip() {
        Optional<FakeTaskRun> run = longRun();
        assumeTrue(run.isPresent(), "no run of this executor takes long");
        return run.orElseThrow();
    }

    private WeakReference<FakeTaskRun> runAndForget() throws Exception {
        FakeTaskRun run = goodRun();
        executor().run(run);
        return new WeakReference<>(run);
    }

    private List<Object> outcomes(TaskExecutor shared) throws Exception {
        List<Object> outcomes = new ArrayList<>();
        for (int number = 0; number < RUNS_OF_A_THREAD; number++) {
            outcomes.add(outcome(shared.run(goodRun())));
        }
        return outcomes;
    }

    /** What is the same for each good run; a summary may tell a time. */
    private static Object outcome(TaskResult result) {
        return Map.of(
                "summary",
                result.summary().id(),
                "sent",
                result.sent(),
                "received",
                result.received(),
                "data",
                result.data().keySet(),
                "parts",
                result.parts());
    }

    private static List<String> told(FakeTaskRun run) {
        List<String> told = new ArrayList<>(run.log().texts());
        told.addAll(run.progressTold());
        return told;
    }

    private static void assertTellsNoneOf(FakeTaskRun run, List<String> told) {
        for (String secret : run.secretValues()) {
            assertThat(told).as("what is told of a run").noneMatch(text -> text.contains(secret));
        }
    }

    private static void assertInEveryLanguage(String what, Message message) {
        for (String language : LANGUAGES) {
            assertThat(message.text(Locale.forLanguageTag(language)))
                    .as("%s in %s", what, language)
                    .isNotBlank();
        }
    }
}
