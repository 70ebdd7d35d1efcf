package org.tickmark.script.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.script.Breakpoint;
import org.tickmark.api.host.script.DebugSession.Step;
import org.tickmark.api.host.script.DebugState;
import org.tickmark.api.host.script.DebugState.Kind;
import org.tickmark.api.host.script.PlacedBreakpoint;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptVariable;

class LiveSessionTest {
    private final Bench bench = Bench.atOnce();

    private static String where(LiveSession session) {
        return session.state().kind() == Kind.ENDED
                ? "ended"
                : session.state().kind() + " "
                        + session.stack().get(0).position().line();
    }

    private static void breakAt(LiveSession session, Breakpoint... wanted) {
        session.setBreakpoints("a.crm", List.of(wanted));
    }

    private static String shown(List<ScriptVariable> variables) {
        return String.join(
                " ",
                variables.stream()
                        .map(variable -> variable.name() + "=" + variable.text())
                        .toList());
    }

    private static List<String> steps(LiveSession session, Step step, int times) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            session.go(step);
            seen.add(where(session));
        }
        return seen;
    }

    // ---------------------------------------------------------------- steps

    @Test
    void standsBeforeTheFirstStatementAndHasDoneNothing() {
        LiveSession session = bench.start("print(\"a\");\nprint(\"b\");");
        assertThat(where(session)).isEqualTo("AT_START 1");
        assertThat(session.written()).isEmpty();
    }

    @Test
    void stepsOverACall() {
        LiveSession session = bench.start(Bench.SCRIPT);
        assertThat(steps(session, Step.OVER, 5))
                .containsExactly("STEPPED 7", "STEPPED 8", "STEPPED 9", "STEPPED 10", "STEPPED 8");
        assertThat(session.stack()).hasSize(1);
    }

    @Test
    void stepsIntoACallAndOutOfIt() {
        LiveSession session = bench.start(Bench.SCRIPT);
        steps(session, Step.OVER, 3);
        assertThat(steps(session, Step.INTO, 2)).containsExactly("STEPPED 3", "STEPPED 4");
        assertThat(session.stack().get(0).function()).isEqualTo("twice");
        assertThat(steps(session, Step.OUT, 1)).containsExactly("STEPPED 10");
    }

    @Test
    void steppingOverStopsAtABreakpointInWhatIsCalled() {
        LiveSession session = bench.start(Bench.SCRIPT);
        steps(session, Step.OVER, 3);
        breakAt(session, Breakpoint.at("a.crm", 4));
        assertThat(steps(session, Step.OVER, 1)).containsExactly("AT_BREAKPOINT 4");
    }

    @Test
    void steppingOutOfTheScriptItselfRunsToItsEnd() {
        LiveSession session = bench.start(Bench.SCRIPT);
        assertThat(steps(session, Step.OUT, 1)).containsExactly("ended");
        assertThat(session.written()).isEqualTo("20");
    }

    @Test
    void runsToALine() {
        LiveSession session = bench.start(Bench.SCRIPT);
        session.runTo("a.crm", 11);
        assertThat(where(session)).isEqualTo("STEPPED 12");
        assertThatThrownBy(() -> session.runTo("a.crm", 13)).isInstanceOf(TickmarkException.class);
    }

    @Test
    void recursionDoesNotEndAStepOver() {
        LiveSession session = bench.start("""
            Integer f(Integer n) {
              if (n == 0) { return 0; }
              return n + f(n - 1);
            }
            Integer r = f(10);
            print(r.toString());
            """);
        session.runTo("a.crm", 3);
        assertThat(session.stack()).hasSize(2);
        session.go(Step.OVER);
        assertThat(session.stack()).hasSize(1);
    }

    // ---------------------------------------------------------------- breakpoints

    @Test
    void aBreakpointMovesToTheNextStatementAndSaysSo() {
        LiveSession session = bench.start(Bench.SCRIPT);
        List<PlacedBreakpoint> placed =
                session.setBreakpoints("a.crm", List.of(Breakpoint.at("a.crm", 5), Breakpoint.at("a.crm", 13)));
        assertThat(placed.get(0).position().orElseThrow().line()).isEqualTo(6);
        assertThat(placed.get(1).position()).isEmpty();
    }

    @Test
    void aConditionIsEvaluatedWhereItStands() {
        LiveSession session = bench.start(Bench.SCRIPT);
        breakAt(session, Breakpoint.at("a.crm", 4).when("n == 3"));
        session.go(Step.ON);
        assertThat(where(session)).isEqualTo("AT_BREAKPOINT 4");
        assertThat(shown(session.stack().get(0).variables())).isEqualTo("n=3 result=6");
        assertThat(steps(session, Step.ON, 1)).containsExactly("ended");
    }

    @Test
    void aConditionThatCannotBeEvaluatedStopsAndSaysWhy() {
        LiveSession session = bench.start(Bench.SCRIPT);
        breakAt(session, Breakpoint.at("a.crm", 4).when("unknown > 1"));
        session.go(Step.ON);
        assertThat(where(session)).isEqualTo("AT_BREAKPOINT 4");
        assertThat(session.state().text()).contains("unknown");
    }

    @Test
    void hitsCount() {
        for (String[] row : new String[][] {
            {"3", "n=2"},
            {"==3", "n=2"},
            {">3", "n=3 n=4"},
            {">=4", "n=3 n=4"},
            {"<2", "n=0"},
            {"<=2", "n=0 n=1"},
            {"%2", "n=1 n=3"}
        }) {
            LiveSession session = bench.start(Bench.SCRIPT);
            breakAt(session, Breakpoint.at("a.crm", 3).onHits(row[0]));
            List<String> seen = new ArrayList<>();
            for (session.go(Step.ON); session.state().kind().stands(); session.go(Step.ON)) {
                seen.add(shown(session.stack().get(0).variables()).split(" ", -1)[0]);
            }
            assertThat(String.join(" ", seen)).as(row[0]).isEqualTo(row[1]);
        }
    }

    @Test
    void onlyTimesWhenTheConditionHoldsCountAsHits() {
        LiveSession session = bench.start(Bench.SCRIPT);
        breakAt(session, Breakpoint.at("a.crm", 3).when("n > 1").onHits("2"));
        session.go(Step.ON);
        assertThat(session.evaluate(0, "n").text()).isEqualTo("3");
    }

    @Test
    void hitsThatMeanNothingAreRefused() {
        LiveSession session = bench.start(Bench.SCRIPT);
        assertThatThrownBy(() -> breakAt(session, Breakpoint.at("a.crm", 3).onHits("often")))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("often");
    }

    @Test
    void aLogPointWritesAndGoesOn() {
        LiveSession session = bench.start(Bench.SCRIPT);
        breakAt(session, Breakpoint.at("a.crm", 4).when("n > 2").logging("n is {n}, {n * 100} {oops}"));
        session.go(Step.ON);
        assertThat(where(session)).isEqualTo("ended");
        assertThat(session.written())
                .startsWith("n is 3, 300 {")
                .contains("n is 4, 400")
                .endsWith("20");
    }

    @Test
    void breakpointsAreReplacedWhileItStands() {
        LiveSession session = bench.start(Bench.SCRIPT);
        breakAt(session, Breakpoint.at("a.crm", 4), Breakpoint.at("a.crm", 12));
        session.go(Step.ON);
        breakAt(session, Breakpoint.at("a.crm", 12));
        session.go(Step.ON);
        assertThat(where(session)).isEqualTo("AT_BREAKPOINT 12");
        assertThat(session.breakpoints()).extracting(PlacedBreakpoint::number).containsExactly(3);
    }

    @Test
    void aBreakpointInWhatABuiltInCallsBackStopsBehindIt() {
        LiveSession session = bench.start("""
            struct P { Integer x; Bool compare(P o) {
              return this.x < o.x; } };
            P[3] a;
            a.sort();
            print("sorted");
            """);
        breakAt(session, Breakpoint.at("a.crm", 2));
        session.go(Step.ON);
        assertThat(where(session)).isEqualTo("STEPPED 5");
    }

    // ---------------------------------------------------------------- values

    @Test
    void aVariableIsEditedAndTheRunUsesIt() {
        LiveSession session = bench.start(Bench.SCRIPT);
        session.runTo("a.crm", 12);
        session.assign(0, "total", "40 + 2");
        session.go(Step.ON);
        assertThat(session.written()).isEqualTo("42");
    }

    @Test
    void aStructIsUnfolded() {
        LiveSession session = bench.start(Bench.SCRIPT);
        session.runTo("a.crm", 12);
        assertThat(shown(session.globals().get(1).children())).isEqualTo("x=20 y=2");
        assertThat(session.evaluate(0, "p.x + p.y").text()).isEqualTo("22");
    }

    @Test
    void aFailureStandsWhereItHappened() {
        LiveSession session = bench.start("Void f(Integer n) {\n  throw \"no\"; }\nf(7);");
        session.go(Step.ON);
        assertThat(where(session)).isEqualTo("FAILED 2");
        assertThat(shown(session.stack().get(0).variables())).isEqualTo("n=7");
        session.go(Step.ON);
        assertThat(session.state().end().orElseThrow().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aFailureEndsItWhenThatIsWished() {
        LiveSession session = bench.start("throw \"no\";");
        session.stopsAtFailure(false);
        session.go(Step.ON);
        assertThat(where(session)).isEqualTo("ended");
    }

    // ---------------------------------------------------------------- under way

    @Test
    void whileItIsUnderWayItCannotBeLookedAt() {
        Bench inTurn = Bench.inTurn();
        LiveSession session = inTurn.start(Bench.SCRIPT);
        session.go(Step.ON);
        assertThat(session.state().kind()).isEqualTo(Kind.RUNNING);
        assertThatThrownBy(session::stack).isInstanceOf(TickmarkException.class);
        assertThatThrownBy(() -> session.go(Step.OVER)).isInstanceOf(TickmarkException.class);
    }

    @Test
    void pauseIsHeededBeforeTheNextStatement() {
        Bench inTurn = Bench.inTurn();
        LiveSession session = inTurn.start("Integer i = 0;\nwhile (true) { i++; }");
        session.go(Step.ON);
        session.pause();
        inTurn.waiting.remove().run();
        assertThat(session.state().kind()).isEqualTo(Kind.PAUSED);
    }

    @Test
    void aSessionThatStandsHoldsNoWorker() {
        Bench inTurn = Bench.inTurn();
        LiveSession session = inTurn.start(Bench.SCRIPT);
        session.go(Step.OVER);
        inTurn.waiting.remove().run();
        assertThat(session.state().kind()).isEqualTo(Kind.STEPPED);
        assertThat(inTurn.waiting).isEmpty();
    }

    @Test
    void awaitingReturnsAtOnceWhenItStands() {
        LiveSession session = bench.start(Bench.SCRIPT);
        assertThat(session.await(Duration.ofDays(1)).kind()).isEqualTo(Kind.AT_START);
    }

    @Test
    void aScriptThatWaitsIsWaitedFor() {
        LiveSession session = bench.start("sleep(60);\nprint(\"done\");");
        session.go(Step.ON);
        assertThat(session.written()).isEqualTo("done");
    }

    // ---------------------------------------------------------------- sessions

    @Test
    void nobodyTouchingItForTooLongEndsIt() {
        LiveSession session = bench.start(Bench.SCRIPT);
        bench.clock.advance(Duration.ofMinutes(14));
        session.stack();
        bench.clock.advance(Duration.ofMinutes(14));
        bench.sessions.expire();
        assertThat(session.state().kind()).isEqualTo(Kind.AT_START);

        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(bench.sessions.all(Bench.KARI)).isEmpty();
        assertThat(session.state().end().orElseThrow().outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void pausesDoNotCountForTheLimits() {
        LiveSession session = bench.start(Bench.SCRIPT);
        bench.clock.advance(Duration.ofMinutes(14));
        session.go(Step.ON);
        assertThat(session.state().end().orElseThrow().outcome()).isEqualTo(Outcome.FINISHED);
    }

    @Test
    void stoppingEndsARunThatStands() {
        LiveSession session = bench.start(Bench.SCRIPT);
        session.stop();
        assertThat(session.state().end().orElseThrow().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(bench.sessions.all(Bench.KARI)).isEmpty();
        assertThat(session.written()).isEmpty();
    }

    @Test
    void detachingLetsItGoOnWithoutBreakpoints() {
        LiveSession session = bench.start(Bench.SCRIPT);
        breakAt(session, Breakpoint.at("a.crm", 4));
        session.detach();
        assertThat(session.state().end().orElseThrow().outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(session.written()).isEqualTo("20");
        assertThat(bench.sessions.all(Bench.KARI)).isEmpty();
    }

    @Test
    void aSessionThatIsOverIsForgotten() {
        LiveSession session = bench.start(Bench.SCRIPT);
        session.go(Step.ON);
        assertThatThrownBy(() -> bench.sessions.session(Bench.KARI, session.id()))
                .isInstanceOf(TickmarkException.class);
    }

    @Test
    void anothersSessionIsSeenButNotTouched() {
        LiveSession session = bench.start(Bench.SCRIPT);
        Caller ola = new Caller("user:ola", Set.of(Permission.SCRIPT_DEBUG), Set.of(), Locale.ENGLISH, Origin.WEB);
        assertThat(bench.sessions.all(ola)).containsExactly(session);
        assertThatThrownBy(() -> bench.sessions.session(ola, session.id())).isInstanceOf(TickmarkException.class);
        Caller reader = new Caller("user:eva", Set.of(Permission.SCRIPT_READ), Set.of(), Locale.ENGLISH, Origin.WEB);
        assertThatThrownBy(() -> bench.sessions.all(reader)).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void thereAreOnlySoManySessions() {
        for (int i = 0; i < DebugSessions.MOST; i++) {
            bench.start("print(\"a\");");
        }
        assertThatThrownBy(() -> bench.start("print(\"a\");"))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("20");
    }

    @Test
    void aListenerHearsWhatBecomesOfIt() {
        LiveSession session = bench.start(Bench.SCRIPT);
        List<Object> heard = new ArrayList<>();
        session.listen(new SessionListener() {
            @Override
            public void written(String text) {
                heard.add(text);
            }

            @Override
            public void changed(DebugState state) {
                heard.add(state.kind());
            }
        });
        session.go(Step.ON);
        assertThat(heard).containsExactly(Kind.RUNNING, "20", Kind.ENDED);
    }
}
