package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.rule.RuleParameter;

/** Rules in the order they are applied, each with what applies it. Immutable; safe for use from many threads. */
public final class RuleList {
    private final List<Rule> rules;
    private final List<Pass> passes;

    private RuleList(List<Rule> rules, List<Pass> passes) {
        this.rules = List.copyOf(rules);
        this.passes = List.copyOf(passes);
    }

    /** Rules of the kinds that come with Tickmark, checked as {@link #requireValid} does. */
    public static RuleList of(List<Rule> rules) {
        return of(rules, AddedKinds.NONE).requireValid();
    }

    /**
     * Rules. One of a kind that nobody adds just now, or of a plugin's kind that does not take its parameters, is in its place in the list and is
     * not applied.
     *
     * @param rules in the order to be applied; the {@linkplain #standard() default rules} if there are none
     * @param added the kinds beside those that come with Tickmark
     */
    public static RuleList of(List<Rule> rules, AddedKinds added) {
        List<Rule> effective = effective(rules);
        return new RuleList(
                effective, effective.stream().map(rule -> pass(rule, added)).toList());
    }

    /** These rules, or the {@linkplain #standard() default rules} if there are none. */
    public static List<Rule> effective(List<Rule> rules) {
        return rules.isEmpty() ? standard() : rules;
    }

    /** The default rules. */
    public static List<Rule> standard() {
        return StandardRules.STANDARD.rules();
    }

    /** The names of the {@linkplain #template templates}, in order. */
    public static List<String> templates() {
        return Arrays.stream(StandardRules.values()).map(StandardRules::word).toList();
    }

    /** The rules that a template stands for: {@code standard}, or {@code with-differences} to bear small differences. */
    public static Optional<List<Rule>> template(String name) {
        return Arrays.stream(StandardRules.values())
                .filter(template -> template.word().equals(name))
                .map(StandardRules::rules)
                .findFirst();
    }

    /** Whether one of these rules reads rows as they were given, so that a snapshot for it has to keep them. */
    public static boolean readContents(List<Rule> rules) {
        return effective(rules).stream().anyMatch(Kinds::readsContents);
    }

    /** The tables of rates by which rules of these convert amounts. */
    public static Set<String> rateTables(List<Rule> rules) {
        return effective(rules).stream()
                .flatMap(rule -> ConvertedAmounts.tableOf(rule.parameters()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pairs of other groups that rules of these {@linkplain Chains chain}. */
    public static List<Chains.Pair> chained(List<Rule> rules) {
        return effective(rules).stream()
                .filter(rule -> rule.kind().equals(ChainKind.NAME))
                .map(ChainKind::pair)
                .distinct()
                .toList();
    }

    /** The names of those kinds of these rules that nobody adds just now, in order. */
    public static List<String> absentKinds(List<Rule> rules, AddedKinds added) {
        return effective(rules).stream()
                .map(Rule::kind)
                .filter(kind -> Kinds.find(kind, added).isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static Pass pass(Rule rule, AddedKinds added) {
        try {
            return Kinds.find(rule.kind(), added)
                    .map(kind -> pass(kind, settings(rule, kind)))
                    .orElseGet(() -> new IdlePass(waits(rule)));
        } catch (TickmarkException e) {
            return new IdlePass(e.problem());
        }
    }

    private static Pass pass(Kind kind, Map<String, String> settings) {
        DateFields dates = DateFields.of(settings);
        return dates.choose() ? new DatedPass(kind.pass(settings), dates) : kind.pass(settings);
    }

    private static Problem waits(Rule rule) {
        return Problem.warning("rec.rule-waits", Wording.message("rule.waits", rule.kind()))
                .advice(Wording.message("rule.waits.advice"))
                .build();
    }

    private static Map<String, String> settings(Rule rule, Kind kind) {
        Map<String, String> settings = new TreeMap<>();
        kind.parameters().forEach(parameter -> settings.put(parameter.name(), value(rule, parameter)));
        for (String name : rule.parameters().keySet()) {
            if (!settings.containsKey(name)) {
                throw Problem.error("rec.invalid", Wording.message("rule.unknown-parameter", rule.name(), name))
                        .found(name)
                        .expected(String.join(", ", settings.keySet()))
                        .exception();
            }
        }
        return settings;
    }

    private static String value(Rule rule, RuleParameter parameter) {
        String value = rule.parameters().getOrDefault(parameter.name(), parameter.standard());
        if (!parameter.allows(value)) {
            throw Problem.error("rec.invalid", Wording.message("rule.parameter", rule.name(), parameter.name()))
                    .found(value)
                    .expected(parameter.allowed())
                    .advice(parameter.help())
                    .exception();
        }
        return value;
    }

    /**
     * Refuses what cannot be kept as rules. That a kind is absent just now is no such thing.
     *
     * @throws TickmarkException with code {@code rec.invalid} if two rules have the same name, or one has a parameter that its kind does not know,
     *     or a value that its parameter does not take
     */
    public RuleList requireValid() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            String name = rules.get(i).name();
            if (!names.add(name)) {
                throw Problem.error("rec.invalid", Wording.message("rule.same-name", name))
                        .where(name)
                        .exception();
            }
            if (passes.get(i) instanceof IdlePass idle && idle.problem().severity() == Severity.ERROR) {
                throw idle.problem().within(name).exception();
            }
        }
        return this;
    }

    /**
     * The rules that take part in a run: those automatic and those that suggest, without those left out of scheduled runs if it is one;
     * or, if rules are named, these and no others.
     *
     * @param scheduled whether nobody started the run by hand
     * @param named names of rules; empty for those whose state says so
     * @throws TickmarkException with code {@code rec.unknown-rule} if there is no rule of a name, or it is switched off
     */
    public RuleList inRun(boolean scheduled, List<String> named) {
        named.forEach(this::requireRule);
        return named.isEmpty()
                ? only(rule -> takesPart(rule.state(), scheduled))
                : only(rule -> named.contains(rule.name()));
    }

    private static boolean takesPart(Rule.State state, boolean scheduled) {
        return switch (state) {
            case AUTOMATIC, SUGGEST -> true;
            case UNSCHEDULED -> !scheduled;
            case MANUAL, OFF -> false;
        };
    }

    private void requireRule(String name) {
        List<String> usable = rules.stream()
                .filter(rule -> rule.state() != Rule.State.OFF)
                .map(Rule::name)
                .toList();
        if (!usable.contains(name)) {
            throw Problem.error("rec.unknown-rule", Wording.message("rule.unknown", name))
                    .found(name)
                    .expected(String.join(", ", usable))
                    .exception();
        }
    }

    private RuleList only(Predicate<Rule> kept) {
        List<Rule> keptRules = new ArrayList<>();
        List<Pass> keptPasses = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (kept.test(rules.get(i))) {
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
