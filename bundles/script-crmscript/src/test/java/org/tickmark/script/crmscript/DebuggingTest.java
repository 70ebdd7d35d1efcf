package org.tickmark.script.crmscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Severity;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptObserver;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptState;
import org.tickmark.api.script.ScriptVariable;
import org.tickmark.testkit.ManualClock;

/** Runs that pause: rules SR-01 to SR-09 of {@link ScriptRun}. */
final class DebuggingTest {
    private static final String SCRIPT = """
        struct Point { Integer x = 1; Integer y = 2; };
        Integer twice(Integer n) {
          Integer result = n * 2;
          return result;
        }
        Integer total = 0;
        Point p;
        for (Integer i = 0; i < 3; i++) {
          total += twice(i);
        }
        p.x = total;
        print(total.toString());
        """;

    private final ManualClock clock = ManualClock.at(Scripts.NOW);
    private final Scripts.Written written = new Scripts.Written();

    /** Pauses at lines, and keeps what it is told. */
    private static final class Watch implements ScriptObserver {
        private final ScriptProgram program;
        private final IntPredicate lines;
        private final List<String> told = new ArrayList<>();

        Watch(ScriptProgram program, IntPredicate lines) {
            this.program = program;
            this.lines = lines;
        }

        @Override
        public boolean statement(int stop, int depth) {
            int line = program.stops().get(stop).line();
            told.add(line + "@" + depth);
            return lines.test(line);
        }

        @Override
        public void changed(int depth, ScriptVariable variable) {
            told.add(variable.name() + "=" + variable.text() + "@" + depth);
        }
    }

    private ScriptRun start(String script, IntPredicate pauses) {
        ScriptProgram program = Scripts.program(script);
        return program.start(Scripts.call(clock, written)
                .observer(new Watch(program, pauses))
                .build());
    }

    private static List<String> shown(List<ScriptVariable> variables) {
        return variables.stream()
                .map(variable -> variable.type() + " " + variable.name() + "=" + variable.text())
                .toList();
    }

    @Test
    void pausesBeforeAStatementAndGoesOn() {
        ScriptRun run = start(SCRIPT, line -> line == 4);
        List<String> seen = new ArrayList<>();
        while (run.advance().kind() == ScriptState.Kind.PAUSED) {
            ScriptFrame top = run.stack().get(0);
            seen.add(top.function() + ":" + top.position().line() + " " + shown(top.variables()));
        }
        assertThat(seen)
                .containsExactly(
                        "twice:4 [Integer n=0, Integer result=0]",
                        "twice:4 [Integer n=1, Integer result=2]",
                        "twice:4 [Integer n=2, Integer result=4]");
        assertThat(written.printed).hasToString("6");
    }

    @Test
    void theStackHasTheCallerBelow() {
        ScriptRun run = start(SCRIPT, line -> line == 4);
        run.advance();
        assertThat(run.stack()).extracting(frame -> frame.position().line()).containsExactly(4, 9);
        assertThat(shown(run.stack().get(1).variables())).containsExactly("Integer i=0");
        assertThat(shown(run.globals())).containsExactly("Integer total=0", "Point p=Point");
    }

    @Test
    void aStructUnfolds() {
        ScriptRun run = start(SCRIPT, line -> line == 11);
        run.advance();
        assertThat(shown(run.globals().get(1).children())).containsExactly("Integer x=1", "Integer y=2");
    }

    @Test
    void evaluatesWhereItStands() {
        ScriptRun run = start(SCRIPT, line -> line == 4);
        run.advance();
        run.advance();
        assertThat(run.evaluate(0, "n + result * 100 + twice(20)").text()).isEqualTo("241");
        assertThat(run.evaluate(1, "i").text()).isEqualTo("1");
        assertThat(run.evaluate(1, "p").children()).hasSize(2);
        assertThat(run.evaluate(0, "\"a\" + total.toString()").type()).isEqualTo("String");
    }

    @Test
    void evaluatingWhatIsWrongSaysSoAndChangesNothing() {
        ScriptRun run = start(SCRIPT, line -> line == 4);
        run.advance();
        assertThatThrownBy(() -> run.evaluate(0, "unknown + 1")).isInstanceOf(TickmarkException.class);
        assertThatThrownBy(() -> run.evaluate(0, "1 +")).isInstanceOf(TickmarkException.class);
        assertThatThrownBy(() -> run.evaluate(0, "1 / (n - n)")).isInstanceOf(TickmarkException.class);
        assertThat(run.stack()).extracting(frame -> frame.position().line()).containsExactly(4, 9);
    }

    @Test
    void evaluatingEndsByAnAllowanceOfItsOwn() {
        ScriptRun run = start("Void f() { while (true) { } }\nprint(\"a\");", line -> line == 2);
        run.advance();
        assertThatThrownBy(() -> run.evaluate(0, "endless()")).isInstanceOf(TickmarkException.class);
        ScriptRun endless = start("Integer f() { while (true) { } return 1; }\nprint(\"a\");", line -> line == 2);
        endless.advance();
        assertThatThrownBy(() -> endless.evaluate(0, "f()")).isInstanceOf(TickmarkException.class);
        assertThat(endless.advance().end().orElseThrow().outcome()).isEqualTo(Outcome.FINISHED);
    }

