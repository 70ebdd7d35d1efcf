package org.tickmark.benchmarks.scripting;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tickmark.api.host.script.Recording;
import org.tickmark.api.host.script.TraceMoment;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.script.trace.PlayedRecording;
import org.tickmark.script.trace.Tape;
import org.tickmark.script.trace.TraceFile;

/** Measures in this process: all contenders in turn, round by round, and nothing before they agree on what comes out. */
final class Measuring {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_A_MILLI = 1e6;
    private static final double GOLDEN = 1.618;
    private static final long MOST_TRACE = 64L << 20;
    /** The steps of the trace that is measured. */
    private static final int TRACED = 1_000_000;

    private final int part;
    private final int rounds;
    private final Map<String, Double> found = new LinkedHashMap<>();

    private Measuring(int part, int rounds) {
        this.part = part;
        this.rounds = rounds;
    }

    /**
     * What all work takes.
     *
     * @param part which part of the work: 1 for all, 10 for a tenth
     * @param rounds how often each is run before, and how often it is measured
     */
    static Figures figures(int part, int rounds) {
        Measuring measuring = new Measuring(part, rounds);
        for (Work work : Work.values()) {
            String disagreement = measuring.compare(work);
            if (!disagreement.isEmpty()) {
                return Figures.refused(disagreement);
            }
        }
        measuring.trace(Work.LOOPS);
        measuring.trace(Work.CALLS);
        return Figures.of(measuring.found);
    }

    /** Calls grow by themselves, by the golden ratio with each one more. */
    private int size(Work work) {
        return work == Work.CALLS
                ? work.size() - (int) (Math.log(part) / Math.log(GOLDEN))
                : Math.max(10, work.size() / part);
    }

    // ---------------------------------------------------------------- beside others

    /** Measures all contenders; says on what they do not agree. */
    private String compare(Work work) {
        Map<Contender, Supplier<String>> ready = new EnumMap<>(Contender.class);
        Map<Contender, List<Double>> millis = new EnumMap<>(Contender.class);
        String expected = Contender.TICKMARK.prepared(work, size(work)).get();
        for (Contender contender : Contender.values()) {
            Supplier<String> prepared = contender.prepared(work, size(work));
            if (!prepared.get().equals(expected)) {
                return work + ": " + contender + " finds something else than " + expected;
            }
            ready.put(contender, prepared);
            millis.put(contender, new ArrayList<>());
        }
        for (int round = 0; round < 2 * rounds; round++) {
            for (Contender contender : Contender.values()) {
                double took = millis(ready.get(contender));
                if (round >= rounds) {
                    millis.get(contender).add(took);
                }
            }
        }
        millis.forEach((contender, all) -> found.put(key(work, contender), median(all)));
        return "";
    }

    static String key(Work work, Contender contender) {
        return work + " " + contender;
    }

    /** How much of the processor a run takes, which other programs of a busy machine change little. */
    private static double millis(Supplier<String> run) {
        long start = THREADS.getCurrentThreadCpuTime();
        String outcome = run.get();
        double took = (THREADS.getCurrentThreadCpuTime() - start) / NANOS_A_MILLI;
        if (outcome == null) {
            throw new IllegalStateException("Nothing came out");
        }
        return took;
    }

    private static double median(List<Double> all) {
        Collections.sort(all);
        return all.get(all.size() / 2);
    }

    // ---------------------------------------------------------------- traced

    /** Measures a script of a million steps with and without a trace, and a step backward in that trace. */
    private void trace(Work work) {
        ScriptProgram program = Contender.program(work, work == Work.CALLS ? size(work) : TRACED / part / 2);
        List<Double> plain = new ArrayList<>();
        List<Double> traced = new ArrayList<>();
        Tape tape = tape();
        for (int round = 0; round < 2 * rounds; round++) {
            double without = millis(() -> Contender.run(program, null));
            Tape next = tape();
            double with = millis(() -> Contender.run(program, next));
            if (round >= rounds) {
                plain.add(without);
                traced.add(with);
            }
            tape = next;
        }
        TraceFile file = TraceFile.of(program, tape);
        found.put(work + " trace: statements", (double) file.statements());
        found.put(work + " trace: ms without", median(plain));
        found.put(work + " trace: ms with", median(traced));
        found.put(work + " trace: times", median(traced) / median(plain));
        found.put(work + " trace: bytes a statement", (double) file.toBytes().length / file.statements());
        found.put(work + " trace: ms a step backward, worst of 200", backward(TraceFile.read(file.toBytes())));
    }

    private static Tape tape() {
        return new Tape(1, MOST_TRACE, System::nanoTime);
    }

    private static double backward(TraceFile file) {
        Recording recording = new PlayedRecording(file);
        List<TraceMoment> seen = new ArrayList<>();
        double worst = 0;
        for (int i = 0; i < 200; i++) {
            long step = recording.last() - 1 - i * (recording.last() / 250);
            seen.add(recording.at(step + 1));
            worst = Math.max(worst, millis(() -> {
                seen.add(recording.at(step));
                return "";
            }));
        }
        if (seen.size() != 400) {
            throw new IllegalStateException("Not every moment was read");
        }
        return worst;
    }
}
