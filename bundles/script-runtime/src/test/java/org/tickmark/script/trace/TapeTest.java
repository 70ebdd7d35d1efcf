package org.tickmark.script.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Severity;
import org.tickmark.api.host.script.Recording;
import org.tickmark.api.host.script.Recording.Difference;
import org.tickmark.api.host.script.Recording.Direction;
import org.tickmark.api.host.script.TraceMoment;
import org.tickmark.api.host.script.TraceSearch;
import org.tickmark.api.host.script.TraceValue;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptObserver;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.api.script.ScriptVariable;
import org.tickmark.script.crmscript.CrmScript;
import org.tickmark.testkit.ManualClock;

/** What is written while a script runs, and read afterwards. */
class TapeTest {
    private static final long PLENTY = 1L << 24;

    private static final String SCRIPT = """
        struct Point { Integer x = 1; Integer y = 2; };
        Integer twice(Integer n) {
          Integer result = n * 2;
          return result;
        }
        Integer total = 0;
        String text = "start";
        Point p;
        Integer[] all;
        for (Integer i = 0; i < 5; i++) {
          total += twice(i) + twice(i + 1);
          p.x = total;
          all.pushBack(i);
          text += "æ-" + i.toString();
        }
        all.clear();
        print(total.toString());
        """;

    private final ManualClock clock = ManualClock.at("2026-11-27T05:00:00Z");
    private final AtomicLong nanos = new AtomicLong();

    private static ScriptProgram program(String text) {
        return new CrmScript()
                .compile(new ScriptSource("a", text), ScriptHost.ALONE)
                .program()
                .orElseThrow();
    }

    private Recording recorded(String text, Tape tape) {
        ScriptProgram program = program(text);
        program.start(call(tape)).advance();
        return new PlayedRecording(TraceFile.read(TraceFile.of(program, tape).toBytes()));
    }

    private ScriptCall call(ScriptObserver observer) {
        ScriptOutput nowhere = new ScriptOutput() {
            @Override
            public void print(String text) {}

            @Override
            public void log(Severity severity, String text) {}
        };
        return ScriptCall.by(Caller.os("kari", Locale.ENGLISH), clock, nowhere)
                .observer(observer)
                .build();
    }

    private Tape tape(int segmentBytes) {
        return new Tape(1, PLENTY, segmentBytes, nanos::get);
    }

    private Recording recorded(String text) {
        return recorded(text, tape(1 << 18));
    }

    private static String shown(List<TraceValue> values) {
        return values.stream()
                .map(value -> value.path() + "=" + value.text() + (value.changed() ? "!" : ""))
                .collect(Collectors.joining(" "));
    }

    private static TraceMoment find(Recording recording, long from, TraceSearch.Kind kind, String text, Direction way) {
        return recording.find(from, new TraceSearch(kind, text), way).orElseThrow();
    }

    /** Keeps all there is to know at each statement, without thinking of space. */
    private static final class Naive implements ScriptObserver {
        private final ScriptProgram program;
        private final TreeMap<String, String> known = new TreeMap<>();
        private final List<String> moments = new ArrayList<>();

        Naive(ScriptProgram program) {
            this.program = program;
        }

        @Override
        public boolean statement(int stop, int depth) {
            known.keySet().removeIf(key -> Integer.parseInt(key.split(" ", 2)[0]) > depth);
            moments.add(program.stops().get(stop) + " " + depth + " " + known);
            return false;
        }

        @Override
        public void called(int depth) {
            known.keySet().removeIf(key -> Integer.parseInt(key.split(" ", 2)[0]) >= depth);
        }

        @Override
        public void changed(int depth, ScriptVariable variable) {
            String key = depth + " " + variable.name();
            known.keySet().removeIf(other -> other.startsWith(key + ".") || other.startsWith(key + "["));
            known.put(key, variable.text());
            for (ScriptVariable part : variable.children()) {
                known.put(key + (part.name().startsWith("[") ? "" : ".") + part.name(), part.text());
            }
        }
    }

    @Test
    void everyMomentIsThereAgainForwardAndBackwardWhateverTheSegments() {
        ScriptProgram program = program(SCRIPT);
        Naive naive = new Naive(program);
        program.start(call(naive)).advance();
        assertThat(naive.moments).hasSizeGreaterThan(50);
        for (int segmentBytes : new int[] {1, 40, 300, 1 << 18}) {
            Recording recording = recorded(SCRIPT, tape(segmentBytes));
            assertThat(recording.last()).isEqualTo(naive.moments.size());
            List<Long> steps = new ArrayList<>();
            for (long step = 0; step < recording.last(); step++) {
                steps.add(step);
                steps.add(recording.last() - 1 - step);
            }
            for (long step : steps) {
                TraceMoment moment = recording.at(step);
                TreeMap<String, String> known = new TreeMap<>();
                moment.values().forEach(value -> known.put(value.depth() + " " + value.path(), value.text()));
                assertThat(moment.position() + " " + moment.depth() + " " + known)
                        .as("step %d of segments of %d bytes", step, segmentBytes)
                        .isEqualTo(naive.moments.get((int) step));
            }
        }
    }

    @Test
    void theEndHasWhatTheLastStatementDid() {
        Recording recording = recorded("Integer a = 1;\na = 2;");
        assertThat(shown(recording.at(recording.last()).values())).isEqualTo("a=2!");
        assertThat(recording.at(99).step()).isEqualTo(2);
        assertThat(recording.at(-1).step()).isZero();
    }

