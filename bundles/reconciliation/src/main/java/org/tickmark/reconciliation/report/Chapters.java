package org.tickmark.reconciliation.report;

import static org.tickmark.reconciliation.report.Grid.Look.DATE;
import static org.tickmark.reconciliation.report.Grid.Look.NOTE;
import static org.tickmark.reconciliation.report.Grid.Look.NUMBER;
import static org.tickmark.reconciliation.report.Grid.Look.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.reconciliation.report.Grid.Cell;
import org.tickmark.reconciliation.report.Grid.Mood;
import org.tickmark.reconciliation.report.Grid.Row;
import org.tickmark.reconciliation.report.ReportModel.AccountLine;
import org.tickmark.reconciliation.report.ReportModel.MatchLine;
import org.tickmark.reconciliation.report.ReportModel.RuleLine;
import org.tickmark.reconciliation.report.ReportModel.Stated;
import org.tickmark.reconciliation.report.ReportModel.StatementLine;

/** The parts of a report as tables, for whatever lays them out. */
final class Chapters {
    private final ReportModel model;
    private final Format format;

    private Chapters(ReportModel model, Format format) {
        this.model = model;
        this.format = format;
    }

    /** The parts that a report of its kind has, in order. */
    static List<Chapter> of(ReportModel model, Format format) {
        Chapters chapters = new Chapters(model, format);
        Stream<Chapter> proof = model.proof().map(chapters::proof).stream();
        return Stream.concat(
                        proof, Stream.of(chapters.rules(), chapters.open(), chapters.matches(), chapters.statements()))
                .filter(chapter -> model.sections().contains(chapter.section()))
                .toList();
    }

    private Grid.Builder grid(String title) {
        return Grid.builder(title, "");
    }

    // proof

    private Chapter proof(Proof proof) {
        List<Grid> grids = new ArrayList<>();
        for (Side side : Side.values()) {
            grids.add(lines(format.side(side), ProofLines.balances(model, side, format)));
        }
        grids.add(lines(format.text("proof.identity"), ProofLines.identity(proof, format)));
        grids.add(accounts());
        List<String> failures = proof.failures().stream().map(format::text).toList();
        return new Chapter(Section.PROOF, format.text("section.proof"), failures, grids, "");
    }

    private Grid lines(String title, List<ProofLines.Line> lines) {
        Grid.Builder grid = grid(title).column("", TEXT).column("", NUMBER);
        lines.forEach(line -> grid.row(Row.of(line.mood(), Cell.text(line.label()), line.amount())));
        return grid.build();
    }

    private Grid accounts() {
        Grid.Builder grid = grid(format.text("section.accounts"))
                .column(format.text("account"), TEXT)
                .column(format.text("side"), TEXT)
                .column(format.text("opening"), NUMBER)
                .column(format.text("opening-source"), NOTE)
                .column(format.text("entries"), NUMBER)
                .column(format.text("balance"), NUMBER)
                .column(format.text("stated"), NUMBER)
                .column(format.text("stated-on"), DATE);
        model.accounts().forEach(account -> grid.row(account(account)));
        return grid.build();
    }

    private Row account(AccountLine account) {
        return Row.of(
                Cell.text((account.code() + " " + account.name()).strip()),
                Cell.text(format.side(account.side())),
                format.cell(account.opening()),
                Cell.text(format.text("opening." + account.source().name())),
                format.cell(account.entrySum()),
                format.cell(account.balance()),
                account.stated().map(this::stated).orElse(Cell.text(format.text("not-stated"))),
                format.cell(account.stated().map(Stated::on)));
    }

    private Cell stated(Stated stated) {
        return format.cell(stated.amount()).in(stated.agrees() ? Mood.GOOD : Mood.BAD);
    }

    // rules

    private Chapter rules() {
        Grid.Builder grid = grid("").column(format.text("rule"), TEXT)
                .column(format.text("kind"), TEXT)
                .column(format.text("settings"), NOTE)
                .column(format.text("matches"), NUMBER)
                .column(format.text("bank"), NUMBER)
                .column(format.text("ledger"), NUMBER)
                .column(format.text("share"), NUMBER)
                .column(format.text("amount"), NUMBER);
        model.rules().forEach(rule -> grid.row(rule(rule)));
        grid.row(total());
        return Chapter.of(Section.RULES, format.text("section.rules"), grid.build());
    }

    private Row rule(RuleLine line) {
        return Row.of(
                line.matches() == 0 ? Mood.QUIET : Mood.PLAIN,
                Cell.text(format.maker(line.rule().name())),
                Cell.text(line.current() ? line.rule().kind() : format.text("rule.former")),
                Cell.text(settings(line)),
                format.cell(line.matches()),
                format.cell(line.bankEntries()),
                format.cell(line.ledgerEntries()),
                Cell.text(share(line.bankEntries() + line.ledgerEntries())),
                format.cell(line.amount()));
    }

    private String settings(RuleLine line) {
        String settings = line.rule().parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                .collect(Collectors.joining(", "));
        return line.current() && line.rule().state() != Rule.State.AUTOMATIC
                ? format.text("rule.state." + line.rule().state().name()) + " " + settings
                : settings;
    }

    private Row total() {
        return Row.of(
                Mood.SUM,
                Cell.text(format.text("total")),
                Cell.text(""),
                Cell.text(""),
                format.cell(sum(RuleLine::matches)),
                format.cell(sum(RuleLine::bankEntries)),
                format.cell(sum(RuleLine::ledgerEntries)),
                Cell.text(share(sum(RuleLine::bankEntries) + sum(RuleLine::ledgerEntries))),
                Cell.text(""));
    }

