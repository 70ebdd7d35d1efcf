package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.reconciliation.AccountBooks.Day;
import org.tickmark.reconciliation.AccountBooks.Statement;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.report.EntryLine;
import org.tickmark.reconciliation.report.ReportModel;
import org.tickmark.reconciliation.report.ReportModel.AccountLine;
import org.tickmark.reconciliation.report.ReportModel.MatchLine;
import org.tickmark.reconciliation.report.ReportModel.OpeningSource;
import org.tickmark.reconciliation.report.ReportModel.RuleLine;
import org.tickmark.reconciliation.report.ReportModel.RunLine;
import org.tickmark.reconciliation.report.ReportModel.Stated;
import org.tickmark.reconciliation.report.ReportModel.StatementLine;
import org.tickmark.reconciliation.report.ReportWriter;

/** Gathers what a report says, and has it written. */
final class Reporting {
    /** A page, a terminal or paper takes no more matches; JSON, CSV and workbooks have them all. */
    private static final int MOST_MATCHES_SHOWN = 1_000;

    private final Transactions transactions;
    private final AddedKinds kinds;
    private final Audit audit;
    private final Clock clock;

    Reporting(Transactions transactions, AddedKinds kinds, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.kinds = kinds;
        this.audit = audit;
        this.clock = clock;
    }

    /** A report of a group. */
    byte[] ofGroup(ReportRequest request) {
        boolean facts =
                request.kind() == ReportKind.STATEMENT || request.knownAt().isPresent();
        return write(facts ? known(request) : current(request), request);
    }

    /** A report of a run. */
    byte[] ofRun(RunTable.Run run, ReportRequest request) {
        Optional<Audit.Head> head = audit.head(GroupRunner.STREAM);
        Content content = transactions
                .reading(tx -> read(
                        tx.connection(),
                        Reading.of(tx.connection(), Groups.require(tx.connection(), run.group()), Optional.empty()),
                        match -> match.runId() == run.id(),
                        mostMatches(request.format())))
                .of(run(run));
        return write(model(request.kind(), content, content.open().facts(), clock.instant(), head), request);
    }

    private static byte[] write(ReportModel model, ReportRequest request) {
        return ReportWriter.of(request.format()).write(model, request.locale());
    }

    private static int mostMatches(ReportFormat format) {
        return switch (format) {
            case JSON, CSV, XLSX -> Integer.MAX_VALUE;
            case HTML, TEXT, PDF -> MOST_MATCHES_SHOWN;
        };
    }

    private ReportModel current(ReportRequest request) {
        Optional<Audit.Head> head = audit.head(GroupRunner.STREAM);
        Content content = transactions.reading(
                tx -> read(tx.connection(), request.subject(), request.date(), mostMatches(request.format())));
        return model(request.kind(), content, content.open().all(kinds), clock.instant(), head);
    }

    /**
     * The report on a day as a page.
     *
     * @param html the page
     * @param counts what counts on the day
     */
    record Page(String html, DayCounts counts) {}

    Page page(String group, LocalDate date, Locale locale) {
        Optional<Audit.Head> head = audit.head(GroupRunner.STREAM);
        Content content =
                transactions.reading(tx -> read(tx.connection(), group, Optional.of(date), MOST_MATCHES_SHOWN));
        ReportModel model =
                model(ReportKind.RECONCILIATION, content, content.open().all(kinds), clock.instant(), head);
        String html = ReportWriter.page(List.of(model), locale);
        return new Page(html, DayCounts.of(content.open().reading(), content.matches()));
    }

    /** What the database says, as of one moment. */
    private record Content(
            OpenItems open, String unitName, List<Match> matches, List<MatchLine> shown, Optional<RunLine> run) {
        /** The same where a run is told of. */
        Content of(RunLine told) {
            return new Content(open, unitName, matches, shown, Optional.of(told));
        }
    }

    /** Of what was known at a moment: nothing in it is of later, and what the rules say of open items is left out. */
    private ReportModel known(ReportRequest request) {
        Instant settled = transactions.inTransaction(tx -> settled(tx.connection(), request.subject()));
        Instant moment = request.knownAt().orElse(settled);
        if (moment.isAfter(settled)) {
            throw Problem.error("rec.known-at", Texts.message("statement.later"))
                    .found(moment.toString())
                    .expected("≤ " + settled)
                    .exception();
        }
        Content content = transactions.reading(tx -> {
            GroupTable.Saved saved =
                    VersionTable.at(tx.connection(), Groups.require(tx.connection(), request.subject()), moment);
            Reading reading = Reading.of(tx.connection(), saved, request.date(), moment);
            return read(tx.connection(), reading, match -> true, mostMatches(request.format()));
        });
        return model(request.kind(), content, content.open().facts(), moment, Optional.empty());
    }

