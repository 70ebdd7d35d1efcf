package org.tickmark.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.script.Recording;
import org.tickmark.api.host.script.TraceSettings;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.kit.jdbc.Sql;

/** Traces of stored scripts: whose runs, what is kept of them, and for how long. */
abstract class TracedScriptsSuite extends ScriptSuite {

    @BeforeEach
    void save() {
        workshop.save("count", "Integer n = 1;", "n = n + 1;", "printLine(n.toString());");
        workshop.save("fail", "Integer n = 1;", "throw \"no\";");
    }

    private List<Long> recordings() {
        return transactions.reading(tx -> Sql.on(tx.connection(), "select id from script_recording order by id")
                .list(row -> row.number("id")));
    }

    private static TraceSettings settings(String target, String user, boolean onlyFailures, String notify) {
        return new TraceSettings(target, "", user, 1, Duration.ofDays(7), 1 << 20, onlyFailures, notify);
    }

    @Test
    void aRunIsRecordedAndReadBack() {
        workshop.traces.on(DEVELOPER, TraceSettings.of("script/count"));
        workshop.run("count");
        workshop.run("fail");

        assertThat(recordings()).hasSize(1);
        Recording recording = workshop.traces.open(DEVELOPER, recordings().get(0));
        assertThat(recording.last()).isEqualTo(3);
        assertThat(recording.at(2).position().line()).isEqualTo(3);
        assertThat(recording.at(2).values().get(0).text()).isEqualTo("2");
        assertThat(recording.sources().get(0).text()).contains("n = n + 1;");
        assertThat(workshop.output.text.toString()).isEqualTo("2\n");
    }

    @Test
    void nothingIsRecordedWhenItIsOffAgain() {
        workshop.traces.on(DEVELOPER, TraceSettings.of("script/count"));
        workshop.traces.off(DEVELOPER, "script/count");
        workshop.run("count");
        assertThat(recordings()).isEmpty();
        assertThat(workshop.audit.actions()).endsWith("trace.on", "trace.off");
    }

    @Test
    void onlyFailuresAreKeptWhenThatIsWished() {
        workshop.traces.on(DEVELOPER, settings("script/count", "", true, ""));
        workshop.traces.on(DEVELOPER, settings("script/fail", "", true, ""));
        workshop.run("count");
        workshop.run("fail");
        assertThat(recordings()).hasSize(1);
    }

    @Test
    void onlyTheRunsOfAUserAreKeptWhenThatIsWished() {
        workshop.traces.on(DEVELOPER, settings("script/count", "user:kari", false, ""));
        workshop.run("count");
        assertThat(recordings()).isEmpty();
        workshop.run(DEVELOPER, "count", CancelToken.NEVER);
        assertThat(recordings()).hasSize(1);
    }

    @Test
    void aRecordingIsToldByMailTenTimesAtMost() {
        workshop.traces.on(DEVELOPER, settings("script/fail", "", true, "kari@example.org"));
        for (int i = 0; i < 12; i++) {
            workshop.run("fail");
        }
        assertThat(workshop.letters).hasSize(10);
        assertThat(workshop.letters.get(0).recipients()).containsExactly("kari@example.org");
    }

    @Test
    void aTraceEndsItselfAfterAHundredRecordings() {
        workshop.traces.on(DEVELOPER, TraceSettings.of("script/count"));
        for (int i = 0; i < 103; i++) {
            workshop.run("count");
        }
        assertThat(recordings()).hasSize(100);
        String why = transactions.reading(tx ->
                Sql.on(tx.connection(), "select suspended from script_trace").one(row -> row.text("suspended")));
        assertThat(why).contains("100");
    }

    @Test
    void aRecordingIsForgottenWhenItsTimeIsOver() {
        workshop.traces.on(DEVELOPER, TraceSettings.of("script/count"));
        workshop.run("count");
        workshop.traces.off(DEVELOPER, "script/count");
        clock.advance(Duration.ofDays(8));
        workshop.run("count");
        assertThat(recordings()).isEmpty();
    }

    @Test
    void aRecordingIsForgottenWhenSomebodySaysSo() {
        workshop.traces.on(DEVELOPER, TraceSettings.of("script/count"));
        workshop.run("count");
        long id = recordings().get(0);
        workshop.traces.forget(DEVELOPER, id);
        assertThatThrownBy(() -> workshop.traces.open(DEVELOPER, id)).isInstanceOf(TickmarkException.class);
    }

    @Test
    void whatRunsInAnOwnersNameIsTracedAndReadByThatOwnerOnly() {
        workshop.scripts.save(
                Workshop.ADMIN,
                Workshop.owned(
                        Workshop.ADMIN.identity(),
                        Workshop.definition("own", List.of(), ScriptLimits.USUAL, "printLine(\"a\");")),
                false);
        assertThatThrownBy(() -> workshop.traces.on(DEVELOPER, TraceSettings.of("script/own")))
                .isInstanceOf(TickmarkException.class);
        Caller reader = new Caller("user:ola", Role.ACCOUNTANT.permissions(), Set.of(), Locale.ENGLISH, Origin.WEB);
        assertThatThrownBy(() -> workshop.traces.on(reader, TraceSettings.of("script/count")))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void whatIsNotThereIsNotTraced() {
        assertThatThrownBy(() -> workshop.traces.on(DEVELOPER, TraceSettings.of("script/missing")))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("script/missing");
    }
}
