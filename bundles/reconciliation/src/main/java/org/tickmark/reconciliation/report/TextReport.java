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
        if (has(Section.PROOF)) {
            model.proof().ifPresent(this::proof);
        }
        if (has(Section.RULES)) {
            rules();
        }
        if (has(Section.OPEN)) {
            ages();
            open();
        }
        if (has(Section.MATCHES)) {
            matches();
        }
        foot();
        return out.toString();
    }

    private boolean has(Section section) {
        return model.sections().contains(section);
    }

    private void heading() {
        line(Headline.title(model, format));
        line(
                model.unit().isEmpty()
                        ? Headline.asOf(model, format)
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
        ProofLines.balances(model, format)
                .forEach(row ->
                        table.row(row.label() + " " + row.side(), row.amount().shown()));
        ProofLines.identity(proof, format)
                .forEach(row -> table.row(row.label(), row.amount().shown()));
        out.append(table.text());
        proof.failures().stream().map(this::failure).forEach(this::line);
        line("");
    }

    private String failure(Problem problem) {
        return "! " + format.text(problem);
    }

    private void rules() {
        section("section.rules");
        long entries = model.entries(Side.BANK) + model.entries(Side.LEDGER);
        TextTable table = TextTable.of(LEFT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)
                .header(
                        format.text("rule"),
                        format.text("kind"),
                        format.text("matches"),
                        format.text("bank"),
                        format.text("ledger"),
                        format.text("share"),
                        format.text("amount"));
        for (RuleLine rule : model.rules()) {
            table.row(
                    format.maker(rule.rule().name()),
                    rule.rule().kind(),
                    format.count(rule.matches()),
                    format.count(rule.bankEntries()),
                    format.count(rule.ledgerEntries()),
                    format.share(rule.bankEntries() + rule.ledgerEntries(), entries),
                    format.amount(rule.amount()));
        }
        out.append(table.text(WIDTH, TextTable.Overflow.ELLIPSIS));
        line("");
    }

    private void ages() {
        section("section.open");
        TextTable table = TextTable.of(LEFT, RIGHT, RIGHT, RIGHT, RIGHT)
                .header(
                        format.text("age-days"),
                        format.text("bank-count"),
                        format.text("bank-sum"),
                        format.text("ledger-count"),
                        format.text("ledger-sum"));
        for (Ages.Line line : Ages.of(model.open())) {
            table.row(
                    line.bucket().days(),
                    format.count(line.bankCount()),
                    format.amount(line.bankSum()),
                    format.count(line.ledgerCount()),
                    format.amount(line.ledgerSum()));
        }
        out.append(table.text());
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