    /**
     * A moment before which nothing becomes known of a group any more: whoever changes its matches, or books on its accounts, says since when that is
     * known while it holds what is held here.
     */
    private Instant settled(Connection connection, String name) throws SQLException {
        GroupTable.Saved group = Groups.require(connection, name);
        GroupTable.lock(connection, group.id());
        LockTable.hold(connection, group.id());
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Content read(Connection connection, String name, Optional<LocalDate> date, int mostMatches)
            throws SQLException {
        Reading reading = Reading.of(connection, Groups.require(connection, name), date);
        return read(connection, reading, match -> true, mostMatches);
    }

    private static Content read(Connection connection, Reading reading, Predicate<Match> wanted, int mostMatches)
            throws SQLException {
        GroupTable.Saved group = reading.group();
        List<Match> matches = new MatchTable(connection)
                .standing(group, reading.date().orElse(Reading.NEVER), reading.currency(), reading.known()).stream()
                        .filter(wanted)
                        .toList();
        return new Content(
                OpenItems.read(connection, reading),
                new BooksReader(connection).unitName(group.unit()),
                matches,
                matchLines(connection, reading, matches, mostMatches),
                RunTable.last(connection, group.id(), reading.known()).map(Reporting::run));
    }

    private static ReportModel model(
            ReportKind kind, Content content, List<OpenItem> open, Instant madeAt, Optional<Audit.Head> head) {
        Reading reading = content.open().reading();
        GroupTable.Saved group = reading.group();
        return new ReportModel(
                kind,
                group.name(),
                group.version(),
                group.unit(),
                content.unitName(),
                reading.currency(),
                reading.date(),
                madeAt,
                reading.accounts().stream()
                        .map(account -> account(account, reading))
                        .toList(),
                ReconciliationService.standing(reading, open).proof(),
                rules(group, content.matches()),
                open,
                content.shown(),
                content.matches().size(),
                content.run(),
                head,
                Optional.empty());
    }

    private static AccountLine account(AccountBooks account, Reading reading) {
        LocalDate date = reading.date().orElse(Reading.NEVER);
        Day entries = account.until(date);
        AccountBooks.Opening opening = account.opening();
        return new AccountLine(
                account.side(),
                account.code(),
                account.name(),
                opening.amount(),
                OpeningSource.valueOf(opening.source().name()),
                entries.entries(),
                entries.sum(),
                account.balance(date),
                account.closingStatement(date).map(statement -> stated(account, statement, date)),
                account.statements().stream()
                        .filter(statement -> statement
                                .from()
                                .map(from -> !from.isAfter(date))
                                .orElse(true))
                        .map(Reporting::statement)
                        .toList());
    }

    private static Stated stated(AccountBooks account, Statement statement, LocalDate date) {
        LocalDate day = statement.to().orElseThrow();
        LocalDate compared = day.isAfter(date) ? date : day;
        return new Stated(statement.closing().orElseThrow(), compared, account.balance(compared));
    }

    private static StatementLine statement(Statement statement) {
        return new StatementLine(
                statement.key(),
                statement.from(),
                statement.to(),
                statement.opening(),
                statement.closing(),
                statement.transactions(),
                statement.entrySum(),
                statement.verdict());
    }

    private static List<RuleLine> rules(GroupTable.Saved group, List<Match> matches) {
        List<Rule> current = RuleList.effective(group.group().rules());
        Map<String, RuleLine> lines = new LinkedHashMap<>();
        current.forEach(rule -> lines.put(rule.name(), new RuleLine(rule, true, 0, 0, 0, BigDecimal.ZERO)));
        for (Match match : matches) {
            lines.merge(match.rule(), line(match), Reporting::sum);
        }
        return List.copyOf(lines.values());
    }

    private static RuleLine line(Match match) {
        Rule maker = new Rule(match.rule(), "", match.byHand() ? Rule.State.AUTOMATIC : Rule.State.OFF, Map.of());
        return new RuleLine(
                maker,
                match.byHand(),
                1,
                match.bank().size(),
                match.ledger().size(),
                match.amount().abs());
    }

    private static RuleLine sum(RuleLine line, RuleLine more) {
        return new RuleLine(
                line.rule(),
                line.current(),
                line.matches() + more.matches(),
                line.bankEntries() + more.bankEntries(),
                line.ledgerEntries() + more.ledgerEntries(),
                line.amount().add(more.amount()));
    }

    private static List<MatchLine> matchLines(Connection connection, Reading reading, List<Match> matches, int most)
            throws SQLException {
        List<Match> shown = matches.stream()
                .sorted(Comparator.comparing(Match::effective).thenComparing(Match::id))
                .skip(Math.max(0, matches.size() - (long) most))
                .toList();
        Set<Long> ids = new HashSet<>();
        shown.forEach(match -> {
            ids.addAll(match.bank());
            ids.addAll(match.ledger());
        });
        Map<Long, EntryLine> lines = EntryLines.read(connection, reading.group().group(), reading.known(), ids);
        List<MatchLine> result = new ArrayList<>();
        for (Match match : shown) {
            List<EntryLine> entries = Stream.concat(match.bank().stream(), match.ledger().stream())
                    .map(lines::get)
                    .filter(Objects::nonNull)
                    .map(entry -> entry.of(match.parts().getOrDefault(entry.id(), entry.amount())))
                    .toList();
            result.add(new MatchLine(match, entries));
        }
        return result;
    }

    private static RunLine run(RunTable.Run run) {
        return new RunLine(run.id(), run.caller(), run.finishedAt(), run.scheduled(), run.matches());
    }
}
