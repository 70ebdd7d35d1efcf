package org.tickmark.console.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation.Standing;
import org.tickmark.kit.money.Amounts;
import org.tickmark.kit.text.TextTable;
import org.tickmark.kit.text.TextTable.Align;

/** Tells what came of the demonstration: in words for people, as a document for programs. */
final class Tale {
    private static final String INDENT = "  ";
    /** So wide a table may be; most terminals are. */
    private static final int WIDTH = 100;

    private final Unit unit;
    private final BatchResult night;
    private final Standing standing;
    private final Map<String, RuleCount> rules;
    private final Path report;
    private final NextSteps next;

    Tale(Unit unit, BatchResult night, Standing standing, List<Match> matches, Path report, NextSteps next) {
        this.unit = unit;
        this.night = night;
        this.standing = standing;
        this.rules = counted(matches);
        this.report = report;
        this.next = next;
    }

    /**
     * What stands matched by one rule.
     *
     * @param matches how many matches
     * @param bank entries of the bank side in them
     * @param ledger entries of the ledger side in them
     */
    private record RuleCount(long matches, long bank, long ledger) {
        RuleCount and(RuleCount more) {
            return new RuleCount(matches + more.matches, bank + more.bank, ledger + more.ledger);
        }
    }

    /** What each rule matched, in the order in which they were applied: that of the keys of the matches. */
    private static Map<String, RuleCount> counted(List<Match> matches) {
        Map<String, RuleCount> counts = new LinkedHashMap<>();
        for (Match match : matches) {
            RuleCount one = new RuleCount(1, match.bank().size(), match.ledger().size());
            counts.merge(match.rule(), one, RuleCount::and);
        }
        return counts;
    }

    // ---------------------------------------------------------------- in words

    String text(Locale locale) {
        Writer words = new Writer(locale);
        words.line("title", unit.name());
        imported(words);
        matched(words);
        open(words);
        standing.proof().ifPresentOrElse(proof -> proof(words, proof), () -> words.paragraph("proof.none"));
        words.paragraph("report", report.toString());
        next(words);
        return words.out.toString();
    }

    private void imported(Writer words) {
        boolean nothingNew = night.imports().entries() == 0;
        words.paragraph(nothingNew ? "imported.known" : "imported");
        for (FileOutcome file : night.imports().files()) {
            words.indented("imported.file", file.file(), file.entries(), file.known());
        }
    }

