package org.tickmark.importer.bgmax;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.kit.lines.FixedRecord;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineProblems.Field;
import org.tickmark.kit.lines.LineReader;

/**
 * Reads the records of a file. A section (05) holds payments, and the deposit (15) that they came in stands behind them: so the payments of one deposit are
 * held until it comes, because it alone has the day.
 */
final class SectionReader {
    private static final int LENGTH = 80;
    /** Up to where a record of a payment is filled. */
    private static final int PAYMENT_LENGTH = 70;

    /** How many payments of one deposit are held, some hundred bytes each. */
    private static final int MOST_PAYMENTS = 200_000;
    /** How many records may stand behind one payment. */
    private static final int MOST_LINES = 1000;
    /** How many accounts a file may tell of. */
    private static final int MOST_ACCOUNTS = 10_000;

    private final LineReader lines;
    private final FixedRecord record;
    private final LineProblems problems;
    private final ReadContext context;
    private final boolean deposits;
    private final Accounts accounts;
    private final Trailer trailer = new Trailer();
    private final List<Payment> payments = new ArrayList<>();
    private Accounts.Account account;
    private Payment payment;
    private int extraLines;
    private boolean readable = true;
    private boolean whole;

    SectionReader(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        this.lines = new LineReader(in, context.limits().line(), EncodingOption.rule(context, BgMaxImporter.ENCODING));
        this.record = new FixedRecord(lines, LENGTH);
        this.problems = new LineProblems(lines, sink, "bgmax", "BgMax");
        this.context = context;
        this.deposits = context.option(BgMaxImporter.ENTRIES).equals(Optional.of(BgMaxImporter.DEPOSITS));
        this.accounts = new Accounts(context, sink);
    }

    /** Reads the file and tells what is in it. */
    void read() throws IOException {
        if (!lines.nextFilled()) {
            throw problems.empty();
        } else if (!lines.startsWith(BgMaxImporter.START)) {
            throw problems.other(BgMaxImporter.START.strip());
        }
        do {
            context.cancel().throwIfCancelled();
            record.take();
            readRecord((int) record.number(1, 2));
        } while (lines.nextFilled());
        if (!whole) {
            throw problems.cutOff("70");
        }
        accounts.close();
        problems.finish();
    }

    private void readRecord(int code) {
        if (whole && code != 1) {
            throw problems.broken("record", Texts.message("bgmax.record"), "01");
        }
        switch (code) {
            case 1 -> start();
            case 5 -> section();
            case 20, 21 -> payment(code);
            case 22, 23 -> reference(code);
            case 25 -> payment().addText(text(3, 52));
            case 26 -> payment().name((text(3, 37) + " " + text(38, 72)).strip());
            case 27, 28 -> payment();
            case 29 -> payment().organisation(record.withoutZeros(3, 14));
            case 15 -> deposit();
            case 70 -> end();
            default -> throw problems.broken("record", Texts.message("bgmax.record"), "01, 05, 15, 20-23, 25-29, 70");
        }
    }

    private void start() {
        boolean between = whole || (account == null && accounts.size() == 0);
        if (!between || !lines.startsWith(BgMaxImporter.START)) {
            throw problems.broken("record", Texts.message("bgmax.record"), BgMaxImporter.START.strip());
        }
        if (record.at(45) == 'T') {
            throw Problem.error(ErrorClass.E7.code("test"), Texts.message("bgmax.test"))
                    .where(record.place(45, 45))
                    .found("T")
                    .expected("P")
                    .advice(Texts.message("bgmax.test.advice"))
                    .exception();
        }
        whole = false;
        trailer.clear();
    }

    private void section() {
        requireNoPayments();
        String currency = record.ascii(23, 25);
        if (!currency.matches("[A-Z]{3}")) {
            problems.field(Field.CURRENCY, record.place(23, 25), currency, "SEK");
        }
        if (accounts.size() == MOST_ACCOUNTS) {
            throw tooMany();
        }
        account = accounts.of(accountId(), currency);
    }

    private AccountId accountId() {
        String bankgiro = record.withoutZeros(3, 12);
        String plusgiro = record.withoutZeros(13, 22);
        if (record.number(3, 12) < 0) {
            problems.field(Field.ACCOUNT, record.place(3, 12), bankgiro, "0055551113");
        }
        return bankgiro.isEmpty() && !plusgiro.isEmpty()
                ? AccountId.bban(plusgiro)
                : new AccountId(AccountId.Scheme.BANKGIRO, bankgiro);
    }