    @Test
    void assignsVariables() {
        ScriptRun run = start(SCRIPT, line -> line == 4);
        run.advance();
        run.assign(0, "result", "50 + 5");
        run.assign(0, "total", "1000");
        assertThatThrownBy(() -> run.assign(0, "result", "\"text\"")).isInstanceOf(TickmarkException.class);
        assertThatThrownBy(() -> run.assign(0, "nothing", "1")).isInstanceOf(TickmarkException.class);
        assertThat(shown(run.stack().get(0).variables())).contains("Integer result=55");
        while (run.advance().kind() == ScriptState.Kind.PAUSED) {
            // To the end.
        }
        assertThat(written.printed).hasToString("61");
    }

    @Test
    void anObserverIsToldStatementsAndChangesInOrder() {
        ScriptProgram program = Scripts.program("Integer a = 1;\na++;\nInteger[] b;\nb.pushBack(a);");
        Watch watch = new Watch(program, line -> false);
        program.start(Scripts.call(clock, written).observer(watch).build()).advance();
        assertThat(watch.told)
                .containsExactly("1@0", "a=1@-1", "2@0", "a=2@-1", "3@0", "b=Integer[0]@-1", "4@0", "b=Integer[1]@-1");
    }

    @Test
    void anObserverIsToldOfCallsAndWhatTheyAreGiven() {
        ScriptProgram program = Scripts.program("Integer f(Integer n) {\n  return n + 1; }\nInteger a = f(1) + f(2);");
        List<String> told = new ArrayList<>();
        ScriptObserver observer = new ScriptObserver() {
            @Override
            public boolean statement(int stop, int depth) {
                told.add(program.stops().get(stop).line() + "@" + depth);
                return false;
            }

            @Override
            public void called(int depth) {
                told.add("call@" + depth);
            }

            @Override
            public void changed(int depth, ScriptVariable variable) {
                told.add(variable.name() + "=" + variable.text() + "@" + depth);
            }
        };
        program.start(Scripts.call(clock, written).observer(observer).build()).advance();
        assertThat(told).containsExactly("3@0", "call@1", "n=1@1", "2@1", "call@1", "n=2@1", "2@1", "a=5@-1");
    }

    @Test
    void pauseFromOutsideIsHeeded() {
        ScriptRun run = start(SCRIPT, line -> false);
        run.pause();
        assertThat(run.advance()).isEqualTo(ScriptState.PAUSED);
        assertThat(run.advance().kind()).isEqualTo(ScriptState.Kind.ENDED);
    }

    @Test
    void whatABuiltInCallsBackDoesNotPause() {
        String script = """
            struct P { Integer x; Bool compare(P o) {
              return this.x < o.x; } };
            P[3] a;
            a.sort();
            print("sorted");
            """;
        ScriptRun run = start(script, line -> line == 2);
        assertThat(run.advance()).isEqualTo(ScriptState.PAUSED);
        assertThat(run.stack().get(0).position().line()).isEqualTo(5);
    }

    @Test
    void pausesDoNotCountAsTime() {
        ScriptRun run = start(SCRIPT, line -> line == 4);
        run.advance();
        clock.advance(Duration.ofDays(1));
        assertThat(run.advance()).isEqualTo(ScriptState.PAUSED);
        assertThat(run.usage().time()).isZero();
    }

    @Test
    void aSleepWaitsAndHoldsNothing() {
        ScriptRun run = start("sleep(60); print(\"done\");", line -> false);
        ScriptState waiting = ScriptState.waiting(Scripts.NOW.plusSeconds(60));
        assertThat(run.advance()).isEqualTo(waiting);
        clock.advance(Duration.ofSeconds(59));
        assertThat(run.advance()).isEqualTo(waiting);
        clock.advance(Duration.ofSeconds(1));
        assertThat(run.advance().end().orElseThrow().outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(written.printed).hasToString("done");
    }

    @Test
    void theEndStaysAndTheStackIsThatOfTheEnd() {
        ScriptRun run = start("Void f() {\n  throw \"x\"; }\nf();", line -> false);
        ScriptState end = run.advance();
        assertThat(end.end().orElseThrow().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.advance()).isEqualTo(end);
        assertThat(run.stack()).extracting(frame -> frame.position().line()).containsExactly(2, 3);
    }

    @Test
    void cancelEndsItAlsoInsideABuiltIn() {
        AtomicBoolean cancelled = new AtomicBoolean();
        ScriptProgram program = Scripts.program("""
            String s = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!";
            try { s.regexp("^(a+)*(a+)*(a+)*\\\\3\\\\2\\\\1b"); } catch { }
            """);
        ScriptRun run = program.start(Scripts.call(clock, written)
                .cancel(() -> cancelled.getAndSet(true))
                .build());
        assertThat(run.advance().end().orElseThrow().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(run.usage().steps()).isLessThan(10_000);
    }

    @Test
    void resultsAreWhatTheScriptSet() {
        ScriptRun run = start("setVariable(\"answer\", \"42\"); setVariable(\"n\", \"5\");", line -> false);
        run.advance();
        assertThat(run.results()).containsOnlyKeys("answer").containsEntry("answer", "42");
    }

    @Test
    void theTimeLimitIsThatOfTheClock() {
        ScriptProgram program = Scripts.program("while (true) { log(\"x\"); }");
        ScriptRun run = program.start(Scripts.call(clock, new ScriptOutput() {
                    @Override
                    public void print(String text) {}

                    @Override
                    public void log(Severity severity, String text) {
                        clock.advance(Duration.ofSeconds(1));
                    }
                })
                .build());
        ScriptState state = run.advance();
        assertThat(state.end()
                        .orElseThrow()
                        .problem()
                        .orElseThrow()
                        .problem()
                        .what()
                        .id())
                .isEqualTo("run.limit.TIME");
    }
}