    private void matched(Writer words) {
        long matched = rules.values().stream()
                .mapToLong(count -> count.bank + count.ledger)
                .sum();
        words.paragraph("matched", matched, matched + standing.open().size());
        TextTable table = TextTable.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT)
                .header(words.all("head.rule", "head.matches", "head.bank", "head.ledger", "head.meaning"));
        rules.forEach((rule, count) -> table.row(
                rule,
                Long.toString(count.matches),
                Long.toString(count.bank),
                Long.toString(count.ledger),
                words.text("rule." + rule)));
        words.table(table);
    }

    private void open(Writer words) {
        words.paragraph("open", standing.open().size());
        TextTable table = TextTable.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT)
                .header(words.all("head.side", "head.date", "head.amount", "head.what", "head.reason"));
        for (OpenItem item : standing.open()) {
            table.row(
                    words.text("side." + item.side()),
                    item.bookingDate().toString(),
                    Amounts.display(item.amount(), item.currency(), words.locale),
                    what(item),
                    item.reason().text(words.locale));
        }
        words.table(table);
    }

    private static String what(OpenItem item) {
        String text = item.text().replace('\n', ' ');
        return item.party().isEmpty() || text.contains(item.party()) ? text : (item.party() + " " + text).strip();
    }

    private void proof(Writer words, Proof proof) {
        words.paragraph("proof", proof.date().toString(), proof.currency());
        TextTable table = TextTable.of(Align.LEFT, Align.RIGHT, Align.LEFT);
        sum(words, table, "proof.bank", proof.bankBalance(), stated(words, proof.bankStated()));
        sum(words, table, "proof.ledger", proof.ledgerBalance(), stated(words, proof.ledgerStated()));
        sum(words, table, "proof.difference", proof.bankBalance().subtract(proof.ledgerBalance()), "");
        sum(words, table, "proof.opening", proof.openingDifference(), "");
        sum(words, table, "proof.bank-open", proof.bankOpen(), "");
        sum(words, table, "proof.ledger-open", proof.ledgerOpen().negate(), "");
        sum(words, table, "proof.matched", proof.matchedDifference(), "");
        sum(words, table, "proof.explained", explained(proof), words.text(proof.ok() ? "proof.ok" : "proof.failed"));
        words.table(table);
    }

    private void sum(Writer words, TextTable table, String id, BigDecimal amount, String remark) {
        String currency = standing.proof().map(Proof::currency).orElse(unit.currency());
        table.row(words.text(id), Amounts.display(amount, currency, words.locale), remark);
    }

    private static String stated(Writer words, Optional<BigDecimal> balance) {
        return words.text(balance.isPresent() ? "proof.stated" : "proof.not-stated");
    }

    private static BigDecimal explained(Proof proof) {
        return proof.openingDifference()
                .add(proof.bankOpen())
                .subtract(proof.ledgerOpen())
                .add(proof.matchedDifference());
    }

    private void next(Writer words) {
        words.paragraph("next");
        for (NextSteps.Step step : next.steps()) {
            words.out.append(INDENT).append(step.line()).append('\n');
            words.out
                    .append(INDENT)
                    .append(INDENT)
                    .append(step.meaning().text(words.locale))
                    .append('\n');
        }
    }

    /** Writes lines in one language. */
    private static final class Writer {
        private final Locale locale;
        private final StringBuilder out = new StringBuilder();

        Writer(Locale locale) {
            this.locale = locale;
        }

        String text(String id, Object... arguments) {
            return Texts.text(id, arguments).text(locale);
        }

        List<String> all(String... ids) {
            return List.of(ids).stream().map(this::text).toList();
        }

        void line(String id, Object... arguments) {
            out.append(text(id, arguments)).append('\n');
        }

        void paragraph(String id, Object... arguments) {
            out.append('\n');
            line(id, arguments);
        }

        void indented(String id, Object... arguments) {
            out.append(INDENT);
            line(id, arguments);
        }

        void table(TextTable table) {
            table.text(WIDTH, TextTable.Overflow.WRAP)
                    .lines()
                    .forEach(row -> out.append(INDENT).append(row).append('\n'));
        }
    }

    // ---------------------------------------------------------------- as a document

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("unit", unit.code());
        document.put("group", standing.group().name());
        document.put("run", night.runId());
        document.put(
                "files", night.imports().files().stream().map(Tale::document).toList());
        document.put("matched", rules.entrySet().stream().map(Tale::document).toList());
        document.put("open", standing.open().stream().map(Tale::document).toList());
        document.put("proof", standing.proof().map(Tale::document).orElse(null));
        document.put("report", report.toString());
        document.put("next", next.steps().stream().map(NextSteps.Step::line).toList());
        return document;
    }

    private static Map<String, Object> document(FileOutcome file) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file.file());
        document.put("result", file.result().name().toLowerCase(Locale.ROOT));
        document.put("entries", file.entries());
        document.put("known", file.known());
        return document;
    }

    private static Map<String, Object> document(Map.Entry<String, RuleCount> rule) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rule", rule.getKey());
        document.put("matches", rule.getValue().matches);
        document.put("bank", rule.getValue().bank);
        document.put("ledger", rule.getValue().ledger);
        return document;
    }

    private static Map<String, Object> document(OpenItem item) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("side", item.side().name().toLowerCase(Locale.ROOT));
        document.put("date", item.bookingDate().toString());
        document.put("amount", item.amount());
        document.put("reason", item.reason().id());
        document.put("text", what(item));
        return document;
    }

    private static Map<String, Object> document(Proof proof) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("date", proof.date().toString());
        document.put("currency", proof.currency());
        document.put("bank", proof.bankBalance());
        document.put("ledger", proof.ledgerBalance());
        document.put("opening_difference", proof.openingDifference());
        document.put("bank_open", proof.bankOpen());
        document.put("ledger_open", proof.ledgerOpen());
        document.put("matched_difference", proof.matchedDifference());
        document.put("bank_stated", proof.bankStated().orElse(null));
        document.put("ledger_stated", proof.ledgerStated().orElse(null));
        document.put("ok", proof.ok());
        return document;
    }
}
