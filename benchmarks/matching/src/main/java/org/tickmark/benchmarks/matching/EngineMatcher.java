package org.tickmark.benchmarks.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.importer.Reference;
import org.tickmark.benchmarks.matching.files.Form;
import org.tickmark.benchmarks.matching.files.Sheets;
import org.tickmark.benchmarks.matching.score.Match;
import org.tickmark.benchmarks.matching.score.Result;
import org.tickmark.benchmarks.matching.score.Suggestion;
import org.tickmark.benchmarks.matching.score.Truth;
import org.tickmark.benchmarks.matching.workload.Group;
import org.tickmark.benchmarks.matching.workload.Row;
import org.tickmark.benchmarks.matching.workload.Workload;
import org.tickmark.reconciliation.engine.Borne;
import org.tickmark.reconciliation.engine.Chains;
import org.tickmark.reconciliation.engine.Engine;
import org.tickmark.reconciliation.engine.Entry;
import org.tickmark.reconciliation.engine.Found;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.engine.Snapshot;

/** Matches a workload with the engine itself, without files or a database between. */
final class EngineMatcher {
    private EngineMatcher() {}

    /**
     * What came of it.
     *
     * @param readSeconds for making the rows and reading their texts
     * @param matchSeconds for the rules
     */
    record Matched(Truth truth, Result result, double readSeconds, double matchSeconds) {}

    static Matched match(Workload workload, Form form, RuleList rules) {
        long start = System.nanoTime();
        Truth truth = new Truth();
        Snapshot.Builder builder = Snapshot.builder(Row.CURRENCY);
        new Sheets(workload, form).forEach(new Sheets.Sink() {
            @Override
            public void group(Group group) {
                truth.addGroup(group.type(), group.expected());
            }

            @Override
            public void row(Side side, String name, int group, Row row) {
                builder.add(entry(side, truth.rows(side), form.visibleRow(row)));
                truth.addRow(side, group, Truth.content(form.visible(row)), row.minor());
            }
        });
        Snapshot rows = builder.build();
        long read = System.nanoTime();
        Outcome outcome = Engine.run(rows, rules, Borne.NOTHING, Chains.NONE, CancelToken.NEVER);
        long matched = System.nanoTime();
        return new Matched(truth, result(outcome), (read - start) / 1e9, (matched - read) / 1e9);
    }

    /** The row as the engine takes it. */
    static Entry entry(Side side, long id, Row row) {
        List<Reference> references = row.reference().isBlank()
                ? List.of()
                : List.of(new Reference(Reference.Type.CREDITOR, row.reference()));
        return new Entry(
                id,
                side,
                row.booked(),
                row.value(),
                BigDecimal.valueOf(row.minor(), 2),
                references,
                row.counterparty(),
                "",
                "",
                row.text());
    }

    /** What the engine found, by the numbers of rows. */
    static Result result(Outcome outcome) {
        List<Match> matches = new ArrayList<>();
        for (Found found : outcome.matches()) {
            matches.add(new Match(
                    outcome.rules().rules().get(found.rule()).name(),
                    rows(outcome, found, Side.BANK),
                    rows(outcome, found, Side.LEDGER),
                    outcome.difference(found),
                    () -> evidence(outcome, found)));
        }
        return new Result(matches, suggestions(outcome), open(outcome, Side.BANK), open(outcome, Side.LEDGER), true);
    }

    private static List<Suggestion> suggestions(Outcome outcome) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (var suggestion : outcome.suggestions()) {
            List<Integer> bank = new ArrayList<>(1);
            List<Integer> ledger = new ArrayList<>(1);
            for (int i = 0; i < suggestion.size(); i++) {
                int row = suggestion.row(i);
                (outcome.rows().side(row) == Side.BANK ? bank : ledger)
                        .add((int) outcome.rows().id(row));
            }
            suggestions.add(new Suggestion(bank, ledger, suggestion.rank()));
        }
        return suggestions;
    }

    private static String evidence(Outcome outcome, Found found) {
        return outcome.evidence(found).stream().map(Object::toString).collect(Collectors.joining("; "));
    }

    private static List<Integer> rows(Outcome outcome, Found found, Side side) {
        List<Integer> rows = new ArrayList<>(1);
        for (int i = 0; i < found.size(); i++) {
            if (outcome.rows().side(found.row(i)) == side) {
                rows.add((int) outcome.rows().id(found.row(i)));
            }
        }
        return rows;
    }

    private static List<Integer> open(Outcome outcome, Side side) {
        List<Integer> open = new ArrayList<>();
        for (int row = 0; row < outcome.rows().size(); row++) {
            if (outcome.isOpen(row) && outcome.rows().side(row) == side) {
                open.add((int) outcome.rows().id(row));
            }
        }
        return open;
    }
}
