package org.tickmark.reconciliation.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.kit.json.Json;
import org.tickmark.kit.money.Amounts;
import org.tickmark.reconciliation.report.ReportModel.AccountLine;
import org.tickmark.reconciliation.report.ReportModel.MatchLine;
import org.tickmark.reconciliation.report.ReportModel.RuleLine;
import org.tickmark.reconciliation.report.ReportModel.StatementLine;

/** The whole model as JSON: amounts as exact decimal strings, dates by ISO 8601, texts for people in the language asked for. */
final class JsonReport {
    private final ReportModel model;
    private final Locale locale;

    private JsonReport(ReportModel model, Locale locale) {
        this.model = model;
        this.locale = locale;
    }

    static String write(ReportModel model, Locale locale) {
        return Json.indented(new JsonReport(model, locale).tree());
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("report", model.kind().word());
        tree.put("group", model.group());
        tree.put("version", model.version());
        tree.put("unit", model.unit());
        tree.put("unit_name", model.unitName());
        tree.put("currency", model.currency());
        tree.put("date", model.date());
        tree.put("generated_at", model.generatedAt());
        if (has(Section.PROOF)) {
            tree.put("proof", model.proof().map(this::proof));
            tree.put("accounts", model.accounts().stream().map(this::account).toList());
        }
        if (has(Section.RULES)) {
            tree.put("rules", model.rules().stream().map(this::rule).toList());
        }
        if (has(Section.OPEN)) {
            tree.put("ages", Ages.of(model.open()).stream().map(this::age).toList());
            tree.put("open", Map.of("bank", open(Side.BANK), "ledger", open(Side.LEDGER)));
        }
        if (has(Section.MATCHES)) {
            tree.put("match_count", model.matchCount());
            tree.put("matches", model.matches().stream().map(this::match).toList());
        }
        tree.put("run", model.run().map(this::run));
        tree.put("audit_head", model.auditHead().map(head -> object("number", head.number(), "hash", head.hash())));
        return tree;
    }

    private boolean has(Section section) {
        return model.sections().contains(section);
    }

    /** An object of names and values in this order. */
    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    private Map<String, Object> proof(Proof proof) {
        return object(
                "ok", proof.ok(),
                "date", proof.date(),
                "bank_balance", proof.bankBalance(),
                "ledger_balance", proof.ledgerBalance(),
                "opening_difference", proof.openingDifference(),
                "bank_open", proof.bankOpen(),
                "ledger_open", proof.ledgerOpen(),
                "matched_difference", proof.matchedDifference(),
                "bank_stated", proof.bankStated(),
                "ledger_stated", proof.ledgerStated(),
                "failures", proof.failures().stream().map(this::problem).toList());
    }

    private Map<String, Object> problem(Problem problem) {
        return object(
                "code", problem.code(),
                "what", problem.what().text(locale),
                "where", problem.where(),
                "found", problem.found(),
                "expected", problem.expected(),
                "advice", problem.advice().map(advice -> advice.text(locale)));
    }

    private Map<String, Object> account(AccountLine account) {
        return object(
                "side", side(account.side()),
                "account", account.code(),
                "name", account.name(),
                "opening", plain(account.opening()),
                "opening_source", account.source().name().toLowerCase(Locale.ROOT),
                "entries", account.entries(),
                "entry_sum", plain(account.entrySum()),
                "balance", plain(account.balance()),
                "stated",
                        account.stated()
                                .map(stated -> object(
                                        "amount", plain(stated.amount()),
                                        "on", stated.on(),
                                        "computed", plain(stated.computed()),
                                        "agrees", stated.agrees())),
                "statements", account.statements().stream().map(this::statement).toList());
    }

    private Map<String, Object> statement(StatementLine statement) {
        return object(
                "key", statement.key(),
                "from", statement.from(),
                "to", statement.to(),
                "opening", statement.opening().map(this::plain),
                "closing", statement.closing().map(this::plain),
                "transactions", statement.transactions(),
                "sum", plain(statement.sum()),
                "verdict", statement.verdict().toLowerCase(Locale.ROOT));
    }

    private Map<String, Object> rule(RuleLine line) {
        return object(
                "rule", line.rule().name(),
                "kind", line.rule().kind(),
                "state", line.rule().state().name().toLowerCase(Locale.ROOT),
                "parameters", line.rule().parameters(),
                "current", line.current(),
                "matches", line.matches(),
                "bank_entries", line.bankEntries(),
                "ledger_entries", line.ledgerEntries(),
                "entries_of", model.entries(Side.BANK) + model.entries(Side.LEDGER),
                "amount", plain(line.amount()));
    }

    private Map<String, Object> age(Ages.Line line) {
        return object(
                "days", line.bucket().days().replace('–', '-'),
                "bank_count", line.bankCount(),
                "bank_sum", plain(line.bankSum()),
                "ledger_count", line.ledgerCount(),
                "ledger_sum", plain(line.ledgerSum()));
    }

    private List<Map<String, Object>> open(Side side) {
        return model.open().stream()
                .filter(item -> item.side() == side)
                .map(this::item)
                .toList();
    }

    private Map<String, Object> item(OpenItem item) {
        return object(
                "entry", item.entryId(),
                "account", item.account(),
                "booking_date", item.bookingDate(),
                "amount", plain(item.amount()),
                "whole", plain(item.whole()),
                "reference", item.reference(),
                "party", item.party(),
                "text", item.text(),
                "age_days", item.ageDays(),
                "reason_id", item.reason().id(),
                "reason", item.reason().text(locale),
                "note", item.note());
    }

    private Map<String, Object> match(MatchLine line) {
        Match match = line.match();
        return object(
                "id", match.id(),
                "run", match.runId(),
                "rule", match.rule(),
                "effective", match.effective(),
                "made_at", match.madeAt(),
                "made_by", match.madeBy(),
                "amount", plain(match.amount()),
                "difference", plain(match.difference()),
                "bank", match.bank(),
                "ledger", match.ledger(),
                "parts", parts(match),
                "evidence",
                        match.evidence().stream()
                                .map(message -> message.text(locale))
                                .toList());
    }

    /** Of entries of which only a part is matched: the part, by key. */
    private Map<String, Object> parts(Match match) {
        Map<String, Object> parts = new TreeMap<>();
        match.parts().forEach((entry, amount) -> parts.put(entry.toString(), plain(amount)));
        return parts;
    }

    private Map<String, Object> run(ReportModel.RunLine run) {
        return object(
                "id", run.id(),
                "caller", run.caller(),
                "finished_at", run.finishedAt(),
                "scheduled", run.scheduled(),
                "matches", run.matches());
    }

    private static String side(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private String plain(BigDecimal amount) {
        return Amounts.plain(amount, model.currency());
    }
}
