package org.tickmark.benchmarks.matching.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.files.Form;
import org.tickmark.benchmarks.matching.files.Sheets;
import org.tickmark.benchmarks.matching.score.Truth;
import org.tickmark.benchmarks.matching.workload.Group;
import org.tickmark.benchmarks.matching.workload.Row;
import org.tickmark.benchmarks.matching.workload.Workload;

/** The rows of a workload with what belongs together, for all who match them. */
public final class Lines {
    private static final Pattern KEY = Pattern.compile("\\b[BS]\\d{7}\\b");

    private final Truth truth = new Truth();
    private final List<Row> bankRows = new ArrayList<>();
    private final List<Row> ledgerRows = new ArrayList<>();
    private final List<Line> bank = new ArrayList<>();
    private final List<Line> ledger = new ArrayList<>();

    private Lines() {}

    /** The rows in a form. */
    public static Lines of(Workload workload, Form form) {
        Lines lines = new Lines();
        new Sheets(workload, form).forEach(new Sheets.Sink() {
            @Override
            public void group(Group group) {
                lines.truth.addGroup(group.type(), group.expected());
            }

            @Override
            public void row(Side side, String name, int group, Row row) {
                lines.truth.addRow(side, group, Truth.content(form.visible(row)), row.minor());
                lines.add(side, form.visibleRow(row));
            }
        });
        return lines;
    }

    private void add(Side side, Row row) {
        boolean atBank = side == Side.BANK;
        List<Row> rows = atBank ? bankRows : ledgerRows;
        String name = atBank ? row.text() : row.counterparty();
        (atBank ? bank : ledger)
                .add(new Line(
                        rows.size(),
                        (int) row.booked().toEpochDay(),
                        row.minor(),
                        reference(row),
                        name.toUpperCase(Locale.ROOT)));
        rows.add(row);
    }

    private static String reference(Row row) {
        return Stream.of(row.reference(), row.text())
                .map(KEY::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseGet(() -> row.reference().replaceAll("\\D", ""));
    }

    /** What belongs together. */
    public Truth truth() {
        return truth;
    }

    /** The rows of a side as they stand in its file. */
    public List<Row> rows(Side side) {
        return Collections.unmodifiableList(side == Side.BANK ? bankRows : ledgerRows);
    }

    List<Line> bank() {
        return bank;
    }

    List<Line> ledger() {
        return ledger;
    }
}
