package org.tickmark.testkit.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tickmark.api.CancelToken;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.OpenRow;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.api.rule.RuleParameter;
import org.tickmark.api.rule.RuleRun;

/**
 * A run without a host: parameters with their standard values, rows in the order in which the host shows them, and what the kind finds, checked as the
 * host checks it. For one thread.
 */
public final class FakeRuleRun implements RuleRun {
    private final RuleKind kind;
    private final Map<String, String> given;
    private final List<FakeRow> fakes;
    private final CancelToken cancel;
    private final List<OpenRow> rows;
    private final List<Finding> matches = new ArrayList<>();
    private final List<Finding> suggestions = new ArrayList<>();
    private final Set<Integer> matched = new HashSet<>();
    private String fault;

    private FakeRuleRun(RuleKind kind, Map<String, String> given, List<FakeRow> fakes, CancelToken cancel) {
        this.kind = kind;
        this.given = given;
        this.fakes = fakes.stream().sorted(FakeRow.ORDER).toList();
        this.cancel = cancel;
        List<OpenRow> numbered = new ArrayList<>();
        for (FakeRow fake : this.fakes) {
            numbered.add(fake.numbered(numbered.size()));
        }
        this.rows = Collections.unmodifiableList(numbered);
    }

    /**
     * What a kind said.
     *
     * @param rows the rows, as it named them
     * @param reasons what speaks for it
     * @param doubt what speaks against it; empty for a match
     */
    public record Finding(List<OpenRow> rows, List<Message> reasons, Optional<Message> doubt) {}

    /**
     * A run with these parameters, the standard values of the others, and these rows, in any order.
     *
     * @throws IllegalArgumentException if the host would refuse a parameter
     */
    public static FakeRuleRun of(RuleKind kind, Map<String, String> parameters, FakeRow... rows) {
        Map<String, String> all = new TreeMap<>(parameters);
        for (RuleParameter parameter : kind.parameters()) {
            String value = all.computeIfAbsent(parameter.name(), name -> parameter.standard());
            if (!parameter.allows(value)) {
                throw new IllegalArgumentException(
                        "Parameter '" + parameter.name() + "': found '" + value + "', expected " + parameter.allowed());
            }
        }
        List<String> known = kind.parameters().stream().map(RuleParameter::name).toList();
        if (!known.containsAll(all.keySet())) {
            throw new IllegalArgumentException("Parameters " + all.keySet() + ": the kind has " + known);
        }
        return new FakeRuleRun(kind, all, Arrays.asList(rows), CancelToken.NEVER);
    }

    /** The same with more rows, and nothing found yet. */
    public FakeRuleRun with(FakeRow... more) {
        return new FakeRuleRun(
                kind, given, Stream.concat(fakes.stream(), Arrays.stream(more)).toList(), cancel);
    }

    /** The same, which is to stop, and nothing found yet. */
    public FakeRuleRun cancelled() {
        return new FakeRuleRun(kind, given, fakes, () -> true);
    }

    /** The same, and nothing found yet. */
    public FakeRuleRun again() {
        return new FakeRuleRun(kind, given, fakes, cancel);
    }

    /** The matches, in the order told. */
    public List<Finding> matches() {
        return Collections.unmodifiableList(matches);
    }

    /** The suggestions, in the order told. */
    public List<Finding> suggestions() {
        return Collections.unmodifiableList(suggestions);
    }

    /** What the kind did that fails the rule, if it did. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public Map<String, String> parameters() {
        return Collections.unmodifiableMap(given);
    }

    @Override
    public String currency() {
        return "SEK";
    }

    @Override
    public List<OpenRow> rows() {
        return rows;
    }

    @Override
    public CancelToken cancel() {
        return cancel;
    }

    @Override
    public void match(List<OpenRow> found, List<Message> reasons) {
        check(found, reasons);
        BigDecimal difference = found.stream()
                .map(row -> row.side() == OpenRow.Side.BANK
                        ? row.amount()
                        : row.amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (difference.signum() != 0) {
            throw fault("RK-04: the sums of a match differ by " + difference.toPlainString());
        }
        for (OpenRow row : found) {
            if (!matched.add(row.number())) {
                throw fault("RK-04: row " + row.number() + " is in two matches");
            }
        }
        matches.add(new Finding(List.copyOf(found), List.copyOf(reasons), Optional.empty()));
    }

    @Override
    public void suggest(List<OpenRow> found, List<Message> reasons, Message doubt) {
        check(found, reasons);
        suggestions.add(new Finding(List.copyOf(found), List.copyOf(reasons), Optional.of(doubt)));
    }

    private void check(List<OpenRow> found, List<Message> reasons) {
        if (found.size() < 2 || Set.copyOf(found).size() < found.size() || !rows.containsAll(found)) {
            throw fault("RK-04: expected at least two rows of the run, each once, and found " + found);
        }
        if (reasons.isEmpty()) {
            throw fault("RK-06: no reasons");
        }
    }

    private IllegalArgumentException fault(String what) {
        if (fault == null) {
            fault = what;
        }
        return new IllegalArgumentException(what);
    }
}