    private long sum(ToLongFunction<RuleLine> number) {
        return model.rules().stream().mapToLong(number).sum();
    }

    private String share(long entries) {
        return format.share(entries, model.entries(Side.BANK) + model.entries(Side.LEDGER));
    }

    // open items

    private Chapter open() {
        return Chapter.of(Section.OPEN, format.text("section.open"), ages(), open(Side.BANK), open(Side.LEDGER));
    }

    private Grid ages() {
        Grid.Builder grid = grid("").column(format.text("age-days"), TEXT)
                .column(format.text("bank-count"), NUMBER)
                .column(format.text("bank-sum"), NUMBER)
                .column(format.text("ledger-count"), NUMBER)
                .column(format.text("ledger-sum"), NUMBER);
        for (Ages.Line line : Ages.of(model.open())) {
            grid.row(Row.of(
                    line.bankCount() + line.ledgerCount() == 0 ? Mood.QUIET : Mood.PLAIN,
                    Cell.text(line.bucket().days()),
                    format.cell(line.bankCount()),
                    format.cell(line.bankSum()),
                    format.cell(line.ledgerCount()),
                    format.cell(line.ledgerSum())));
        }
        return grid.build();
    }

    private Grid open(Side side) {
        List<OpenItem> items =
                model.open().stream().filter(item -> item.side() == side).toList();
        String title = format.text(side == Side.BANK ? "section.open-bank" : "section.open-ledger", items.size());
        Grid.Builder grid = Grid.builder(title, format.text("none-open"))
                .column(format.text("date"), DATE)
                .column(format.text("age"), NUMBER)
                .column(format.text(model.labels().isPresent() ? "row" : "account"), TEXT)
                .column(format.text("amount"), NUMBER)
                .column(format.text("what"), TEXT)
                .column(format.text("why-open"), NOTE);
        items.forEach(item -> grid.row(item(item)));
        return grid.build();
    }

    private Row item(OpenItem item) {
        return Row.of(
                format.cell(item.bookingDate()),
                format.cell(item.ageDays()),
                Cell.text(place(item.side(), item.entryId(), item.account())),
                format.cell(item.amount()),
                Cell.text(What.of(item.reference(), item.party(), item.text())),
                Cell.text(format.text(item.reason())));
    }

    /** Where an entry is found: what it is called in its file, or where it is in the books. */
    private String place(Side side, long entry, String otherwise) {
        return model.labels().map(labels -> labels.of(side, entry)).orElse(otherwise);
    }

    // matches

    private Chapter matches() {
        Grid.Builder grid = Grid.builder("", format.text("no-matches"))
                .column(format.text("match"), NUMBER)
                .column(format.text("rule"), TEXT)
                .column(format.text("date"), DATE)
                .column(format.text(model.labels().isPresent() ? "row" : "side"), TEXT)
                .column(format.text("amount"), NUMBER)
                .column(format.text("what"), TEXT)
                .column(format.text("why"), NOTE);
        for (MatchLine line : model.matches()) {
            for (int i = 0; i < line.entries().size(); i++) {
                grid.row(entry(line, line.entries().get(i), i > 0));
            }
        }
        long more = model.matchCount() - model.matches().size();
        String title = format.text("section.matches", model.matchCount());
        String note = more > 0 ? format.text("more-matches", more) : "";
        return new Chapter(Section.MATCHES, title, List.of(), List.of(grid.build()), note);
    }

    private Row entry(MatchLine line, EntryLine entry, boolean again) {
        Cell match = Cell.of(Long.toString(line.match().id()), line.match().id());
        Cell rule = Cell.text(format.maker(line.match().rule()));
        Cell why = Cell.text(line.match().evidence().stream().map(format::text).collect(Collectors.joining("; ")));
        return Row.of(
                again ? match.repeated() : match,
                again ? rule.repeated() : rule,
                format.cell(entry.date()),
                Cell.text(place(entry.side(), entry.id(), format.side(entry.side()))),
                format.cell(entry.amount()),
                Cell.text(What.of(entry.reference(), entry.party(), entry.text())),
                again ? why.repeated() : why);
    }

    // statements

    private Chapter statements() {
        Grid.Builder grid = grid("").column(format.text("account"), TEXT)
                .column(format.text("statement"), NOTE)
                .column(format.text("from"), DATE)
                .column(format.text("to"), DATE)
                .column(format.text("opening"), NUMBER)
                .column(format.text("closing"), NUMBER)
                .column(format.text("transactions"), NUMBER)
                .column(format.text("sum"), NUMBER)
                .column(format.text("adds-up"), TEXT);
        model.accounts()
                .forEach(account -> account.statements().forEach(statement -> grid.row(statement(account, statement))));
        return Chapter.of(Section.STATEMENTS, format.text("section.statements"), grid.build());
    }

    private Row statement(AccountLine account, StatementLine statement) {
        return Row.of(
                Cell.text(account.code()),
                Cell.text(statement.key()),
                format.cell(statement.from()),
                format.cell(statement.to()),
                format.statedCell(statement.opening()),
                format.statedCell(statement.closing()),
                format.cell(statement.transactions()),
                format.cell(statement.sum()),
                Cell.text(format.text("verdict." + statement.verdict())));
    }
}