    private void payment(int code) {
        requireSection();
        if (payments.size() == MOST_PAYMENTS) {
            throw tooMany();
        }
        expandTabs();
        trailer.count(code);
        extraLines = 0;
        Optional<BigDecimal> amount = record.units(38, 55, 2);
        if (amount.isEmpty()) {
            readable = false;
            problems.field(Field.AMOUNT, record.place(38, 55), record.ascii(38, 55), "000000000000125000");
        }
        BigDecimal positive = amount.orElse(BigDecimal.ZERO);
        payment = new Payment(
                code == 21 ? positive.negate() : positive,
                record.ascii(58, 69),
                record.withoutZeros(3, 12),
                lines.place());
        payment.reference(record.ascii(13, 37), record.at(56));
        if (amount.isPresent()) {
            payments.add(payment);
        }
    }

    private void reference(int code) {
        Payment current = payment();
        expandTabs();
        trailer.count(code);
        current.extraReference(record.ascii(13, 37), code == 22 ? Reference.Type.CREDITOR : Reference.Type.INVOICE);
    }

    private void expandTabs() {
        if (record.expandTabs(PAYMENT_LENGTH)) {
            problems.warn("tab", Texts.message("bgmax.tab"), lines.latin(lines.start(), lines.end()), " ");
        }
    }

    private void deposit() {
        requireSection();
        trailer.count(15);
        Deposit deposit = new Deposit(
                record.units(51, 68, 2),
                record.number(72, 79),
                record.yearMonthDay(38, 45),
                record.ascii(38, 45) + "-" + record.ascii(46, 50),
                lines.place());
        if (deposit.amount().isEmpty()) {
            problems.field(Field.AMOUNT, record.place(51, 68), record.ascii(51, 68), "000000000000125000");
        }
        if (deposit.day().isEmpty()) {
            problems.field(Field.DATE, record.place(38, 45), record.ascii(38, 45), "20261126");
        }
        tell(deposit);
        payments.clear();
        payment = null;
        readable = true;
    }

    private void tell(Deposit deposit) {
        deposit.amount().ifPresent(account::state);
        if (!readable || deposit.amount().isEmpty()) {
            account.incomplete();
        } else {
            check(deposit);
        }
        if (deposits) {
            deposit.amount().ifPresent(amount -> account.entry(asOne(deposit, amount)));
            return;
        }
        for (Payment one : payments) {
            context.cancel().throwIfCancelled();
            account.entry(one.entry(deposit.day(), deposit.number()));
        }
    }

    private ImportedEntry asOne(Deposit deposit, BigDecimal amount) {
        ImportedEntry.Builder entry = ImportedEntry.of(amount, deposit.position())
                .id(deposit.number())
                .bankReference(deposit.number());
        deposit.day().ifPresent(entry::bookingDate);
        payments.forEach(one -> entry.detail(one.detail()));
        return entry.build();
    }

    private void check(Deposit deposit) {
        BigDecimal sum = payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal stated = deposit.amount().orElseThrow();
        if (sum.compareTo(stated) != 0) {
            disagree(sum.toPlainString(), stated.toPlainString());
        }
        if (deposit.count() != payments.size()) {
            disagree(String.valueOf(payments.size()), record.ascii(72, 79));
        }
    }

    /** The host's proof decides what becomes of it; here is told which deposit it is. */
    private void disagree(String found, String stated) {
        problems.tell(Problem.warning(ErrorClass.E5.code("deposit"), Texts.message("bgmax.deposit"))
                .where(lines.place())
                .found(found)
                .expected(stated)
                .build());
    }

    private void end() {
        requireNoPayments();
        account = null;
        whole = true;
        trailer.compare(record, problems);
    }

    private String text(int first, int last) {
        return problems.checked(record.text(first, last));
    }

    /** The payment that a record belongs to. */
    private Payment payment() {
        if (payment == null) {
            throw problems.broken("order", Texts.message("bgmax.order"), "20, 21");
        } else if (++extraLines > MOST_LINES) {
            throw tooMany();
        }
        return payment;
    }

    private void requireSection() {
        if (account == null) {
            throw problems.broken("order", Texts.message("bgmax.order"), "05");
        }
    }

    private void requireNoPayments() {
        if (payment != null) {
            throw problems.broken("order", Texts.message("bgmax.order"), "15");
        }
    }

    private TickmarkException tooMany() {
        return problems.broken("size", Texts.message("bgmax.size"), "15");
    }
}
