package org.tickmark.reconciliation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.kit.money.Amounts;
import org.tickmark.kit.text.Csv;
import org.tickmark.reconciliation.report.ReportModel.MatchLine;
import org.tickmark.reconciliation.report.ReportModel.RuleLine;

/**
 * The open items and the entries of the matches as rows: first the open ones, then match by match. A report that has neither is written as its rules.
 * Amounts have a decimal point; what a spreadsheet could take for a formula is made text.
 */
final class CsvReport {
    private static final List<String> HEADINGS = List.of(
            "state",
            "match",
            "rule",
            "side",
            "account",
            "entry",
            "booking_date",
            "amount",
            "currency",
            "reference",
            "party",
            "text",
            "age_days",
            "explanation");

    private static final List<String> RULE_HEADINGS = List.of(
            "rule",
            "kind",
            "state",
            "matches",
            "bank_entries",
            "bank_entries_of",
            "ledger_entries",
            "ledger_entries_of",
            "amount",
            "currency");

    private CsvReport() {}

    static String write(ReportModel model, Locale locale) {
        StringBuilder out = new StringBuilder();
        Csv csv = new Csv(out, ',', Csv.Formulas.GUARDED);
        try {
            if (model.sections().contains(Section.OPEN) || model.sections().contains(Section.MATCHES)) {
                writeEntries(csv, model, locale);
            } else {
                writeRules(csv, model);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toString();
    }

    private static void writeEntries(Csv csv, ReportModel model, Locale locale) throws IOException {
        csv.row(HEADINGS);
        if (model.sections().contains(Section.OPEN)) {
            for (OpenItem item : model.open()) {
                writeOpen(csv, model, item, locale);
            }
        }
        if (model.sections().contains(Section.MATCHES)) {
            for (MatchLine line : model.matches()) {
                writeMatch(csv, model, line, locale);
            }
        }
    }

    private static void writeRules(Csv csv, ReportModel model) throws IOException {
        csv.row(RULE_HEADINGS);
        for (RuleLine line : model.rules()) {
            csv.row(
                    line.rule().name(),
                    line.rule().kind(),
                    line.rule().state().name().toLowerCase(Locale.ROOT),
                    line.matches(),
                    line.bankEntries(),
                    model.entries(Side.BANK),
                    line.ledgerEntries(),
                    model.entries(Side.LEDGER),
                    amount(line.amount(), model),
                    model.currency());
        }
    }

    private static void writeOpen(Csv csv, ReportModel model, OpenItem item, Locale locale) throws IOException {
        csv.row(
                "open",
                null,
                null,
                item.side().name().toLowerCase(Locale.ROOT),
                item.account(),
                item.entryId(),
                item.bookingDate(),
                amount(item.amount(), model),
                model.currency(),
                item.reference(),
                item.party(),
                item.text(),
                item.ageDays(),
                item.reason().text(locale));
    }

    private static void writeMatch(Csv csv, ReportModel model, MatchLine line, Locale locale) throws IOException {
        Match match = line.match();
        String evidence =
                match.evidence().stream().map(message -> message.text(locale)).collect(Collectors.joining("; "));
        for (EntryLine entry : line.entries()) {
            csv.row(
                    "matched",
                    match.id(),
                    match.rule(),
                    entry.side().name().toLowerCase(Locale.ROOT),
                    entry.account(),
                    entry.id(),
                    entry.date(),
                    amount(entry.amount(), model),
                    model.currency(),
                    entry.reference(),
                    entry.party(),
                    entry.text(),
                    null,
                    evidence);
        }
    }

    private static BigDecimal amount(BigDecimal amount, ReportModel model) {
        return new BigDecimal(Amounts.plain(amount, model.currency()));
    }
}
