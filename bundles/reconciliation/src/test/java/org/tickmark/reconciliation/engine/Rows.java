package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.importer.Reference;

/** Rows for a test, and what the engine makes of them. Rows are named by letters in the order they are added: bank A, B …, ledger a, b … */
final class Rows {
    private final List<Entry> entries = new ArrayList<>();
    private int bank;
    private int ledger;

    /** A row under construction; it counts once its side is told. */
    final class Row {
        private final LocalDate date;
        private final BigDecimal amount;
        private final List<Reference> references = new ArrayList<>();
        private String party = "";
        private String account = "";
        private String bankReference = "";
        private String text = "";
        private Optional<Entry.Original> original = Optional.empty();

        private Row(String date, String amount) {
            this.date = LocalDate.parse(date);
            this.amount = new BigDecimal(amount);
        }

        Row ref(String value) {
            return ref(Reference.Type.CREDITOR, value);
        }

        Row ref(Reference.Type type, String value) {
            references.add(new Reference(type, value));
            return this;
        }

        Row party(String name) {
            party = name;
            return this;
        }

        Row account(String number) {
            account = number;
            return this;
        }

        Row bankReference(String value) {
            bankReference = value;
            return this;
        }

        Row text(String value) {
            text = value;
            return this;
        }

        Row original(String currency, String value) {
            original = Entry.Original.of(Optional.of(new BigDecimal(value)), currency);
            return this;
        }

        Rows bank() {
            return add('A' + bank++, Side.BANK);
        }

        Rows ledger() {
            return add('a' + ledger++, Side.LEDGER);
        }

        private Rows add(int id, Side side) {
            entries.add(new Entry(
                    id,
                    side,
                    date,
                    Optional.empty(),
                    amount,
                    references,
                    party,
                    account,
                    bankReference,
                    text,
                    original));
            return Rows.this;
        }
    }

    /** Starts a row. */
    Row row(String date, String amount) {
        return new Row(date, amount);
    }

    List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The matches of the default rules, such as {@code A-a, B-bc}, by letters. */
    String matches() {
        return matches(List.of());
    }

    /** The matches of one rule. */
    String matches(String kind, String... parameters) {
        return matches(List.of(rule(kind, parameters)));
    }

    String matches(List<Rule> rules) {
        return text(outcome(rules));
    }

    Outcome outcome() {
        return outcome(List.of());
    }

    Outcome outcome(List<Rule> rules) {
        return run(entries, rules);
    }

    /** Why a row is open, in English. */
    String reason(char name) {
        Outcome outcome = outcome();
        for (int row = 0; row < outcome.rows().size(); row++) {
            if (outcome.rows().id(row) == name) {
                return outcome.isOpen(row) ? outcome.reason(row).toString() : "matched";
            }
        }
        throw new IllegalArgumentException("row " + name);
    }

    /** What is suggested for open bank rows, such as {@code A1:a A2:bc}: anchor, rank, the other rows. */
    String suggestions() {
        Outcome outcome = outcome();
        return outcome.suggestions().stream()
                .map(suggestion ->
                        name(outcome, suggestion.anchor()) + "" + suggestion.rank() + ":" + others(outcome, suggestion))
                .collect(Collectors.joining(" "));
    }

    private static String others(Outcome outcome, Suggestion suggestion) {
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < suggestion.size(); i++) {
            if (suggestion.row(i) != suggestion.anchor()) {
                others.append(name(outcome, suggestion.row(i)));
            }
        }
        return others.toString();
    }

    private static char name(Outcome outcome, int row) {
        return (char) outcome.rows().id(row);
    }

    static Rule rule(String kind, String... parameters) {
        Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        return new Rule(kind, kind, Rule.State.AUTOMATIC, values);
    }

    static Outcome run(List<Entry> entries, List<Rule> rules) {
        return run(entries, RuleList.of(rules), Borne.NOTHING);
    }

    static Outcome run(List<Entry> entries, RuleList rules, Borne borne) {
        Snapshot.Builder builder = Snapshot.builder("SEK");
        if (RuleList.readContents(rules.rules())) {
            builder.keepContents();
        }
        entries.forEach(builder::add);
        return Engine.run(builder.build(), rules, borne, Chains.NONE, CancelToken.NEVER);
    }

    static String text(Outcome outcome) {
        List<String> matches = new ArrayList<>();
        for (Found match : outcome.matches()) {
            StringBuilder bank = new StringBuilder();
            StringBuilder ledger = new StringBuilder();
            for (int i = 0; i < match.size(); i++) {
                int row = match.row(i);
                (outcome.rows().side(row) == Side.BANK ? bank : ledger)
                        .append((char) outcome.rows().id(row));
            }
            matches.add(bank + "-" + ledger);
        }
        Collections.sort(matches);
        return String.join(" ", matches);
    }

    static List<Entry> shuffled(List<Entry> entries, long seed) {
        List<Entry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
