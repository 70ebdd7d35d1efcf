package org.tickmark.benchmarks.matching;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tickmark.benchmarks.matching.score.Scores;

/** Scores as text and as a tree for JSON. */
final class ScoreText {
    private ScoreText() {}

    /** A share with four digits. */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    /** Everything. */
    static Map<String, Object> tree(Scores scores) {
        Scores.Counts counts = scores.counts();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("groups", counts.expected());
        tree.put("confirmed", counts.confirmed());
        tree.put("right", counts.right());
        tree.put("partial", counts.partial());
        tree.put("harmful", counts.harmful());
        tree.put("allowed", counts.allowed());
        tree.put("precision", share(counts.precision()));
        tree.put("recall", share(counts.recall()));
        tree.put("f1", share(counts.f1()));
        tree.put("harmful-rate", String.format(Locale.ROOT, "%.6f", counts.harmfulRate()));
        tree.put("pair-precision", share(scores.pairs().precision()));
        tree.put("pair-recall", share(scores.pairs().recall()));
        tree.put("amount-recall", share(scores.amountRecall()));
        tree.put("suggestion-rest", scores.suggested().rest());
        tree.put("suggestion-hit-1", share(scores.suggested().hitAt1()));
        tree.put("suggestion-hit-3", share(scores.suggested().hitAt3()));
        tree.put("open-exact", scores.openExact());
        tree.put("proof", scores.proven());
        Map<String, Object> types = new LinkedHashMap<>();
        scores.byType().forEach((type, of) -> types.put(type, of.found() + " of " + of.expected()));
        tree.put("types", types);
        Map<String, Object> rules = new LinkedHashMap<>();
        scores.byRule().forEach((rule, of) -> rules.put(rule, of.made() + ", harmful " + of.harmful()));
        tree.put("rules", rules);
        return tree;
    }
}
