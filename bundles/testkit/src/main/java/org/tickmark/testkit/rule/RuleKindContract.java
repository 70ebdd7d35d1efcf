package org.tickmark.testkit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.OpenRow;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.api.rule.RuleParameter;
import org.tickmark.testkit.HeapProbe;
import org.tickmark.testkit.rule.FakeRuleRun.Finding;

/**
 * The contract of {@link RuleKind}: extend it, say which rows it finds something in, and each test checks the rule whose number it bears.
 *
 * <pre>{@code
 * class OwnTransferKindContractTest extends RuleKindContract {
 *     protected RuleKind kind() {
 *         return new OwnTransferKind();
 *     }
 *
 *     protected FakeRuleRun goodRun() {
 *         return FakeRuleRun.of(kind(), Map.of(), FakeRow.bank("2026-01-05", "-500.00").text("Own transfer"), ...);
 *     }
 * }
 * }</pre>
 */
public abstract class RuleKindContract {
    private static final List<String> LANGUAGES = List.of("en", "nb", "sv");
    private static final int THREADS = 4;
    private static final int RUNS_OF_A_THREAD = 10;

    /** The kind under test; the same one may be given every time. */
    protected abstract RuleKind kind();

    /** A run in which the kind matches something, and perhaps suggests something; a new one with the same rows at each call. */
    protected abstract FakeRuleRun goodRun();

    /** RK-01: the same parameters at every call, each name once, standard values that are allowed, texts in every language. */
    @Test
    public final void rk01_describesItsParameters() {
        List<RuleParameter> parameters = kind().parameters();
        assertThat(kind().parameters()).as("parameters asked a second time").hasToString(parameters.toString());
        assertThat(parameters).extracting(RuleParameter::name).as("names").doesNotHaveDuplicates();
        for (RuleParameter parameter : parameters) {
            assertThat(parameter.allows(parameter.standard()))
                    .as("whether %s may have its standard value '%s'", parameter.name(), parameter.standard())
                    .isTrue();
            assertInEveryLanguage("help of " + parameter.name(), parameter.help());
        }
        assertInEveryLanguage("summary", kind().summary());
    }

    /** RK-02: nothing of a run is kept, and several threads find what one alone finds. */
    @Test
    public final void rk02_keepsNothingAndServesManyThreads() throws Exception {
        RuleKind shared = kind();
        assertThat(HeapProbe.isReleased(runAndForget(shared)))
                .as("whether the run is let go after it has ended")
                .isTrue();
        Set<String> alone = contents(ended(shared, goodRun()));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Set<Set<String>>>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                all.add(threads.submit(() -> outcomes(shared)));
            }
            for (Future<Set<Set<String>>> outcomes : all) {
                assertThat(outcomes.get())
                        .as("what a thread among others finds")
                        .containsExactly(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** RK-03: the same rows lead to the same, whatever their numbers and however often they are looked at. */
    @Test
    public final void rk03_goesByContentsAlone() throws Exception {
        RuleKind kind = kind();
        Set<String> found = contents(ended(kind, goodRun()));
        assertThat(contents(ended(kind, goodRun())))
                .as("what it finds in the same rows a second time")
                .isEqualTo(found);
        FakeRuleRun amongStrangers = goodRun()
                .with(
                        FakeRow.bank("1999-01-01", "0.37").text("Zzyzx"),
                        FakeRow.ledger("1999-06-01", "0.41").text("Qwyjibo"));
        assertThat(contents(ended(kind, amongStrangers)))
                .as("what it finds when every row has another number, because two strangers are there")
                .isEqualTo(found);
    }

    /** RK-04: matches are exact, no row is in two of them, and rows are those of the run. */
    @Test
    public final void rk04_matchesExactly() throws Exception {
        FakeRuleRun run = goodRun();
        Throwable failure = catchThrowable(() -> kind().match(run));
        assertThat(run.fault()).as("what would fail the rule").isEmpty();
        assertThat(failure).as("how a good run ends").isNull();
        assertThat(run.matches()).as("matches of a good run").isNotEmpty();
    }

    /** RK-05: a row that has its like is not matched without it. */
    @Test
    public final void rk05_choosesNotAmongRowsAlike() throws Exception {
        for (Finding match : ended(kind(), goodRun()).matches()) {
            for (OpenRow row : match.rows()) {
                FakeRuleRun run = ended(kind(), goodRun().with(new FakeRow(row)));
                for (Finding found : run.matches()) {
                    assertThat(found.rows().stream()
                                    .filter(other -> areAlike(row, other))
                                    .count())
                            .as("rows that a match takes of two that are alike: %s", row)
                            .isIn(0L, 2L);
                }
            }
        }
    }

    /** RK-06: matches and suggestions say why, in every language. */
    @Test
    public final void rk06_saysWhy() throws Exception {
        FakeRuleRun run = ended(kind(), goodRun());
        Stream.concat(run.matches().stream(), run.suggestions().stream()).forEach(found -> {
            assertThat(found.reasons()).as("reasons").isNotEmpty();
            found.reasons().forEach(reason -> assertInEveryLanguage("reason", reason));
            found.doubt().ifPresent(doubt -> assertInEveryLanguage("doubt", doubt));
        });
    }

    /** RK-07: a run that is to stop does. */
    @Test
    public final void rk07_stopsWhenAsked() {
        assertThat(catchThrowable(() -> kind().match(goodRun().cancelled())))
                .as("how a run ends that is to stop")
                .isInstanceOf(CancellationException.class);
    }

    private static FakeRuleRun ended(RuleKind kind, FakeRuleRun run) throws Exception {
        kind.match(run);
        return run;
    }

    private WeakReference<FakeRuleRun> runAndForget(RuleKind kind) throws Exception {
        return new WeakReference<>(ended(kind, goodRun()));
    }

    private Set<Set<String>> outcomes(RuleKind kind) throws Exception {
        Set<Set<String>> outcomes = new HashSet<>();
        for (int number = 0; number < RUNS_OF_A_THREAD; number++) {
            outcomes.add(contents(ended(kind, goodRun())));
        }
        return outcomes;
    }

    /** What was found, by what is seen of the rows. */
    private static Set<String> contents(FakeRuleRun run) {
        return Stream.concat(
                        run.matches().stream().map(found -> "match " + contents(found)),
                        run.suggestions().stream().map(found -> "suggestion " + contents(found)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> contents(Finding found) {
        return found.rows().stream()
                .map(row -> new FakeRow(row).numbered(0).toString())
                .sorted()
                .toList();
    }

    private static boolean areAlike(OpenRow one, OpenRow other) {
        return new FakeRow(one).numbered(0).equals(new FakeRow(other).numbered(0));
    }

    private static void assertInEveryLanguage(String what, Message message) {
        for (String language : LANGUAGES) {
            assertThat(message.text(Locale.forLanguageTag(language)))
                    .as("%s in %s", what, language)
                    .isNotBlank();
        }
    }
}
