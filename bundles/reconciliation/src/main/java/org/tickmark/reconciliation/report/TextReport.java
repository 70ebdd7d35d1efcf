package org.tickmark.reconciliation.report;

import static org.tickmark.kit.text.TextTable.Align.LEFT;
import static org.tickmark.kit.text.TextTable.Align.RIGHT;

import java.util.List;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.kit.text.TextTable;
import org.tickmark.reconciliation.report.ReportModel.MatchLine;
import org.tickmark.reconciliation.report.ReportModel.RuleLine;

/** The report as text for a terminal or a plain mail. */
final class TextReport {
    private static final int WIDTH = 132;

    private final ReportModel model;
    private final Format format;
    private final StringBuilder out = new StringBuilder();

    TextReport(ReportModel model, Format format) {
        this.model = model;
        this.format = format;
    }

    String write() {
        heading();
        model.proof().ifPresent(this::proof);
        rules();
        open();
        matches();
        foot();
        return out.toString();
    }

    private void heading() {
        line(format.text("title", model.group()));
        line(
                model.unit().isEmpty()
                        ? format.text("as-of", format.date(model.date()), model.currency())
                        : format.text(
                                "subtitle",
                                model.unit(),
                                model.unitName(),
                                model.currency(),
                                format.date(model.date())));
        line(Headline.of(model, format));
        line("");
    }

    private void proof(Proof proof) {
        section("section.proof");
        TextTable table = TextTable.of(LEFT, RIGHT);
        ProofLines.balances(model, format).forEach(row -> table.row(row.label() + " " + row.side(), row.amount()));
        ProofLines.identity(proof, format).forEach(row -> table.row(row.label(), row.amount()));
        out.append(table.text());
        proof.failures().stream().map(this::failure).forEach(this::line);
        line("");
    }

    private String failure(Problem problem) {
        return "! " + format.text(problem);
    }

    private void rules() {
        section("section.rules");
        TextTable table = TextTable.of(LEFT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT)
                .header(
                        format.text("rule"),
                        format.text("kind"),
                        format.text("matches"),
                        format.text("bank"),
                        format.text("ledger"),
                        format.text("amount"));
        for (RuleLine rule : model.rules()) {
            table.row(
                    format.maker(rule.rule().name()),
                    rule.rule().kind(),
                    format.count(rule.matches()),
                    format.count(rule.bankEntries()),
                    format.count(rule.ledgerEntries()),
                    format.amount(rule.amount()));
        }
        out.append(table.text(WIDTH, TextTable.Overflow.ELLIPSIS));
        line("");
    }

    private void open() {
        for (Side side : Side.values()) {
            List<OpenItem> items =
                    model.open().stream().filter(item -> item.side() == side).toList();
            section(side == Side.BANK ? "section.open-bank" : "section.open-ledger", items.size());
            if (items.isEmpty()) {
                line(format.text("none-open"));
            } else {
                out.append(open(items).text(WIDTH, TextTable.Overflow.WRAP));
            }
            line("");
        }
    }

    private TextTable open(List<OpenItem> items) {
        TextTable table = TextTable.of(LEFT, RIGHT, RIGHT, LEFT, LEFT)
                .header(
                        format.text("date"),
                        format.text("age"),
                        format.text("amount"),
                        format.text("what"),
                        format.text("why-open"));
        for (OpenItem item : items) {
            table.row(
                    format.date(item.bookingDate()),
                    format.count(item.ageDays()),
                    format.amount(item.amount()),
                    label(item.side(), item.entryId()) + What.of(item.reference(), item.party(), item.text()),
                    format.text(item.reason()));
        }
        return table;
    }

    private void matches() {
        section("section.matches", model.matchCount());
        for (MatchLine line : model.matches()) {
            line(line.match().id() + "  " + format.maker(line.match().rule()) + "  "
                    + format.date(line.match().effective()) + "  "
                    + format.amount(line.match().amount()));
            TextTable entries = TextTable.of(LEFT, LEFT, LEFT, RIGHT, LEFT);
            line.entries()
                    .forEach(entry -> entries.row(
                            " ",
                            format.side(entry.side()),
                            format.date(entry.date()),
                            format.amount(entry.amount()),
                            label(entry.side(), entry.id()) + What.of(entry.reference(), entry.party(), entry.text())));
            out.append(entries.text(WIDTH, TextTable.Overflow.ELLIPSIS));
            line("   " + line.match().evidence().stream().map(format::text).collect(Collectors.joining("; ")));
        }
        if (model.matchCount() > model.matches().size()) {
            line(format.text(
                    "more-matches", model.matchCount() - model.matches().size()));
        }
        line("");
    }

    private void foot() {
        Headline.about(model, format).forEach(this::line);
    }

    /** What a row of a file is called, in front of what it says. */
    private String label(Side side, long entry) {
        return model.labels().map(labels -> labels.of(side, entry) + ": ").orElse("");
    }

    private void section(String id, Object... arguments) {
        String title = format.text(id, arguments);
        line(title);
        line("=".repeat(title.length()));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
