package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.reconciliation.JournalRequest;
import org.tickmark.api.host.reconciliation.JournalRequest.Content;
import org.tickmark.api.host.reconciliation.JournalVoucher;
import org.tickmark.api.host.reconciliation.JournalVoucher.Line;
import org.tickmark.api.host.reconciliation.Journals;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.kit.money.Amounts;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.reconciliation.engine.Explanation;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.journal.JournalMark;
import org.tickmark.reconciliation.journal.JournalWriter;
import org.tickmark.reconciliation.report.EntryLine;

/** Makes vouchers of what the matches and rules of a group say. */
final class JournalWork implements Journals {
    private static final Comparator<JournalVoucher> ORDER =
            Comparator.comparing(JournalVoucher::date).thenComparing(JournalVoucher::reference);
    /** Of a text of the bank no more goes into a voucher. */
    private static final int MOST_TEXT = 60;

    private final Transactions transactions;
    private final AddedKinds kinds;
    private final Groups groups;
    private final Clock clock;

    JournalWork(Transactions transactions, AddedKinds kinds, Groups groups, Clock clock) {
        this.transactions = transactions;
        this.kinds = kinds;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * What the database says, as of one moment.
     *
     * @param open what is open
     * @param unitName name of the unit
     * @param differences the matches with a difference, as far as what was booked for it could join them
     * @param natures what the differences of those are, by key of the match
     * @param lines their entries
     * @param numbers numbers of the unit's accounts, by code
     */
    private record Basis(
            OpenItems open,
            String unitName,
            List<Match> differences,
            Map<Long, String> natures,
            Map<Long, EntryLine> lines,
            Map<String, String> numbers) {}

    @Override
    public List<JournalVoucher> vouchers(Caller caller, JournalRequest request) {
        groups.require(caller, request.group(), Permission.RECONCILIATION_READ);
        return vouchers(basis(request.group()), request, caller.locale());
    }

    @Override
    public byte[] write(Caller caller, JournalRequest request, Format format) {
        groups.require(caller, request.group(), Permission.RECONCILIATION_READ);
        Basis basis = basis(request.group());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new JournalWriter(basis.unitName(), basis.open().reading().currency(), today)
                .write(vouchers(basis, request, caller.locale()), format);
    }

    private Basis basis(String name) {
        return transactions.reading(tx -> {
            Connection connection = tx.connection();
            Reading reading = Reading.of(connection, Groups.require(connection, name), Optional.empty());
            List<Match> differences = new MatchTable(connection)
                    .standing(reading.group(), ReconciliationService.FOREVER, reading.currency(), Known.NOW).stream()
                            .filter(match -> match.difference().signum() != 0)
                            .filter(match -> !reading.lock().covers(match.effective()))
                            .toList();
            Set<Long> entries = new HashSet<>();
            differences.forEach(match -> entries.addAll(match.ledger()));
            BooksReader books = new BooksReader(connection);
            return new Basis(
                    OpenItems.read(connection, reading),
                    books.unitName(reading.group().unit()),
                    differences,
                    new MatchTable(connection).writtenOffAs(reading.group().id()),
                    EntryLines.read(connection, reading.group().group(), Known.NOW, entries),
                    books.numbers(reading.group().unit()));
        });
    }

    private List<JournalVoucher> vouchers(Basis basis, JournalRequest request, Locale locale) {
        List<JournalVoucher> vouchers = new ArrayList<>();
        if (request.content() != Content.PROPOSED) {
            basis.differences().forEach(match -> vouchers.add(difference(basis, request, match, locale)));
        }
        if (request.content() != Content.DIFFERENCES
                && basis.open().reading().date().isPresent()) {
            addProposed(basis, request, locale, vouchers);
        }
        vouchers.sort(ORDER);
        return List.copyOf(vouchers);
    }

    // differences

    private static JournalVoucher difference(Basis basis, JournalRequest request, Match match, Locale locale) {
        JournalMark mark = new JournalMark(JournalMark.Of.MATCH, match.id());
        String nature = basis.natures().getOrDefault(match.id(), ofRule(basis, match));
        String own = match.ledger().stream()
                .map(basis.lines()::get)
                .map(EntryLine::account)
                .findFirst()
                .orElseGet(() -> group(basis).group().ledger().get(0));
        Target target = new Target(basis.numbers().get(own), counter(request, nature, mark));
        return target.voucher(mark, match.effective(), nature, "", match.difference(), basis, locale);
    }

    /** What the differences of a rule are, as far as the rule is still one. */
    private static String ofRule(Basis basis, Match match) {
        return RuleList.effective(group(basis).group().rules()).stream()
                .filter(rule -> rule.name().equals(match.rule()))
                .map(rule -> rule.parameters().getOrDefault("difference", "other"))
                .findFirst()
                .orElse("other");
    }

    private static GroupTable.Saved group(Basis basis) {
        return basis.open().reading().group();
    }

    private static String counter(JournalRequest request, String nature, JournalMark mark) {
        String account = request.accounts().get(nature);
        if (account == null) {
            throw Problem.error("rec.journal-account", Texts.message("journal.account", nature, mark.text()))
                    .where(request.group())
                    .advice(Texts.message("journal.account.advice", nature))
                    .exception();
        }
        return account;
    }

    // proposed

    private void addProposed(Basis basis, JournalRequest request, Locale locale, List<JournalVoucher> vouchers) {
        Outcome outcome = basis.open().outcome(kinds);
        String own = basis.numbers().get(group(basis).group().ledger().get(0));
        for (int row = 0; row < outcome.rows().bankRows(); row++) {
            Optional<Explanation> explanation = outcome.explanation(row);
            if (explanation.isPresent()) {
                JournalMark mark =
                        new JournalMark(JournalMark.Of.ENTRY, outcome.rows().id(row));
                String nature = explanation.get().natureWord();
                String account = explanation.get().account();
                Target target = new Target(own, account.isEmpty() ? counter(request, nature, mark) : account);
                EntryLine entry = basis.open().line(mark.id());
                LocalDate day = unlocked(basis, entry.date());
                BigDecimal amount = outcome.rows().amount(row);
                vouchers.add(target.voucher(mark, day, nature, entry.text(), amount, basis, locale));
            }
        }
    }

    /** The day, or the first that is not locked: nothing can be booked before. */
    private static LocalDate unlocked(Basis basis, LocalDate day) {
        return basis.open()
                .reading()
                .lock()
                .firstDay()
                .filter(first -> first.isAfter(day))
                .orElse(day);
    }

    /**
     * Where a voucher is booked.
     *
     * @param own number of the account that is reconciled
     * @param counter number of the account on the other side
     */
    private record Target(String own, String counter) {
        JournalVoucher voucher(
                JournalMark mark,
                LocalDate date,
                String nature,
                String says,
                BigDecimal amount,
                Basis basis,
                Locale locale) {
            String kind = Texts.message("journal." + nature).text(locale);
            String cut = says.substring(0, Math.min(says.length(), MOST_TEXT)).strip();
            String text = mark.text() + " " + kind + (cut.isEmpty() ? "" : ": " + cut);
            String currency = basis.open().reading().currency();
            BigDecimal debit = new BigDecimal(Amounts.plain(amount, currency));
            List<Line> lines = List.of(new Line(own, debit), new Line(counter, debit.negate()));
            return new JournalVoucher(mark.text(), date, nature, text, currency, lines);
        }
    }
}
