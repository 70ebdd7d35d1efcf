package org.tickmark.reconciliation.file;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.reconciliation.FileMatching.Row;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.reconciliation.engine.Found;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.report.EntryLine;
import org.tickmark.reconciliation.report.ReportModel;
import org.tickmark.reconciliation.report.ReportModel.AccountLine;
import org.tickmark.reconciliation.report.ReportModel.MatchLine;
import org.tickmark.reconciliation.report.ReportModel.OpeningSource;
import org.tickmark.reconciliation.report.ReportModel.RuleLine;
import org.tickmark.reconciliation.report.ReportModel.Stated;
import org.tickmark.reconciliation.report.ReportModel.StatementLine;
import org.tickmark.reconciliation.report.ReportWriter;

/** The report of two files, one for each currency: in it a row's key is its place among the rows of its side. */
final class FileReport {
    /** A page or a terminal takes no more matches. */
    private static final int MOST_MATCHES_SHOWN = 1_000;

    private final Matching matching;
    private final List<FileSide> sides;
    private final List<Part> parts;
    private final Map<Side, RowNames> names;
    private final Instant now;

    FileReport(Matching matching, List<FileSide> sides, List<Part> parts, Map<Side, RowNames> names, Instant now) {
        this.matching = matching;
        this.sides = sides;
        this.parts = parts;
        this.names = names;
        this.now = now;
    }

    String html(Locale locale) {
        return ReportWriter.page(models(), locale);
    }

    String text(Locale locale) {
        return ReportWriter.text(models(), locale);
    }

    private List<ReportModel> models() {
        Map<String, Proof> proofs =
                matching.proofs().stream().collect(Collectors.toMap(Proof::currency, proof -> proof));
        return parts.stream().map(part -> model(part, proofs)).toList();
    }

    private ReportModel model(Part part, Map<String, Proof> proofs) {
        Optional<Proof> proof = Optional.ofNullable(proofs.get(part.currency()));
        return new ReportModel(
                ReportKind.RECONCILIATION,
                sides.stream()
                        .map(side -> String.valueOf(Path.of(side.fileName()).getFileName()))
                        .collect(Collectors.joining(" – ")),
                0,
                "",
                "",
                part.currency(),
                proof.map(Proof::date),
                now,
                accounts(part.balances(), proof.map(Proof::date)),
                proof,
                rules(part.outcome()),
                open(part),
                matches(part),
                part.outcome().matches().size(),
                Optional.empty(),
                Optional.empty(),
                Optional.of((side, entry) -> names.get(side).of(entry)));
    }

    private static List<AccountLine> accounts(Balances balances, Optional<LocalDate> date) {
        return balances.accounts().stream()
                .map(account -> account(account, date.orElse(LocalDate.EPOCH)))
                .toList();
    }

    private static AccountLine account(Balances.Account account, LocalDate date) {
        Optional<Stated> stated = account.opening()
                .flatMap(opening -> account.closing())
                .map(closing -> new Stated(closing, date, account.balance()));
        return new AccountLine(
                account.side(),
                account.number(),
                "",
                account.opening().orElse(BigDecimal.ZERO),
                account.opening().isPresent() ? OpeningSource.STATED : OpeningSource.NONE,
                account.entries(),
                account.sum(),
                account.balance(),
                stated,
                account.statements().stream().map(FileReport::statement).toList());
    }

    private static StatementLine statement(FilePreview.Statement statement) {
        return new StatementLine(
                statement.header().id(),
                statement.header().from(),
                statement.header().to(),
                statement.proof().opening(),
                statement.proof().closing(),
                statement.proof().transactions(),
                statement.proof().sum(),
                statement.proof().verdict().name());
    }

    private static List<RuleLine> rules(Outcome outcome) {
        List<Rule> applied = outcome.rules().rules();
        List<RuleCount> counts = outcome.ruleCounts();
        BigDecimal[] amounts = new BigDecimal[applied.size()];
        Arrays.fill(amounts, BigDecimal.ZERO);
        for (Found match : outcome.matches()) {
            amounts[match.rule()] =
                    amounts[match.rule()].add(outcome.amount(match).abs());
        }
        return IntStream.range(0, applied.size())
                .mapToObj(i -> new RuleLine(
                        applied.get(i),
                        true,
                        counts.get(i).matches(),
                        counts.get(i).bankEntries(),
                        counts.get(i).ledgerEntries(),
                        amounts[i]))
                .toList();
    }

    private List<OpenItem> open(Part part) {
        return matching.openRows().stream()
                .filter(open -> open.shown().row().currency().equals(part.currency()))
                .map(FileReport::item)
                .toList();
    }

    private static OpenItem item(OpenRow open) {
        Row row = open.shown().row();
        return new OpenItem(
                open.position(),
                row.side(),
                row.account(),
                row.bookingDate(),
                row.amount(),
                row.amount(),
                row.currency(),
                row.reference(),
                row.party(),
                row.text(),
                open.shown().ageDays(),
                open.shown().reason(),
                "");
    }

    private List<MatchLine> matches(Part part) {
        Outcome outcome = part.outcome();
        List<Found> all = outcome.matches();
        int[] latest = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing(i -> effective(outcome, all.get(i))))
                .skip(Math.max(0, all.size() - MOST_MATCHES_SHOWN))
                .mapToInt(Integer::intValue)
                .toArray();
        FileRows.Wanted wanted = new FileRows.Wanted();
        for (int index : latest) {
            for (int i = 0; i < all.get(index).size(); i++) {
                wanted.add(outcome.rows(), all.get(index).row(i));
            }
        }
        FileRows rows = FileRows.read(sides, names, wanted);
        return Arrays.stream(latest)
                .mapToObj(index -> line(part, all.get(index), index + 1L, rows))
                .toList();
    }

    private static LocalDate effective(Outcome outcome, Found match) {
        LocalDate last = outcome.rows().date(match.row(0));
        for (int i = 1; i < match.size(); i++) {
            LocalDate date = outcome.rows().date(match.row(i));
            last = date.isAfter(last) ? date : last;
        }
        return last;
    }

    private MatchLine line(Part part, Found found, long id, FileRows rows) {
        Outcome outcome = part.outcome();
        List<EntryLine> lines = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            lines.add(line(outcome.rows().id(found.row(i)), rows.of(outcome.rows(), found.row(i))));
        }
        Match match = new Match(
                id,
                0,
                "",
                outcome.rules().rules().get(found.rule()).name(),
                effective(outcome, found),
                now,
                "",
                keys(lines, Side.BANK),
                keys(lines, Side.LEDGER),
                Map.of(),
                outcome.amount(found),
                outcome.difference(found),
                outcome.evidence(found));
        return new MatchLine(match, lines);
    }

    private static List<Long> keys(List<EntryLine> lines, Side side) {
        return lines.stream()
                .filter(line -> line.side() == side)
                .map(EntryLine::id)
                .toList();
    }

    private static EntryLine line(long position, Row row) {
        return new EntryLine(
                position,
                row.side(),
                row.account(),
                row.bookingDate(),
                row.amount(),
                row.reference(),
                row.party(),
                row.text(),
                "");
    }
}