    @Test
    void theNextAndTheLastChangeOfAVariableAreFound() {
        for (int segmentBytes : new int[] {1, 60, 1 << 18}) {
            Recording recording = recorded(SCRIPT, tape(segmentBytes));
            TraceMoment first = find(recording, 0, TraceSearch.Kind.CHANGE, "p.x", Direction.FORWARD);
            TraceMoment second = find(recording, first.step(), TraceSearch.Kind.CHANGE, "p.x", Direction.FORWARD);
            TraceMoment third = find(recording, second.step(), TraceSearch.Kind.CHANGE, "p", Direction.FORWARD);
            assertThat(shown(second.values())).contains("p.x=2!");
            assertThat(shown(third.values())).contains("p.x=8!");
            assertThat(find(recording, third.step(), TraceSearch.Kind.CHANGE, "p.x", Direction.BACKWARD))
                    .isEqualTo(second);
            assertThat(recording.find(
                            recording.last(), new TraceSearch(TraceSearch.Kind.CHANGE, "p"), Direction.FORWARD))
                    .isEmpty();
        }
    }

    @Test
    void linesAndValuesAreFound() {
        Recording recording = recorded(SCRIPT);
        TraceMoment line = find(recording, recording.last(), TraceSearch.Kind.LINE, "4", Direction.BACKWARD);
        assertThat(shown(line.values())).contains("n=5 ").contains("result=10!");
        TraceMoment value = find(recording, 0, TraceSearch.Kind.VALUE, "æ-3", Direction.FORWARD);
        assertThat(shown(value.values())).contains("text=startæ-0æ-1æ-2æ-3!");
    }

    @Test
    void ofTooMuchTheEndIsKept() {
        String counting = "Integer n = 0;\nfor (Integer i = 0; i < 2000; i++) {\n  n += i;\n}\n";
        Recording recording = recorded(counting, new Tape(1, 2_000, 500, nanos::get));
        assertThat(recording.first()).isPositive();
        assertThat(shown(recording.at(recording.last()).values())).contains("n=1999000");
        assertThat(shown(recording.at(0).values())).contains("n=");
    }

    @Test
    void aCoarserTraceHasFewerStatementsAndTheSameValues() {
        Recording fine = recorded(SCRIPT);
        Recording coarse = recorded(SCRIPT, new Tape(5, PLENTY, 1 << 18, nanos::get));
        assertThat(coarse.last()).isEqualTo((fine.last() + 4) / 5);
        assertThat(coarse.at(7).position()).isEqualTo(fine.at(35).position());
        assertThat(coarse.at(coarse.last()).values().stream().map(TraceValue::text))
                .containsExactlyElementsOf(fine.at(fine.last()).values().stream()
                        .map(TraceValue::text)
                        .toList());
    }

    @Test
    void twoTracesAreComparedUntilTheyGoDifferentWays() {
        String branching = "Integer n = %d;\nif (n > 5) {\n  print(\"a\");\n}\nprint(\"b\");\n";
        Recording three = recorded(branching.formatted(3));
        assertThat(three.compare(recorded(branching.formatted(3)), 10)).isEmpty();
        List<Difference> differences = three.compare(recorded(branching.formatted(7)), 10);
        assertThat(differences).hasSize(2);
        assertThat(shown(differences.get(0).mine().values())).isEqualTo("n=3!");
        assertThat(shown(differences.get(0).others().values())).isEqualTo("n=7!");
        assertThat(differences.get(1).mine().position().line()).isEqualTo(5);
        assertThat(differences.get(1).others().position().line()).isEqualTo(3);
    }

    @Test
    void whatIsSecretByItsNameIsNotWritten() {
        Recording recording = recorded("String apiToken = \"tm-4711\";\nString shown = \"yes\";\n");
        assertThat(shown(recording.at(recording.last()).values())).isEqualTo("apiToken=*** shown=yes!");
    }

    @Test
    void timeAndMemoryAreKnownNowAndThen() {
        ScriptProgram program = program("Integer n = 0;\nfor (Integer i = 0; i < 300; i++) {\n  n += i;\n}\n");
        Tape tape = tape(1 << 18);
        tape.memory(() -> 5L << 20);
        nanos.set(0);
        ScriptObserver slow = new ScriptObserver() {
            @Override
            public boolean statement(int stop, int depth) {
                nanos.addAndGet(1_000_000);
                return tape.statement(stop, depth);
            }

            @Override
            public void changed(int depth, ScriptVariable variable) {
                tape.changed(depth, variable);
            }
        };
        program.start(call(slow)).advance();
        TraceMoment end = new PlayedRecording(TraceFile.of(program, tape)).at(Long.MAX_VALUE);
        assertThat(end.time()).isBetween(Duration.ofMillis(600), Duration.ofSeconds(2));
        assertThat(end.memory()).isEqualTo(5L << 20);
    }

    @Test
    void aTightLoopTakesFewBytes() {
        String loop = "Integer n = 0;\nfor (Integer i = 0; i < 20000; i++) {\n  n += i;\n}\n";
        ScriptProgram program = program(loop);
        Tape tape = tape(1 << 18);
        program.start(call(tape)).advance();
        TraceFile file = TraceFile.of(program, tape);
        assertThat(file.toBytes().length).isLessThan((int) file.statements() * 3);
    }

    @Test
    void everythingIsPassedOnInOrder() {
        List<Long> steps = new ArrayList<>();
        Recording recording = recorded(SCRIPT, tape(50));
        recording.forEach(moment -> steps.add(moment.step()));
        assertThat(steps).hasSize((int) recording.last() + 1).isSorted().doesNotHaveDuplicates();
        assertThat(steps).startsWith(0L);
    }
}
