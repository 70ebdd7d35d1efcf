package org.tickmark.benchmarks.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.tickmark.benchmarks.matching.files.Column;
import org.tickmark.benchmarks.matching.files.Form;
import org.tickmark.benchmarks.matching.workload.Adversary;
import org.tickmark.benchmarks.matching.workload.Strangers;
import org.tickmark.benchmarks.matching.workload.W1;
import org.tickmark.benchmarks.matching.workload.Workload;
import org.tickmark.reconciliation.engine.RuleList;

/** The workloads that a command line asks for. */
final class Workloads {
    private static final String TINY = "T";

    private Workloads() {}

    /** Each combination of the options' values is one. */
    static List<Workload> of(Options options) {
        String name = options.operand(0, "workload").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "w1" -> w1(options);
            case "strangers" ->
                options.seeds("1").stream().<Workload>map(Strangers::new).toList();
            default -> List.of(adversary(name, options));
        };
    }

    private static List<Workload> w1(Options options) {
        List<Workload> workloads = new ArrayList<>();
        for (String size : options.list("size", TINY)) {
            for (String listed : options.list("q", "0.3")) {
                for (String sums : options.list("sums", "16")) {
                    for (long seed : options.seeds("1")) {
                        workloads.add(new W1(new W1.Settings(
                                events(size), Options.fraction(listed), Math.toIntExact(Options.number(sums)), seed)));
                    }
                }
            }
        }
        return workloads;
    }

    private static long events(String size) {
        return switch (size) {
            case TINY -> 1_000;
            case "S" -> 20_000;
            case "M" -> 100_000;
            case "L" -> 1_000_000;
            default -> Options.number(size);
        };
    }

    private static Workload adversary(String name, Options options) {
        return Arrays.stream(Adversary.values())
                .filter(adversary -> adversary.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(adversary -> adversary.workload(options.seeds("1").get(0)))
                .orElseThrow(() -> new Options.UsageException("'" + name + "' is no workload"));
    }

    /** The form that a command line asks for. */
    static Form form(Options options) {
        Set<Column> omitted = EnumSet.noneOf(Column.class);
        for (String column : options.list("omit", "")) {
            try {
                omitted.add(Column.valueOf(column.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new Options.UsageException("'" + column + "' is no column");
            }
        }
        return new Form(omitted, seed(options, "shuffle"), seed(options, "rename"));
    }

    /** The rules that a command line asks for. */
    static RuleList rules(Options options) {
        String template = options.get("rules", RuleList.templates().get(0));
        return RuleList.of(RuleList.template(template)
                .orElseThrow(() -> new Options.UsageException(
                        "'" + template + "' is no template; there are " + RuleList.templates())));
    }

    private static OptionalLong seed(Options options, String name) {
        return options.find(name).stream().mapToLong(Options::number).findFirst();
    }
}
