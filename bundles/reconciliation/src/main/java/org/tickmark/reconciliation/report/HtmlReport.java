package org.tickmark.reconciliation.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.kit.text.Html;
import org.tickmark.reconciliation.report.ReportModel.AccountLine;
import org.tickmark.reconciliation.report.ReportModel.MatchLine;
import org.tickmark.reconciliation.report.ReportModel.RuleLine;
import org.tickmark.reconciliation.report.ReportModel.StatementLine;

/** The report as a page of its own: no script, no image, no font from elsewhere; also good on paper. */
final class HtmlReport {
    private final ReportModel model;
    private final Format format;
    private final Page page;

    private HtmlReport(ReportModel model, Format format, Page page) {
        this.model = model;
        this.format = format;
        this.page = page;
    }

    /** One page of one or more reports in the same language; the first gives the title. */
    static String write(List<ReportModel> models, Locale locale) {
        Page page = new Page();
        List<HtmlReport> reports = models.stream()
                .map(model -> new HtmlReport(model, new Format(locale, model.currency()), page))
                .toList();
        HtmlReport first = reports.get(0);
        page.markup("<!DOCTYPE html>")
                .markup("<html lang=\"" + first.format.language() + "\">")
                .element("head", "", first::head)
                .element("body", "", () -> reports.forEach(report -> page.element("main", "", report::body)))
                .markup("</html>");
        return page.toString();
    }

    private void head() {
        page.markup("<meta charset=\"utf-8\"/>")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .markup("<meta name=\"generator\" content=\"Tickmark\"/>")
                .element("title", format.text("title", model.group()))
                .markup("<style>" + Style.CSS + "</style>");
    }

    private void body() {
        page.element("header", "", this::heading);
        model.proof().ifPresent(proof -> {
            page.element("section", "figures", () -> figures(proof));
            page.element("section", "", () -> proof(proof));
        });
        page.element("section", "", this::rules);
        page.element("section", "", this::open);
        page.element("section", "", this::matches);
        page.element("section", "", this::statements);
        page.element("footer", "", () -> Headline.about(model, format).forEach(line -> page.element("p", line)));
    }

    private void heading() {
        String status = model.proven().map(proven -> proven ? "good" : "bad").orElse("idle");
        if (!model.unit().isEmpty()) {
            page.element("p", "unit", model.unitName() + " (" + model.unit() + ")");
        }
        page.element("h1", format.text("title", model.group()))
                .element("p", "as-of", format.text("as-of", format.date(model.date()), model.currency()))
                .element("p", "status " + status, Headline.of(model, format));
    }

    // figures at a glance

    private void figures(Proof proof) {
        figure("figure.bank", format.amount(proof.bankBalance()), "");
        figure("figure.ledger", format.amount(proof.ledgerBalance()), "");
        figure("figure.difference", format.amount(proof.bankBalance().subtract(proof.ledgerBalance())), "");
        long entries = model.entries(Side.BANK) + model.entries(Side.LEDGER);
        long open = model.open(Side.BANK) + model.open(Side.LEDGER);
        figure(
                "figure.open",
                format.count(open),
                format.text("figure.matched", format.percent(entries - open, entries)));
    }

    private void figure(String label, String value, String note) {
        page.element("div", "figure", () -> {
            page.element("p", "label", format.text(label)).element("p", "value", value);
            if (!note.isEmpty()) {
                page.element("p", "note", note);
            }
        });
    }

    // proof

    private void proof(Proof proof) {
        page.element("h2", format.text("section.proof"));
        page.element("div", "columns", () -> {
            for (Side side : Side.values()) {
                page.element("div", "", () -> lines(format.side(side), ProofLines.balances(model, side, format)));
            }
            page.element("div", "wide", () -> lines(format.text("proof.identity"), ProofLines.identity(proof, format)));
        });
        if (!proof.failures().isEmpty()) {
            page.element("ul", "failures", () -> proof.failures()
                    .forEach(failure -> page.element("li", format.text(failure))));
        }
        accounts();
    }

    private void lines(String title, List<ProofLines.Line> lines) {
        page.element("h3", title)
                .element(
                        "table",
                        "sums",
                        () -> page.element(
                                "tbody",
                                "",
                                () -> lines.forEach(line -> {
                                    page.element("tr", line.style(), () -> {
                                        page.element("td", line.label());
                                        page.element("td", "number", mark(line.style()) + line.amount());
                                    });
                                })));
    }

