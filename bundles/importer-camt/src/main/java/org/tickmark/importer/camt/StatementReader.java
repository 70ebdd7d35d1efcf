package org.tickmark.importer.camt;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.kit.xml.XmlCursor;

/**
 * Reads one {@code Stmt}, {@code Rpt} or {@code Ntfctn}. The statement is opened when its head is known: before its first entry, or at its end.
 */
final class StatementReader {
    private static final Set<String> CODES = Set.of("Cd", "Prtry");
    private static final Set<String> INCLUDED = Set.of("Incl");
    /** With so many problems in its head a statement is opened at once, so that they are told and not collected. */
    private static final int EARLY_PROBLEMS = 50;

    private final Reading reading;
    private final XmlCursor xml;
    private final StatementHeader.Kind kind;
    private final Optional<Page> messagePage;
    private final Fields fields;
    private final AccountReader account;
    private final TotalsReader totals;
    private final Balances balances = new Balances();
    private final List<Problem> earlyProblems = new ArrayList<>();
    private StatementWriter statement;
    private String currency = "";
    private String id = "";
    private Optional<Page> page = Optional.empty();
    private Optional<Long> sequence = Optional.empty();
    private Optional<Instant> createdAt = Optional.empty();
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();
    private boolean allBooked = true;
    private boolean warnedOfDirection;

    /**
     * A reader of one statement.
     *
     * @param messagePage how the message is paged, if it is
     */
    StatementReader(Reading reading, StatementHeader.Kind kind, Optional<Page> messagePage) {
        this.reading = reading;
        this.xml = reading.xml();
        this.kind = kind;
        this.messagePage = messagePage;
        this.fields = new Fields(xml, this::tell);
        this.account = new AccountReader(xml);
        this.totals = new TotalsReader(xml, fields);
    }

    /** Reads the element that the cursor has just entered, and leaves it. */
    void read() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Id" -> id = xml.text();
                case "StmtPgntn", "RptPgntn", "NtfctnPgntn" -> page = Page.read(xml, fields);
                case "ElctrncSeqNb" -> sequence = fields.number();
                case "CreDtTm" -> createdAt = fields.instant();
                case "FrToDt" -> period();
                case "Acct" -> account();
                case "Bal" -> balance();
                case "TxsSummry" -> totals.read();
                case "Ntry" -> entry();
                default -> xml.skip();
            }
        }
        finish();
    }

    private void period() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "FrDt", "FrDtTm" -> from = fields.date();
                case "ToDt", "ToDtTm" -> to = fields.date();
                default -> xml.skip();
            }
        }
    }

    private void account() throws IOException {
        account.read();
        balances.inCurrency(account.currency());
    }

    private void balance() throws IOException {
        String place = xml.place();
        String code = "";
        Optional<Money> money = Optional.empty();
        Optional<Direction> direction = Optional.empty();
        boolean hasDirection = false;
        Optional<LocalDate> date = Optional.empty();
        boolean creditLine = false;
        while (xml.nextChild()) {
            if (!code.isEmpty() && !Balances.isOfUse(code)) {
                xml.skip();
                continue;
            }
            switch (xml.name()) {
                case "Tp" -> code = balanceType();
                case "CdtLine" -> creditLine |= xml.textOrChild(INCLUDED).equals("true");
                case "Amt" -> money = fields.money();
                case "CdtDbtInd" -> {
                    direction = fields.direction();
                    hasDirection = true;
                }
                case "Dt" -> date = fields.date();
                default -> xml.skip();
            }
        }
        if (Balances.isOfUse(code) && money.isPresent() && direction.isPresent() == hasDirection) {
            takeBalance(place, code, money.get(), direction, date, creditLine);
        }
    }

    private void takeBalance(
            String place,
            String code,
            Money money,
            Optional<Direction> direction,
            Optional<LocalDate> date,
            boolean creditLine) {
        if (direction.isEmpty()) {
            warnOfDirection(place);
        } else if (money.amount().signum() < 0) {
            fields.refuse("amount", place, money.amount().toPlainString(), "1234.56");
            return;
        }
        Money signed = new Money(direction.orElse(Direction.CREDIT).sign(money.amount()), money.currency());
        balances.take(code, new Balances.Stated(signed, date.orElse(null), creditLine, place));
    }

    /** Warns once for a statement: a bank that leaves the direction out leaves it out everywhere. */
    private void warnOfDirection(String place) {
        if (!warnedOfDirection) {
            warnedOfDirection = true;
            tell(Problem.warning(ErrorClass.W.code("balance-direction"), Texts.message("camt.balance-direction"))
                    .where(place)
                    .build());
        }
    }

    private String balanceType() throws IOException {
        String code = "";
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "CdOrPrtry" -> code = xml.textOrChild(CODES);
                case "Cd" -> code = xml.text();
                default -> xml.skip();
            }
        }
        return code;
    }

    private void entry() throws IOException {
        reading.cancel().throwIfCancelled();
        EntryReader entry = new EntryReader(reading, fields);
        entry.read();
        open(entry.currency());
        entry.tell(statement, currency, account.id().number());
        allBooked &= entry.isBooked();
    }

    /** Opens the statement, if it is not open yet; the currency of its first entry holds where neither account nor balances tell one. */
    private void open(String entryCurrency) {
        if (statement == null) {
            currency = balances.currency().isEmpty() ? entryCurrency : balances.currency();
            statement = reading.sink().open(header());
            earlyProblems.forEach(statement::problem);
            earlyProblems.clear();
        }
    }

    private StatementHeader header() {
        StatementHeader.Builder header =
                StatementHeader.of(kind, account.id(), currency).id(id).owner(account.owner());
        sequence.ifPresent(header::sequence);
        createdAt.ifPresent(header::createdAt);
        if (from.isPresent() && to.isPresent()) {
            header.period(from.get(), to.get());
        }
        // Pages of a message are pages of its statement only if that is not whole: some banks number messages through
        // the day.
        page.or(() -> balances.isWhole() ? Optional.empty() : messagePage)
                .ifPresent(known -> header.page(known.number(), known.last()));
        return header.build();
    }

    private void finish() {
        open("");
        balances.opening().ifPresent(stated -> tell(Balance.Kind.OPENING, stated));
        balances.closing().ifPresent(stated -> tell(Balance.Kind.CLOSING, stated));
        balances.available().ifPresent(stated -> tell(Balance.Kind.AVAILABLE, stated));
        // The file counts entries of every status; only of booked ones alone its totals can be compared with what was
        // booked.
        if (allBooked) {
            totals.totals().ifPresent(statement::control);
        }
        statement.close();
    }

    private void tell(Balance.Kind balanceKind, Balances.Stated stated) {
        statement.balance(new Balance(balanceKind, stated.money().amount(), Optional.ofNullable(stated.date())));
        if (!stated.isIn(currency)) {
            tell(Problem.warning(ErrorClass.W.code("balance-currency"), Texts.message("camt.balance-currency"))
                    .where(stated.place())
                    .found(stated.money().currency())
                    .expected(currency)
                    .build());
        }
    }

    private void tell(Problem problem) {
        if (earlyProblems.size() >= EARLY_PROBLEMS) {
            open("");
        }
        if (statement == null) {
            earlyProblems.add(problem);
        } else {
            statement.problem(problem);
        }
    }
}
