package org.tickmark.benchmarks.matching;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.files.Form;
import org.tickmark.benchmarks.matching.files.Sheets;
import org.tickmark.benchmarks.matching.score.Match;
import org.tickmark.benchmarks.matching.score.Result;
import org.tickmark.benchmarks.matching.score.Scorer;
import org.tickmark.benchmarks.matching.workload.Group;
import org.tickmark.benchmarks.matching.workload.Row;
import org.tickmark.benchmarks.matching.workload.Workload;
import org.tickmark.reconciliation.engine.RuleList;

/** Shows, row by row, what went wrong and what was not found. */
final class Explanations {
    private final PrintStream out;

    Explanations(PrintStream out) {
        this.out = out;
    }

    /** A workload with its rows at hand, in the order in which the engine's runner numbers them. */
    private static final class Rows implements Sheets.Sink {
        final List<Group> groups = new ArrayList<>();
        final Map<Side, List<Row>> rows = new EnumMap<>(Side.class);
        final Map<Side, List<Integer>> groupsOfRows = new EnumMap<>(Side.class);

        Rows(Workload workload, Form form) {
            for (Side side : Side.values()) {
                rows.put(side, new ArrayList<>());
                groupsOfRows.put(side, new ArrayList<>());
            }
            new Sheets(workload, form).forEach(this);
        }

        @Override
        public void group(Group group) {
            groups.add(group);
        }

        @Override
        public void row(Side side, String name, int group, Row row) {
            rows.get(side).add(row);
            groupsOfRows.get(side).add(group);
        }

        Group groupOf(Side side, int row) {
            return groups.get(groupsOfRows.get(side).get(row));
        }
    }

    /** Prints each wrong match. */
    void wrong(Options options) {
        List<Workload> workloads = Workloads.of(options);
        Form form = Workloads.form(options);
        RuleList rules = Workloads.rules(options);
        options.refuseOthers();
        for (Workload workload : workloads) {
            Rows rows = new Rows(workload, form);
            EngineMatcher.Matched matched = EngineMatcher.match(workload, form, rules);
            for (Match match : Scorer.score(matched.truth(), matched.result()).harmful()) {
                out.println(QualityTable.label(workload) + ", rule " + match.rule() + ": "
                        + match.evidence().get());
                match.bank().forEach(row -> print(rows, Side.BANK, row));
                match.ledger().forEach(row -> print(rows, Side.LEDGER, row));
            }
        }
    }

    private void print(Rows rows, Side side, int row) {
        Group group = rows.groupOf(side, row);
        out.println("  " + side + ' ' + text(rows.rows.get(side).get(row)) + "   <- " + group.type() + ' '
                + group.expected());
        group.bank().forEach(other -> out.println("      truth BANK " + text(other)));
        group.ledger().forEach(other -> out.println("      truth LEDGER " + text(other)));
    }

    /** Prints groups of which no row was matched. */
    void missed(Options options) {
        List<Workload> workloads = Workloads.of(options);
        Form form = Workloads.form(options);
        String type = options.get("type", "");
        long limit = Options.number(options.get("limit", "20"));
        RuleList rules = Workloads.rules(options);
        options.refuseOthers();
        for (Workload workload : workloads) {
            Rows rows = new Rows(workload, form);
            Result result = EngineMatcher.match(workload, form, rules).result();
            List<Group> missed = missed(rows, result).stream()
                    .filter(group -> type.isEmpty() || group.type().equals(type))
                    .toList();
            out.println(QualityTable.label(workload) + ": " + missed.size() + " missed");
            missed.stream().limit(limit).forEach(this::print);
        }
    }

    private static List<Group> missed(Rows rows, Result result) {
        boolean[] touched = new boolean[rows.groups.size()];
        for (Match match : result.matches()) {
            match.bank().forEach(row -> touched[rows.groupsOfRows.get(Side.BANK).get(row)] = true);
            match.ledger()
                    .forEach(row -> touched[rows.groupsOfRows.get(Side.LEDGER).get(row)] = true);
        }
        List<Group> missed = new ArrayList<>();
        for (int group = 0; group < touched.length; group++) {
            if (!touched[group] && rows.groups.get(group).expected() == Group.Expected.MATCH) {
                missed.add(rows.groups.get(group));
            }
        }
        return missed;
    }

    private void print(Group group) {
        out.println("  " + group.type());
        group.bank().forEach(row -> out.println("    BANK   " + text(row)));
        group.ledger().forEach(row -> out.println("    LEDGER " + text(row)));
    }

    private static String text(Row row) {
        return row.booked() + " " + row.minor() / 100 + "." + Math.abs(row.minor() % 100) + " [" + row.reference()
                + "] [" + row.counterparty() + "] " + row.text();
    }
}