    /** Colour alone says nothing to those who do not see it, or on paper. */
    private static String mark(String style) {
        return switch (style) {
            case "good" -> "✓ ";
            case "bad" -> "✗ ";
            default -> "";
        };
    }

    private void accounts() {
        page.element("h3", format.text("section.accounts"));
        List<String> heads = List.of("account", "side", "opening", "entries", "balance", "stated", "stated-on");
        table(heads, List.of(2, 3, 4, 5), () -> model.accounts().forEach(this::account));
    }

    private void account(AccountLine account) {
        page.element("tr", "", () -> {
            page.element("td", account.code() + " " + account.name());
            page.element("td", format.side(account.side()));
            page.element("td", "number", format.amount(account.opening()) + openingNote(account));
            page.element("td", "number", format.amount(account.entrySum()));
            page.element("td", "number", format.amount(account.balance()));
            String agreement = account.stated()
                    .map(stated -> stated.agrees() ? "good" : "bad")
                    .orElse("");
            page.element(
                    "td",
                    ("number " + agreement).strip(),
                    account.stated()
                            .map(stated -> mark(agreement) + format.amount(stated.amount()))
                            .orElse(format.text("not-stated")));
            page.element(
                    "td",
                    account.stated().map(stated -> format.date(stated.on())).orElse(""));
        });
    }

    private String openingNote(AccountLine account) {
        return switch (account.source()) {
            case STATED -> "";
            case DERIVED -> " " + format.text("opening.derived");
            case NONE -> " " + format.text("opening.none");
        };
    }

    // rules

    private void rules() {
        page.element("h2", format.text("section.rules"));
        List<String> heads = List.of("rule", "kind", "settings", "matches", "bank", "ledger", "amount");
        table(heads, List.of(3, 4, 5, 6), () -> {
            model.rules().forEach(this::rule);
            ruleTotal();
        });
    }

    private void rule(RuleLine line) {
        page.element("tr", line.matches() == 0 ? "quiet" : "", () -> {
            page.element("td", format.maker(line.rule().name()));
            page.element("td", line.current() ? line.rule().kind() : format.text("rule.former"));
            page.element("td", settings(line));
            page.element("td", "number", format.count(line.matches()));
            page.element("td", "number", format.count(line.bankEntries()));
            page.element("td", "number", format.count(line.ledgerEntries()));
            page.element("td", "number", format.amount(line.amount()));
        });
    }

    private String settings(RuleLine line) {
        String settings = line.rule().parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                .collect(Collectors.joining(", "));
        return line.current() && line.rule().state() != Rule.State.AUTOMATIC
                ? format.text("rule.state." + line.rule().state().name()) + " " + settings
                : settings;
    }

    private void ruleTotal() {
        page.element("tr", "sum", () -> {
            page.markup("<td colspan=\"3\">" + Html.escape(format.text("total")) + "</td>");
            page.element("td", "number", format.count(sum(RuleLine::matches)));
            page.element("td", "number", format.count(sum(RuleLine::bankEntries)));
            page.element("td", "number", format.count(sum(RuleLine::ledgerEntries)));
            page.element("td", "number", "");
        });
    }

    private long sum(ToLongFunction<RuleLine> number) {
        return model.rules().stream().mapToLong(number).sum();
    }

    // open items

    private void open() {
        page.element("h2", format.text("section.open"));
        ages();
        for (Side side : Side.values()) {
            List<OpenItem> items =
                    model.open().stream().filter(item -> item.side() == side).toList();
            page.element(
                    "h3", format.text(side == Side.BANK ? "section.open-bank" : "section.open-ledger", items.size()));
            if (items.isEmpty()) {
                page.element("p", "none", format.text("none-open"));
            } else {
                List<String> heads = List.of("date", "age", place(), "amount", "what", "why-open");
                table(heads, List.of(1, 3), () -> items.forEach(this::item));
            }
        }
    }

    /** Where an entry is found: its account in the books, or its name in the file. */
    private String place() {
        return model.labels().isPresent() ? "row" : "account";
    }

    private String place(Side side, long entry, String account) {
        return model.labels().map(labels -> labels.of(side, entry)).orElse(account);
    }

