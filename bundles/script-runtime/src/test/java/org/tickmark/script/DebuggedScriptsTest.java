package org.tickmark.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.script.Breakpoint;
import org.tickmark.api.host.script.DebugSession.Step;
import org.tickmark.api.host.script.DebugState.Kind;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.script.debug.LiveSession;

/** Debugging scripts that are stored: what is kept of their runs, and whose they are. */
class DebuggedScriptsTest extends ScriptSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }

    private LiveSession start(Caller caller, String name) {
        return workshop.debugging.start(caller, ScriptRequest.of(name, Map.of(), "debug"));
    }

    private List<String> outcomes() {
        return transactions.reading(
                tx -> Sql.on(tx.connection(), "select outcome, cause, version from script_run order by id")
                        .list(row -> row.text("outcome") + " " + row.text("cause") + " " + row.number("version")));
    }

    @Test
    void aDebuggedRunIsKeptAsAnyOther() {
        workshop.save("hello", "Integer n = 1;", "printLine(n.toString());");
        LiveSession session = start(DEVELOPER, "hello");
        session.setBreakpoints("hello", List.of(Breakpoint.at("hello", 2)));
        session.go(Step.ON);
        assertThat(session.state().kind()).isEqualTo(Kind.AT_BREAKPOINT);
        session.assign(0, "n", "7");
        session.go(Step.ON);

        assertThat(session.written()).isEqualTo("7\n");
        assertThat(outcomes()).containsExactly("FINISHED debug 1");
        assertThat(workshop.audit.actions()).containsExactly("script.save", "script.debug");
    }

    @Test
    void aRunThatIsStoppedOrLeftAloneIsKeptAsCancelled() {
        workshop.save("hello", "printLine(\"a\");");
        start(DEVELOPER, "hello").stop();
        start(DEVELOPER, "hello");
        clock.advance(Duration.ofMinutes(16));
        workshop.debugging.expire();
        assertThat(outcomes()).containsExactly("CANCELLED debug 1", "CANCELLED debug 1");
    }

    @Test
    void standingStillIsNoReasonToEndIt() {
        workshop.save("hello", "printLine(\"a\");");
        LiveSession session = start(DEVELOPER, "hello");
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofMinutes(10));
            session.stack();
        }
        session.go(Step.ON);
        assertThat(outcomes()).containsExactly("FINISHED debug 1");
    }

    @Test
    void whatAnExpressionUsesIsCheckedAndAuditedAsIfTheScriptDid() {
        workshop.save("hello", List.of("books"), "printLine(\"a\");");
        LiveSession session = start(DEVELOPER, "hello");
        session.evaluate(0, "books.units().length()");
        assertThat(workshop.audit.actions()).containsExactly("script.save", "script.debug", "script.use");
    }

    @Test
    void aScriptWithAnOwnerIsDebuggedByThatOwnerOnly() {
        ScriptDefinition owned = Workshop.owned(
                "user:eva", Workshop.definition("hello", List.of(), ScriptLimits.USUAL, "printLine(\"a\");"));
        workshop.scripts.save(Workshop.ADMIN, owned, false);
        assertThatThrownBy(() -> start(DEVELOPER, "hello")).isInstanceOf(TickmarkException.class);
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void debuggingTakesItsPermission() {
        workshop.save("hello", "printLine(\"a\");");
        Caller accountant = new Caller("user:ola", Role.ACCOUNTANT.permissions(), Set.of(), Locale.ENGLISH, Origin.WEB);
        assertThatThrownBy(() -> start(accountant, "hello")).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void a20_evaluatingGivesNobodyMoreThanTheRunHas() {
        workshop.save("hello", "String secret = \"s\";", "printLine(secret);");
        workshop.save("granted", List.of("tasks"), "printLine(\"a\");");
        long id = start(DEVELOPER, "hello").id();

        for (Role role : List.of(Role.ACCOUNTANT, Role.VIEWER)) {
            Caller other = new Caller("user:ola", role.permissions(), Set.of(), Locale.ENGLISH, Origin.WEB);
            assertThatThrownBy(() -> workshop.debugging.session(other, id).evaluate(0, "secret"))
                    .isInstanceOf(PermissionDenied.class);
        }
        Caller colleague = new Caller("user:per", Role.DEVELOPER.permissions(), Set.of(), Locale.ENGLISH, Origin.WEB);
        assertThatThrownBy(() -> workshop.debugging.session(colleague, id).evaluate(0, "secret"))
                .isInstanceOf(TickmarkException.class);
        LiveSession own = start(DEVELOPER, "hello");
        for (String attack : List.of("tasks.start(\"x\")", "java.lang.System.exit(1)", "secret.getClass()")) {
            assertThatThrownBy(() -> own.evaluate(0, attack)).as(attack).isInstanceOf(TickmarkException.class);
        }
        Caller withoutTasks = new Caller(
                "user:kari",
                Set.of(Permission.SCRIPT_RUN, Permission.SCRIPT_DEBUG),
                Set.of(),
                Locale.ENGLISH,
                Origin.WEB);
        assertThatThrownBy(() -> start(withoutTasks, "granted").evaluate(0, "tasks.start(\"x\")"))
                .isInstanceOf(TickmarkException.class);
        assertThat(workshop.started).isEmpty();
    }

    @Test
    void aMacroIsSteppedThroughActionByAction() {
        workshop.scripts.save(Workshop.ADMIN, ScriptDefinition.of("two", "macro", """
            actions:
              - action: show-message
                parameters:
                  text: one
              - action: show-message
                parameters:
                  text: two
            """), false);
        LiveSession session = start(Workshop.ADMIN, "two");
        assertThat(session.stack().get(0).position().line()).isEqualTo(2);
        session.go(Step.OVER);
        assertThat(session.stack().get(0).position().line()).isEqualTo(5);
        session.go(Step.OVER);
        assertThat(session.state().kind()).isEqualTo(Kind.ENDED);
    }
}
