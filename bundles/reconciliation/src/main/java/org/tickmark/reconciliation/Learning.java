package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.reconciliation.History.ByHand;
import org.tickmark.reconciliation.engine.Snapshot;

/**
 * Guesses rules from matches by hand: for each form that these have, the rules that could make them, with what these matches need as window and
 * tolerance. Whether one of them does is for trying.
 */
final class Learning {
    private static final String NAME = "learned-";
    private static final String KEY = "key";
    private static final String TYPED = "typed-reference";
    private static final String CAPTURED = "captured";
    private static final String COUNTERPARTY = "counterparty";
    private static final int USUAL_BEFORE = 3;
    private static final int USUAL_AFTER = 10;
    private static final int LONGEST = 999;

    private final Snapshot rows;

    Learning(Snapshot rows) {
        this.rows = rows;
    }

    /** How entries of the two sides stand against each other. */
    enum Shape {
        PAIR,
        ONE_AND_MANY,
        MANY,
        ONE_SIDE
    }

    /**
     * What alike matches have in common.
     *
     * @param shape how many entries of either side
     * @param writtenOff what the difference is, if there is one
     */
    record Form(Shape shape, Optional<WriteOff.Kind> writtenOff) {}

    /** The matches by their forms, in the order of matches. */
    Map<Form, List<ByHand>> byForm(List<ByHand> matches) {
        Map<Form, List<ByHand>> forms = new LinkedHashMap<>();
        for (ByHand match : matches) {
            forms.computeIfAbsent(new Form(shape(match), match.writtenOff()), form -> new ArrayList<>())
                    .add(match);
        }
        return forms;
    }

    private Shape shape(ByHand match) {
        int bank = 0;
        for (int row : match.rows()) {
            bank += rows.side(row) == Side.BANK ? 1 : 0;
        }
        int ledger = match.rows().size() - bank;
        if (bank == 0 || ledger == 0) {
            return Shape.ONE_SIDE;
        }
        if (bank == 1 && ledger == 1) {
            return Shape.PAIR;
        }
        return bank == 1 || ledger == 1 ? Shape.ONE_AND_MANY : Shape.MANY;
    }

    /** The rules that could make matches of a form, the strictest first. */
    List<Rule> candidates(Form form, List<ByHand> matches) {
        Map<String, String> window = window(matches);
        if (form.writtenOff().isPresent()) {
            return form.shape() == Shape.PAIR
                    ? rules(
                            "one-one-tolerant",
                            tolerance(form.writtenOff().get(), matches, window),
                            TYPED,
                            CAPTURED,
                            COUNTERPARTY)
                    : List.of();
        }
        return switch (form.shape()) {
            case PAIR -> rules("one-one", window, TYPED, CAPTURED, COUNTERPARTY, "amount-window");
            case ONE_AND_MANY -> {
                List<Rule> rules = new ArrayList<>(rules("one-all", window, TYPED, CAPTURED, COUNTERPARTY));
                rules.addAll(rules("day-total", window, COUNTERPARTY));
                rules.addAll(rules("one-subset", window, COUNTERPARTY));
                yield rules;
            }
            case MANY -> rules("key-zero", Map.of(), TYPED, CAPTURED);
            case ONE_SIDE -> List.of(rule("reversal", "", Map.of("window", Long.toString(span(matches)))));
        };
    }

    private static List<Rule> rules(String kind, Map<String, String> parameters, String... keys) {
        List<Rule> rules = new ArrayList<>();
        for (String key : keys) {
            Map<String, String> all = new TreeMap<>(parameters);
            all.put(KEY, key);
            rules.add(rule(kind, "-" + key, all));
        }
        return rules;
    }

    private static Rule rule(String kind, String key, Map<String, String> parameters) {
        return new Rule(NAME + kind + key, kind, Rule.State.AUTOMATIC, parameters);
    }

    /** The usual window, or a wider one where the matches need it. */
    private Map<String, String> window(List<ByHand> matches) {
        long before = USUAL_BEFORE;
        long after = USUAL_AFTER;
        for (ByHand match : matches) {
            for (int bank : match.rows()) {
                for (int ledger : match.rows()) {
                    if (rows.side(bank) == Side.BANK && rows.side(ledger) == Side.LEDGER) {
                        long later =
                                rows.date(bank).toEpochDay() - rows.date(ledger).toEpochDay();
                        before = Math.max(before, -later);
                        after = Math.max(after, later);
                    }
                }
            }
        }
        return Map.of("before", days(before), "after", days(after));
    }

    private static String days(long days) {
        return Long.toString(Math.min(days, LONGEST));
    }

    private long span(List<ByHand> matches) {
        long span = 0;
        for (ByHand match : matches) {
            // The rows of a side stand in the order of dates.
            int last = match.rows().get(match.rows().size() - 1);
            span = Math.max(
                    span,
                    rows.date(last).toEpochDay()
                            - rows.date(match.rows().get(0)).toEpochDay());
        }
        return Math.min(span, LONGEST);
    }

    private static Map<String, String> tolerance(WriteOff.Kind kind, List<ByHand> matches, Map<String, String> window) {
        BigDecimal lowest = BigDecimal.ZERO;
        BigDecimal highest = BigDecimal.ZERO;
        for (ByHand match : matches) {
            lowest = lowest.min(match.difference());
            highest = highest.max(match.difference());
        }
        Map<String, String> parameters = new TreeMap<>(window);
        parameters.put("lowest", plain(lowest));
        parameters.put("highest", plain(highest));
        parameters.put("cap", plain(highest.max(lowest.negate()).setScale(0, RoundingMode.UP)));
        parameters.put("difference", kind.name().toLowerCase(Locale.ROOT));
        return parameters;
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
