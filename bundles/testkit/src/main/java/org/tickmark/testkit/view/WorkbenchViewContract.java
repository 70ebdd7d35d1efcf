package org.tickmark.testkit.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.WorkbenchView;

/**
 * The contract of {@link WorkbenchView}: extend it, say what commands answer, and each test checks the rule whose number it bears.
 *
 * <pre>{@code
 * class MorningViewContractTest extends WorkbenchViewContract {
 *     protected WorkbenchView view() {
 *         return new MorningView();
 *     }
 *
 *     protected FakeViewCall goodCall() {
 *         return FakeViewCall.create().answering("rec status", CommandResult.of(...)).allowing("rec run");
 *     }
 * }
 * }</pre>
 *
 * <p>WV-04, WV-05 and WV-07 bind the host alone, but for this: a view whose commands are away throws nothing but what they throw.
 */
public abstract class WorkbenchViewContract {
    private static final List<String> LANGUAGES = List.of("en", "nb", "sv");
    private static final String TYPED = "\"><script>alert(1)</script>'";
    private static final int THREADS = 4;
    private static final int MANY_ROWS = 20_000;

    /** The view under test; the same one may be given every time. */
    protected abstract WorkbenchView view();

    /** A call for which every command that the view asks answers something; a new one that answers the same at each call. */
    protected abstract FakeViewCall goodCall();

    /** WV-01: the same spec at every call, with a title in every language. */
    @Test
    public final void wv01_declaresItselfOnce() {
        assertThat(view().spec())
                .as("spec asked a second time")
                .hasToString(view().spec().toString());
        for (String language : LANGUAGES) {
            assertThat(view().spec().title().text(Locale.forLanguageTag(language)))
                    .as("title in %s", language)
                    .isNotBlank();
        }
    }

    /** WV-02: whatever somebody types as a parameter, it is shown as text, or refused with a problem that says so. */
    @Test
    public final void wv02_takesParametersAsTyped() {
        FakeViewCall call = goodCall();
        written(call);
        FakeViewCall typed = goodCall();
        for (String name : call.askedParameters()) {
            typed = typed.with(name, TYPED);
        }
        FakeViewCall asTyped = typed;
        Throwable failure = catchThrowable(() -> assertThat(written(asTyped)).doesNotContain("<script"));
        assertThat(failure == null || failure instanceof TickmarkException)
                .as("what comes of parameters that somebody typed: %s", failure)
                .isTrue();
    }

    /** WV-03: it asks commands that read, and a second look finds what the first one found. */
    @Test
    public final void wv03_changesNothing() {
        String first = written(goodCall());
        assertThat(first).as("what it writes").isNotBlank();
        assertThat(written(goodCall())).as("what it writes a second time").isEqualTo(first);
    }

    /** WV-05: where commands are away it says what they say, and fails in no other way. */
    @Test
    public final void wv05_passesOnWhatCommandsSay() {
        Throwable failure = catchThrowable(() -> written(goodCall().withoutCommands()));
        assertThat(failure == null || failure instanceof TickmarkException)
                .as("what it throws while commands are away: %s", failure)
                .isTrue();
    }

    /** WV-06: several threads write what one alone writes. */
    @Test
    public final void wv06_servesManyThreads() throws Exception {
        WorkbenchView shared = view();
        String alone = written(shared, goodCall());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < THREADS * THREADS; i++) {
                all.add(threads.submit(() -> written(shared, goodCall())));
            }
            for (Future<String> written : all) {
                assertThat(written.get())
                        .as("what a thread among others writes")
                        .isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** WV-08: it keeps within {@link Html#LIMIT} also where a table has thousands of rows. */
    @Test
    public final void wv08_keepsShortWhereThereIsMuch() {
        assertThat(catchThrowable(() -> written(goodCall().withTables(WorkbenchViewContract::manifold))))
                .as("how it ends where tables have %d rows", MANY_ROWS)
                .isNull();
    }

    private static Table manifold(Table table) {
        if (table.rows().isEmpty()) {
            return table;
        }
        List<List<Object>> rows = new ArrayList<>();
        while (rows.size() < MANY_ROWS) {
            rows.addAll(table.rows());
        }
        return new Table(table.columns(), Collections.unmodifiableList(rows));
    }

    private String written(FakeViewCall call) {
        return written(view(), call);
    }

    private static String written(WorkbenchView view, FakeViewCall call) {
        Html html = new Html();
        view.render(call, html);
        return html.written();
    }
}