    private void ages() {
        List<String> heads = List.of("age-days", "bank-count", "bank-sum", "ledger-count", "ledger-sum");
        table(heads, List.of(1, 2, 3, 4), () -> {
            for (Ages.Line line : Ages.of(model.open())) {
                page.element("tr", line.bankCount() + line.ledgerCount() == 0 ? "quiet" : "", () -> {
                    page.element("td", line.bucket().days());
                    page.element("td", "number", format.count(line.bankCount()));
                    page.element("td", "number", format.amount(line.bankSum()));
                    page.element("td", "number", format.count(line.ledgerCount()));
                    page.element("td", "number", format.amount(line.ledgerSum()));
                });
            }
        });
    }

    private void item(OpenItem item) {
        page.element("tr", "", () -> {
            page.element("td", "date", format.date(item.bookingDate()));
            page.element("td", "number", format.count(item.ageDays()));
            page.element("td", place(item.side(), item.entryId(), item.account()));
            page.element("td", "number", format.amount(item.amount()));
            page.element("td", What.of(item.reference(), item.party(), item.text()));
            page.element("td", "why", format.text(item.reason()));
        });
    }

    // matches

    private void matches() {
        page.element("h2", format.text("section.matches", model.matchCount()));
        if (model.matches().isEmpty()) {
            page.element("p", "none", format.text("no-matches"));
            return;
        }
        List<String> heads =
                List.of("match", "date", model.labels().isPresent() ? "row" : "side", "amount", "what", "why");
        table(heads, List.of(3), () -> {}, () -> model.matches().forEach(this::match));
        if (model.matchCount() > model.matches().size()) {
            long more = model.matchCount() - model.matches().size();
            page.element("p", "none", format.text("more-matches", more));
        }
    }

    /** A match is a group of rows that paper does not divide. */
    private void match(MatchLine line) {
        page.element("tbody", "match", () -> {
            boolean first = true;
            for (EntryLine entry : line.entries()) {
                entry(line, entry, first);
                first = false;
            }
        });
    }

    private void entry(MatchLine line, EntryLine entry, boolean first) {
        page.element("tr", "", () -> {
            if (first) {
                String span = " rowspan=\"" + line.entries().size() + "\"";
                page.markup("<td" + span + ">" + Html.escape(line.match().id() + " ") + "<span class=\"rule\">"
                        + Html.escape(format.maker(line.match().rule())) + "</span></td>");
            }
            page.element("td", "date", format.date(entry.date()));
            page.element("td", place(entry.side(), entry.id(), format.side(entry.side())));
            page.element("td", "number", format.amount(entry.amount()));
            page.element("td", What.of(entry.reference(), entry.party(), entry.text()));
            if (first) {
                page.markup("<td class=\"why\" rowspan=\"" + line.entries().size() + "\">" + evidence(line) + "</td>");
            }
        });
    }

    private String evidence(MatchLine line) {
        return line.match().evidence().stream()
                .map(message -> Html.escape(format.text(message)))
                .collect(Collectors.joining("<br/>"));
    }

    // statements

    private void statements() {
        page.element("h2", format.text("section.statements"));
        List<String> heads =
                List.of("account", "statement", "from", "to", "opening", "closing", "transactions", "sum", "adds-up");
        table(heads, List.of(4, 5, 6, 7), () -> model.accounts()
                .forEach(account -> account.statements().forEach(statement -> statement(account, statement))));
    }

    private void statement(AccountLine account, StatementLine statement) {
        page.element("tr", "", () -> {
            page.element("td", account.code());
            page.element("td", "key", statement.key());
            page.element("td", "date", format.date(statement.from()));
            page.element("td", "date", format.date(statement.to()));
            page.element("td", "number", format.amount(statement.opening()));
            page.element("td", "number", format.amount(statement.closing()));
            page.element("td", "number", format.count(statement.transactions()));
            page.element("td", "number", format.amount(statement.sum()));
            page.element("td", format.text("verdict." + statement.verdict()));
        });
    }

    // tables

    private void table(List<String> heads, List<Integer> numbers, Runnable rows) {
        table(heads, numbers, rows, () -> {});
    }

    private void table(List<String> heads, List<Integer> numbers, Runnable rows, Runnable bodies) {
        page.element("table", "", () -> {
            page.element(
                    "thead",
                    "",
                    () -> page.element("tr", "", () -> {
                        for (int i = 0; i < heads.size(); i++) {
                            page.element("th", numbers.contains(i) ? "number" : "", format.text(heads.get(i)));
                        }
                    }));
            page.element("tbody", "", rows);
            bodies.run();
        });
    }
}
