package org.tickmark.testkit.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.testkit.HeapProbe;

/**
 * The contract of {@link MacroAction}: extend it, say how its uses go, and each test checks the rule whose number it bears. The tests are final.
 *
 * <pre>{@code
 * class PostActionContractTest extends MacroActionContract {
 *     protected MacroAction action() {
 *         return new PostAction();
 *     }
 *
 *     protected FakeActionCall goodCall() {
 *         return FakeActionCall.of(action(), Map.of("url", server.url("/ok"), "text", "Hello"));
 *     }
 *     ...
 * }
 * }</pre>
 */
public abstract class MacroActionContract {
    private static final List<String> LANGUAGES = List.of("en", "nb", "sv");
    private static final String RESULT = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int THREADS = 4;

    /** The action under test; the same one may be given every time. */
    protected abstract MacroAction action();

    /** A use that succeeds; a new one at each call, several of them side by side. */
    protected abstract FakeActionCall goodCall();

    /** A use that fails. */
    protected abstract FakeActionCall failingCall();

    /** What the other side holds of what good uses have done, to be compared; unless overridden, they have done nothing there. */
    protected Object outside() {
        return "nothing";
    }

    /** MA-01: the same parameters and results at every call, each name once, defaults that are allowed, no secret, texts in every language. */
    @Test
    public final void ma01_describesItself() {
        List<TaskParameter> parameters = action().parameters();
        assertThat(action().parameters()).as("parameters asked a second time").hasToString(parameters.toString());
        assertThat(parameters).extracting(TaskParameter::name).as("names").doesNotHaveDuplicates();
        for (TaskParameter parameter : parameters) {
            assertThat(parameter.type()).as(parameter.name()).isNotEqualTo(TaskParameter.Type.SECRET);
            parameter.defaultValue().ifPresent(value -> assertThat(parameter.allows(value))
                    .as("whether %s may have its default '%s'", parameter.name(), value)
                    .isTrue());
            assertInEveryLanguage("help of " + parameter.name(), parameter.help());
        }
        assertThat(action().results())
                .as("names of results")
                .isEqualTo(action().results())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(RESULT));
        assertInEveryLanguage("summary", action().summary());
    }

    /** MA-02: nothing of a use is kept, and several threads bring what one alone brings. */
    @Test
    public final void ma02_keepsNothingAndServesManyThreads() throws Exception {
        assertThat(HeapProbe.isReleased(useAndForget()))
                .as("whether a use is let go after it has ended")
                .isTrue();
        MacroAction shared = action();
        Object alone = shared.run(goodCall()).keySet();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Map<String, String>>> all = new ArrayList<>();
            for (int thread = 0; thread < 2 * THREADS; thread++) {
                all.add(threads.submit(() -> shared.run(goodCall())));
            }
            for (Future<Map<String, String>> result : all) {
                assertThat(result.get().keySet())
                        .as("results in a thread among others")
                        .isEqualTo(alone);
            }
        } catch (ExecutionException e) {
            fail("a use failed in a thread among others", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private WeakReference<FakeActionCall> useAndForget() throws Exception {
        FakeActionCall call = goodCall();
        action().run(call);
        return new WeakReference<>(call);
    }

    /** MA-03: a dry run changes nothing, and returns results as they could be. */
    @Test
    public final void ma03_changesNothingInADryRun() throws Exception {
        Object before = outside();
        Map<String, String> results = action().run(goodCall().dryRun());
        assertThat(outside()).as("what the other side holds after a dry run").isEqualTo(before);
        assertThat(results.keySet())
                .as("results of a dry run")
                .isEqualTo(action().run(goodCall()).keySet());
    }

    /** MA-04: what is done elsewhere under the same key is done once. */
    @Test
    public final void ma04_doesOnceWhatIsKnown() throws Exception {
        action().run(goodCall().once("once/1"));
        Object afterOne = outside();
        action().run(goodCall().once("once/1"));
        assertThat(outside())
                .as("what the other side holds after a second use under the same key")
                .isEqualTo(afterOne);
    }

    /** MA-05: a failure is an exception that says something. */
    @Test
    public final void ma05_failsWithAnException() {
        Throwable failure = catchThrowable(() -> action().run(failingCall()));
        assertThat(failure)
                .as("how a use ends that fails")
                .isInstanceOf(Exception.class)
                .isNotInstanceOf(CancellationException.class);
        assertThat(failure.getMessage()).as("message of the failure").isNotBlank();
    }

    /** MA-06: a use that should stop before it has begun stops, or does its work soon. */
    @Test
    public final void ma06_stopsWhenAskedOrIsSoonDone() {
        Throwable end = catchThrowable(() -> action().run(goodCall().cancelled()));
        if (end != null) {
            assertThat(end).as("how a use ends that should stop").isInstanceOf(CancellationException.class);
        }
    }

    /** MA-07: every result is one that it names. */
    @Test
    public final void ma07_returnsWhatItNames() throws Exception {
        assertThat(action().run(goodCall()).keySet()).as("names of the results").isSubsetOf(action().results());
    }

    private static void assertInEveryLanguage(String what, Message message) {
        for (String language : LANGUAGES) {
            assertThat(message.text(Locale.forLanguageTag(language)))
                    .as("%s in %s", what, language)
                    .isNotBlank();
        }
    }
}
