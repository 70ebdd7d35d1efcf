package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tickmark.api.host.reconciliation.Rule;

/** Lists of rules to begin with. */
enum StandardRules {
    /** What groups without rules of their own have: no difference is borne that nobody has chosen to bear, such pairs are suggested. */
    STANDARD(Rule.State.SUGGEST),
    /** The same, and small differences under a proven reference are borne: roundings, fees that a bank took, differences of exchange rates. */
    WITH_DIFFERENCES(Rule.State.AUTOMATIC);

    private final Rule.State differences;

    StandardRules(Rule.State differences) {
        this.differences = differences;
    }

    /** What groups call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The rules: reversals, then references from the strongest to the weakest, then proven references of which the amounts are the same in another
     * currency, or differ a little, then parties and their totals, then amounts alone, then sums of some of a party's rows.
     */
    List<Rule> rules() {
        String key = OneOneKind.KEY;
        String typed = ReferenceKey.TYPED.word();
        String captured = ReferenceKey.CAPTURED.word();
        return List.of(
                rule("reversal", ReversalKind.NAME, Map.of()),
                rule("reference-sum", KeyZeroKind.NAME, Map.of(key, typed)),
                pairs("reference", typed),
                rule("number-sum", KeyZeroKind.NAME, Map.of(key, captured)),
                pairs("number", captured),
                original("original", "-1000", "1000", 500, "1000", "2000000"),
                tolerant("rounding", TolerantKind.Difference.ROUNDING, "-1", "1", 1000, "1", "25000"),
                tolerant("fee", TolerantKind.Difference.FEE, "-50", "0", 1000, "50", "1000000"),
                tolerant("exchange", TolerantKind.Difference.EXCHANGE, "-1000", "1000", 150, "1000", "2000000"),
                pairs("counterparty", OneOneKind.COUNTERPARTY),
                rule("day-total", DayTotalKind.NAME, Map.of(key, Blocks.COUNTERPARTY)),
                rule("amount", OneOneKind.NAME, Map.of(key, OneOneKind.AMOUNT_WINDOW)),
                rule("sum-of-some", SubsetKind.NAME, Map.of(key, Blocks.COUNTERPARTY, Chance.ODDS, "10000")));
    }

    /** A difference between rows with the same proven reference. */
    private Rule tolerant(
            String name,
            TolerantKind.Difference difference,
            String lowest,
            String highest,
            int basisPoints,
            String cap,
            String runCap) {
        Map<String, String> parameters = new TreeMap<>(Tolerance.settings(lowest, highest, basisPoints, cap, runCap));
        parameters.put(OneOneKind.KEY, ReferenceKey.TYPED.word());
        parameters.put(TolerantKind.DIFFERENCE, difference.word());
        return new Rule(name, TolerantKind.NAME, differences, parameters);
    }

    /** A difference between rows with the same proven reference and the same amount in another currency. */
    private Rule original(String name, String lowest, String highest, int basisPoints, String cap, String runCap) {
        Rule booked = tolerant(name, TolerantKind.Difference.EXCHANGE, lowest, highest, basisPoints, cap, runCap);
        Map<String, String> parameters = new TreeMap<>(booked.parameters());
        parameters.put(Compared.AMOUNTS, Compared.ORIGINAL);
        return new Rule(name, booked.kind(), booked.state(), parameters);
    }

    /** Rows alike in everything are paired in their order: nobody could tell them apart. */
    private static Rule pairs(String name, String key) {
        return rule(
                name, OneOneKind.NAME, Map.ofEntries(Map.entry(OneOneKind.KEY, key), Ambiguity.EXCHANGEABLE.setting()));
    }

    private static Rule rule(String name, String kind, Map<String, String> parameters) {
        return new Rule(name, kind, Rule.State.AUTOMATIC, parameters);
    }
}
