package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.host.reconciliation.Rule;

/** Rules that were checked and can be applied, in their order. Immutable; safe for use from many threads. */
public final class RuleList {
    private static final Map<String, RuleKind> KINDS = Stream.of(
                    new ReversalKind(),
                    new OneOneKind(),
                    new TolerantKind(),
                    new OneAllKind(),
                    new KeyZeroKind(),
                    new SubsetKind(),
                    new DayTotalKind())
            .collect(Collectors.toUnmodifiableMap(RuleKind::name, kind -> kind));

    private final List<Rule> rules;
    private final List<Pass> passes;

    private RuleList(List<Rule> rules, List<Pass> passes) {
        this.rules = List.copyOf(rules);
        this.passes = List.copyOf(passes);
    }

    /**
     * Checks rules.
     *
     * @param rules in the order to be applied; the {@linkplain #standard() default rules} if there are none
     * @throws org.tickmark.api.TickmarkException with code {@code rec.invalid} if two have the same name, or one has an unknown kind
     *     or parameter, or a value that its parameter does not take
     */
    public static RuleList of(List<Rule> rules) {
        List<Rule> effective = rules.isEmpty() ? standard() : rules;
        Set<String> names = new HashSet<>();
        List<Pass> passes = new ArrayList<>();
        for (Rule rule : effective) {
            if (!names.add(rule.name())) {
                throw Problem.error("rec.invalid", Wording.message("rule.same-name", rule.name()))
                        .where(rule.name())
                        .exception();
            }
            passes.add(pass(rule));
        }
        return new RuleList(effective, passes);
    }

    private static Pass pass(Rule rule) {
        RuleKind kind = KINDS.get(rule.kind());
        if (kind == null) {
            throw Problem.error("rec.invalid", Wording.message("rule.unknown-kind", rule.name(), rule.kind()))
                    .where(rule.name())
                    .found(rule.kind())
                    .expected(KINDS.keySet().stream().sorted().collect(Collectors.joining(", ")))
                    .exception();
        }
        Map<String, String> settings = new TreeMap<>();
        kind.parameters()
                .forEach(parameter -> settings.put(parameter.name(), parameter.value(rule.parameters(), rule.name())));
        refuseUnknown(rule, settings.keySet());
        return kind.pass(settings);
    }

    private static void refuseUnknown(Rule rule, Set<String> known) {
        for (String name : rule.parameters().keySet()) {
            if (!known.contains(name)) {
                throw Problem.error("rec.invalid", Wording.message("rule.unknown-parameter", rule.name(), name))
                        .where(rule.name())
                        .found(name)
                        .expected(String.join(", ", known))
                        .exception();
            }
        }
    }

    /**
     * The default rules: reversals, then references from the strongest to the weakest, then proven references of which the amounts differ a little, then
     * parties and their totals, then amounts alone, then sums of some of a party's rows.
     */
    public static List<Rule> standard() {
        String key = OneOneKind.KEY;
        String typed = ReferenceKey.TYPED.word();
        String captured = ReferenceKey.CAPTURED.word();
        return List.of(
                rule("reversal", ReversalKind.NAME, Map.of()),
                rule("reference-sum", KeyZeroKind.NAME, Map.of(key, typed)),
                rule("reference", OneOneKind.NAME, Map.of(key, typed)),
                rule("number-sum", KeyZeroKind.NAME, Map.of(key, captured)),
                rule("number", OneOneKind.NAME, Map.of(key, captured)),
                tolerant("rounding", TolerantKind.Difference.ROUNDING, "-1", "1", 1000, "1", "25000"),
                tolerant("fee", TolerantKind.Difference.FEE, "-50", "0", 1000, "50", "1000000"),
                tolerant("exchange", TolerantKind.Difference.EXCHANGE, "-1000", "1000", 150, "1000", "2000000"),
                rule("counterparty", OneOneKind.NAME, Map.of(key, OneOneKind.COUNTERPARTY)),
                rule("day-total", DayTotalKind.NAME, Map.of(key, Blocks.COUNTERPARTY)),
                rule("amount", OneOneKind.NAME, Map.of(key, OneOneKind.AMOUNT_WINDOW)),
                rule("sum-of-some", SubsetKind.NAME, Map.of(key, Blocks.COUNTERPARTY, Chance.ODDS, "10000")));
    }

    /** A difference between rows with the same proven reference: nobody has chosen to bear it, so it is only suggested. */
    private static Rule tolerant(
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
        return new Rule(name, TolerantKind.NAME, Rule.State.SUGGEST, parameters);
    }

    private static Rule rule(String name, String kind, Map<String, String> parameters) {
        return new Rule(name, kind, Rule.State.AUTOMATIC, parameters);
    }

    /**
     * The rules that take part in a run: those not switched off, without those left out of scheduled runs if it is one.
     *
     * @param scheduled whether nobody started the run by hand
     */
    public RuleList inRun(boolean scheduled) {
        List<Rule> keptRules = new ArrayList<>();
        List<Pass> keptPasses = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule.State state = rules.get(i).state();
            if (state == Rule.State.AUTOMATIC
                    || state == Rule.State.SUGGEST
                    || (state == Rule.State.UNSCHEDULED && !scheduled)) {
                keptRules.add(rules.get(i));
                keptPasses.add(passes.get(i));
            }
        }
        return new RuleList(keptRules, keptPasses);
    }

    /** The rules, in the order applied. */
    public List<Rule> rules() {
        return rules;
    }

    Pass pass(int rule) {
        return passes.get(rule);
    }

    /** The widest window in which a rule of the list pairs rows across sides. */
    Window widestWindow() {
        return passes.stream().map(Pass::window).reduce(Window.STANDARD, Window::and);
    }
}
