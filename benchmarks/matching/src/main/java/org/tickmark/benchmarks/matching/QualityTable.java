package org.tickmark.benchmarks.matching;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tickmark.benchmarks.matching.files.Form;
import org.tickmark.benchmarks.matching.score.Result;
import org.tickmark.benchmarks.matching.score.Scorer;
import org.tickmark.benchmarks.matching.score.Scores;
import org.tickmark.benchmarks.matching.workload.Workload;
import org.tickmark.reconciliation.engine.RuleList;

/** How well the engine matches workloads: a row for each, and what was found of each type over all of them. */
final class QualityTable {
    private static final long DISGUISE = 77;

    private final PrintStream out;
    private final Map<String, Scores.OfType> types = new TreeMap<>();
    private final Map<String, Scores.OfRule> byRule = new TreeMap<>();
    private RuleList rules = RuleList.of(List.of());
    private long made;
    private long harmful;

    QualityTable(PrintStream out) {
        this.out = out;
    }

    void print(Options options) {
        List<Workload> workloads = Workloads.of(options);
        Form form = Workloads.form(options);
        rules = Workloads.rules(options);
        options.refuseOthers();
        out.println(
                "| workload | groups | precision | recall | amount recall | wrong | partial | allowed | hit@1 | hit@3 | open | proof | any order |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (Workload workload : workloads) {
            add(workload, form);
        }
        totals();
    }

    private void add(Workload workload, Form form) {
        EngineMatcher.Matched matched = EngineMatcher.match(workload, form, rules);
        Scores scores = Scorer.score(matched.truth(), matched.result());
        Scores.Counts counts = scores.counts();
        out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %d | %d | %d | %s | %s | %s | %s | %s |%n",
                label(workload),
                counts.expected(),
                ScoreText.share(counts.precision()),
                ScoreText.share(counts.recall()),
                ScoreText.share(scores.amountRecall()),
                counts.harmful(),
                counts.partial(),
                counts.allowed(),
                ScoreText.share(scores.suggested().hitAt1()),
                ScoreText.share(scores.suggested().hitAt3()),
                scores.openExact() ? "exact" : "WRONG",
                scores.proven() ? "true" : "FALSE",
                isTheSameInAnyOrder(workload, form, matched) ? "same" : "DIFFERS");
        made += (long) counts.confirmed() + counts.allowed();
        harmful += counts.harmful();
        scores.byType().forEach((type, of) -> types.merge(type, of, Scores.OfType::plus));
        scores.byRule().forEach((rule, of) -> byRule.merge(rule, of, Scores.OfRule::plus));
    }

    static String label(Workload workload) {
        return workload.name()
                + workload.settings().entrySet().stream()
                        .map(setting -> ' ' + setting.getKey() + ' ' + setting.getValue())
                        .collect(Collectors.joining());
    }

    private boolean isTheSameInAnyOrder(Workload workload, Form form, EngineMatcher.Matched matched) {
        EngineMatcher.Matched disguised = EngineMatcher.match(workload, form.disguised(DISGUISE), rules);
        return contents(matched).equals(contents(disguised));
    }

    private static Map<String, Integer> contents(EngineMatcher.Matched matched) {
        Result result = matched.result();
        Map<String, Integer> contents = new TreeMap<>();
        result.matches()
                .forEach(match -> contents.merge(
                        match.rule() + ' ' + matched.truth().key(match.bank(), match.ledger()), 1, Integer::sum));
        return contents;
    }

    private void totals() {
        out.printf(Locale.ROOT, "%n%d matches, %d wrong%n", made, harmful);
        out.println("\n| type | found | of |\n|---|---|---|");
        types.forEach((type, of) -> out.printf(Locale.ROOT, "| %s | %d | %d |%n", type, of.found(), of.expected()));
        out.println("\n| rule | matches | wrong |\n|---|---|---|");
        byRule.forEach((rule, of) -> out.printf(Locale.ROOT, "| %s | %d | %d |%n", rule, of.made(), of.harmful()));
    }
}
