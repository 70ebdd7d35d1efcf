package org.tickmark.benchmarks.recurrence;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.runner.RunnerException;
import org.tickmark.benchmarks.recurrence.Measurements.Cost;

/** Prints tables of what was measured: in each row all libraries on one rule, measured one after the other. */
final class Report {
    private final Measurements measurements;
    private final PrintStream out;

    Report(Measurements measurements, PrintStream out) {
        this.measurements = measurements;
        this.out = out;
    }

    void print() throws RunnerException {
        out.printf(
                "JDK %s, %d processors; all libraries gave the same occurrences before they were measured.%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        expansion("Expansion, zoned, compiled beforehand", "expand", Clock.ZONED);
        expansion("Expansion, local, compiled beforehand", "expand", Clock.LOCAL);
        expansion("Expansion, zoned, compiled in the call", "compileAndExpand", Clock.ZONED);
        next("Next after 20 years, zoned, compiled beforehand", "next");
        next("Next after 20 years, zoned, compiled in the call", "compileAndNext");
        kernel();
    }

    private void expansion(String title, String benchmark, Clock clock) throws RunnerException {
        head(title + ": million occurrences a second, and how many times those of the peer", peerNames());
        for (CommonRule rule : CommonRule.values()) {
            Map<Peer, Cost> costs = measurements.ofPeers(benchmark, rule, clock);
            row(rule, costs, cost -> 1000 * rule.occurrences() / cost.nanos());
        }
    }

    private void next(String title, String benchmark) throws RunnerException {
        head(title + ": microseconds, and how many times as long the peer takes", peerNames());
        for (CommonRule rule : CommonRule.values()) {
            row(rule, measurements.ofPeers(benchmark, rule, Clock.ZONED), cost -> cost.nanos() / 1000);
        }
    }

    private void row(CommonRule rule, Map<Peer, Cost> costs, ToDoubleFunction<Cost> figure) {
        Cost ours = costs.get(Peer.TICKMARK);
        List<String> cells = new ArrayList<>(List.of(rule.text()));
        for (Peer peer : Peer.values()) {
            cells.add(Optional.ofNullable(costs.get(peer))
                    .map(cost -> number(figure.applyAsDouble(cost))
                            + (peer == Peer.TICKMARK ? "" : " (" + number(cost.nanos() / ours.nanos()) + "x)"))
                    .orElse("-"));
        }
        cells(cells);
    }

    private void kernel() throws RunnerException {
        List<String> questions = List.of("nextFar", "nextWithCount", "previous", "count", "nth", "compileWithCount");
        head("Tickmark alone, zoned: nanoseconds, and bytes allocated", questions);
        List<Map<CommonRule, Cost>> columns = new ArrayList<>();
        for (String question : questions) {
            columns.add(measurements.ofKernel(question));
        }
        for (CommonRule rule : CommonRule.values()) {
            List<String> cells = new ArrayList<>(List.of(rule.text()));
            for (Map<CommonRule, Cost> column : columns) {
                Cost cost = column.get(rule);
                cells.add(number(cost.nanos()) + " (" + Math.round(cost.bytes()) + " B)");
            }
            cells(cells);
        }
    }

    private static List<String> peerNames() {
        return Arrays.stream(Peer.values()).map(Peer::shownName).toList();
    }

    private void head(String title, List<String> columns) {
        out.printf("%n**%s**%n%n", title);
        List<String> names = new ArrayList<>(List.of("rule"));
        names.addAll(columns);
        cells(names);
        out.println("|---".repeat(names.size()) + "|");
    }

    private void cells(List<String> cells) {
        out.println("| " + String.join(" | ", cells) + " |");
    }

    /** Three digits that count. */
    private static String number(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
