package org.tickmark.example.demo;

import static org.tickmark.example.demo.Books.BANK;
import static org.tickmark.example.demo.Books.PAYABLES;
import static org.tickmark.example.demo.Books.RECEIVABLES;
import static org.tickmark.example.demo.Expected.Side.LEDGER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tickmark.example.demo.BankEntry.Kind;

/**
 * What happened at the demo company in May 2026, told to bank, ledger and expectation at the same time: {@link #ordinary}
 * business, and {@link #traps} that a reconciliation must see through.
 */
final class May2026 {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 5, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 5, 31);
    static final String COMPANY = "Påhittade Möbler i Ingenstans AB";
    static final String ORGANISATION = "555555-5555";
    /** No bank in Sweden has the bank code 999. */
    static final String IBAN = Iban.swedish("99900000000193000019");

    /** Banking days: no weekends, not Labour Day (the 1st), not Ascension Day (the 14th). */
    private static final List<LocalDate> BANKING_DAYS = IntStream.of(
                    4, 5, 6, 7, 8, 11, 12, 13, 15, 18, 19, 20, 21, 22, 25, 26, 27, 28, 29)
            .mapToObj(May2026::day)
            .toList();

    private static final int CUSTOMER_PAYMENTS = 86;
    private static final int SUPPLIER_PAYMENTS = 38;
    private static final BigDecimal VAT_SHARE_OF_GROSS = new BigDecimal("0.2");

    private final Dice dice = new Dice();
    private final Books books = new Books();
    private final Statement statement;
    private final Expected expected = new Expected();
    private int nextInvoice = 2041;

    May2026() {
        Chart.fill(books);
        statement = new Statement(books.opening(BANK));
        traps();
        ordinary();
    }

    Books books() {
        return books;
    }

    Statement statement() {
        return statement;
    }

    Expected expected() {
        return expected;
    }

    private void ordinary() {
        for (int i = 0; i < CUSTOMER_PAYMENTS; i++) {
            customerPays(dice.amount(600, 38_000));
        }
        for (int i = 0; i < SUPPLIER_PAYMENTS; i++) {
            supplierIsPaid(dice.amount(400, 36_000));
        }
        for (Cost cost : Cost.USUAL) {
            costIsPaid(cost);
        }
        monthOfInvoices();
    }

    private void traps() {
        bankFee();
        unknownDeposit();
        outstandingPayment();
        outstandingTakings();
        voidedPayment();
        returnedPayment();
        invoicePaidInParts();
        invoiceBookedInParts();
        cardSettlement();
        salaries();
        damagedReference();
        sameAmountTwice();
        sameAmountWithoutReference();
        bookedAfterTheWeekend();
        spacedReference();
    }

    // ---------------------------------------------------------------- ordinary business

    /** A customer pays an invoice by its reference; two of three are booked the same day, the others the next. */
    private void customerPays(BigDecimal amount) {
        int bankDay = dice.below(BANKING_DAYS.size());
        LocalDate booked =
                BANKING_DAYS.get(bankDay + (bankDay + 1 < BANKING_DAYS.size() && dice.below(3) == 0 ? 1 : 0));
        Invoice invoice = nextInvoice();
        incoming(invoice, BANKING_DAYS.get(bankDay), amount);
        receivablePaid(invoice, booked, amount);
        expected.matched(Rules.REFERENCE, 1, 1);
    }

    /** A supplier is paid by the reference on its bill; half of the payments are ordered the day before. */
    private void supplierIsPaid(BigDecimal amount) {
        int bankDay = dice.below(BANKING_DAYS.size());
        LocalDate ordered = BANKING_DAYS.get(Math.max(0, bankDay - dice.below(2)));
        Bill bill = nextBill();
        outgoing(bill, BANKING_DAYS.get(bankDay), amount);
        payablePaid(bill, ordered, amount);
        expected.matched(Rules.REFERENCE, 1, 1);
    }

    /** A cost leaves the account without any reference: what tells it is amount and date. */
    private void costIsPaid(Cost cost) {
        BigDecimal amount = dice.amount(cost.min(), cost.max());
        LocalDate date = day(cost.day());
        statement.book(BankEntry.of(date, amount.negate(), cost.kind(), cost.party()));
        post(costVoucher(cost, date, amount));
        expected.matched(Rules.AMOUNT, 1, 1);
    }

    private static Voucher costVoucher(Cost cost, LocalDate date, BigDecimal amount) {
        String text = cost.text() + ", " + cost.party();
        Voucher voucher = Voucher.of("A", date, text).row(BANK, amount.negate(), text);
        if (cost.vat() == Cost.Vat.NONE) {
            return voucher.row(cost.account(), amount);
        }
        BigDecimal vat = vatIn(amount);
        return voucher.row(cost.account(), amount.subtract(vat)).row(Chart.VAT_IN, vat);
    }

    /** Invoices written and bills received in May; they fall due in June and never touch the bank account. */
    private void monthOfInvoices() {
        for (LocalDate date : BANKING_DAYS) {
            BigDecimal sale = dice.amount(3_000, 60_000);
            BigDecimal vatOut = vatIn(sale);
            post(Voucher.of("F", date, "Kundfaktura " + Names.customer(dice.below(60)))
                    .row(RECEIVABLES, sale)
                    .row(Chart.SALES, sale.subtract(vatOut).negate())
                    .row(Chart.VAT_OUT, vatOut.negate()));
            BigDecimal purchase = dice.amount(1_000, 30_000);
            BigDecimal vatIn = vatIn(purchase);
            post(Voucher.of("R", date, "Leverantörsfaktura " + Names.supplier(dice.below(40)))
                    .row(PAYABLES, purchase.negate())
                    .row(Chart.GOODS, purchase.subtract(vatIn))
                    .row(Chart.VAT_IN, vatIn));
        }
    }

    // ---------------------------------------------------------------- traps

    private void bankFee() {
        BigDecimal fee = kr("-385.00");
        statement.book(BankEntry.of(day(29), fee, Kind.FEE, "").text("PRIS FÖRETAGSPAKET MAJ"));
        open(Expected.Side.BANK, day(29), fee, Rules.NO_COUNTERPART, "bank fee");
    }

    private void unknownDeposit() {
        BigDecimal amount = kr("4320.00");
        statement.book(BankEntry.of(day(27), amount, Kind.INCOMING, "Låtsasvik Blåsorkester")
                .text("HYRA AV STOLAR"));
        open(Expected.Side.BANK, day(27), amount, Rules.NO_COUNTERPART, "never booked");
    }

    private void outstandingPayment() {
        BigDecimal amount = kr("23780.50");
        payablePaid(nextBill(), day(29), amount);
        open(LEDGER, day(29), amount.negate(), Rules.NO_COUNTERPART, "not yet at the bank");
    }

    private void outstandingTakings() {
        BigDecimal amount = kr("6845.00");
        takings(LAST_DAY, amount, "Dagskassa, sätts in i juni");
        open(LEDGER, LAST_DAY, amount, Rules.NO_COUNTERPART, "not yet at the bank");
    }

    /** A payment booked by mistake, and its correction; the bank never saw either. */
    private void voidedPayment() {
        BigDecimal amount = kr("14310.00");
        Bill bill = nextBill();
        payablePaid(bill, day(7), amount);
        post(Voucher.of("L", day(8), "Rättelse av felbokad betalning, " + bill.supplier())
                .row(BANK, amount, "Rättelse " + bill.ocr())
                .row(PAYABLES, amount.negate()));
        expected.matched(Rules.REVERSAL, 0, 2);
    }

    /** A payment that came back from the bank; the ledger booked neither. */
    private void returnedPayment() {
        BigDecimal amount = kr("8465.00");
        Bill bill = nextBill();
        String order = "BET-" + dice.digits(6);
        statement.book(BankEntry.of(day(12), amount.negate(), Kind.OUTGOING, bill.supplier())
                .ocr(bill.ocr())
                .endToEnd(order));
        statement.book(BankEntry.of(day(15), amount, Kind.RETURNED, bill.supplier())
                .ocr(bill.ocr())
                .endToEnd(order)
                .text("ÅTERBETALNING, KONTOT AVSLUTAT"));
        expected.matched(Rules.REVERSAL, 2, 0);
    }

    /** Three payments of the bank, one row in the ledger. */
    private void invoicePaidInParts() {
        Invoice invoice = nextInvoice();
        incoming(invoice, day(6), kr("8000.00"));
        incoming(invoice, day(13), kr("6000.00"));
        incoming(invoice, day(20), kr("4750.00"));
        receivablePaid(invoice, day(20), kr("18750.00"));
        expected.matched(Rules.REFERENCE_SUM, 3, 1);
    }

    /** One payment at the bank, in the ledger the invoice, interest and a reminder fee. */
    private void invoiceBookedInParts() {
        Invoice invoice = nextInvoice();
        incoming(invoice, day(19), kr("9742.00"));
        post(Voucher.of("K", day(19), "Inbetalning " + invoice.customer())
                .row(BANK, kr("9500.00"), "Faktura " + invoice.ocr())
                .row(BANK, kr("182.00"), "Dröjsmålsränta " + invoice.ocr())
                .row(BANK, kr("60.00"), "Påminnelseavgift " + invoice.ocr())
                .row(RECEIVABLES, kr("-9500.00"))
                .row(Chart.INTEREST_INCOME, kr("-182.00"))
                .row(Chart.OTHER_INCOME, kr("-60.00")));
        expected.matched(Rules.REFERENCE_SUM, 1, 3);
    }

    /** Four days of card sales that the card company pays out as one deposit. */
    private void cardSettlement() {
        String settlement = Ocr.of("44" + dice.digits(8));
        List<BigDecimal> days = Stream.of("7215.00", "5480.00", "9930.00", "3165.00")
                .map(May2026::kr)
                .toList();
        for (int i = 0; i < days.size(); i++) {
            takings(day(18 + i), days.get(i), "Kortförsäljning, avräkning " + settlement);
        }
        statement.book(BankEntry.of(day(25), kr("25790.00"), Kind.CARD_SALES, "Fantasifors Kortinlösen AB")
                .batch(settlement)
                .text("AVRÄKNING " + settlement));
        expected.matched(Rules.REFERENCE_SUM, 1, 4);
    }

    /** Six salaries that the bank books as one. */
    private void salaries() {
        String order = Ocr.of("77" + dice.digits(8));
        List<BigDecimal> net = Stream.of("24812.00", "26140.00", "23475.00", "31068.00", "27390.00", "22955.00")
                .map(May2026::kr)
                .toList();
        BigDecimal paid = net.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tax = kr("62410.00");
        Voucher voucher = Voucher.of("A", day(25), "Löner maj");
        for (int i = 0; i < net.size(); i++) {
            voucher = voucher.row(BANK, net.get(i).negate(), "Lön anställd " + (i + 1) + ", uppdrag " + order);
        }
        post(voucher.row(Chart.SALARIES, paid.add(tax)).row(Chart.PAYROLL_TAX, tax.negate()));
        statement.book(BankEntry.of(day(25), paid.negate(), Kind.SALARIES, "")
                .batch(order)
                .text("LÖNER " + order));
        expected.matched(Rules.REFERENCE_SUM, 1, 6);
    }

    /** The payer mistyped one digit. Amount and date would fit, but the references disagree: a person must look. */
    private void damagedReference() {
        BigDecimal amount = kr("11234.00");
        Invoice invoice = nextInvoice();
        statement.book(
                BankEntry.of(day(21), amount, Kind.INCOMING, invoice.customer()).ocr(mistyped(invoice.ocr())));
        receivablePaid(invoice, day(21), amount);
        open(Expected.Side.BANK, day(21), amount, Rules.NEAR_MISS, "damaged reference");
        open(LEDGER, day(21), amount, Rules.NEAR_MISS, "damaged reference");
    }

    /** Two customers pay the same amount on the same day; the references tell them apart. */
    private void sameAmountTwice() {
        for (int i = 0; i < 2; i++) {
            Invoice invoice = nextInvoice();
            incoming(invoice, day(11), kr("12500.00"));
            receivablePaid(invoice, day(11), kr("12500.00"));
            expected.matched(Rules.REFERENCE, 1, 1);
        }
    }

    /** The same without references: nothing tells which belongs to which, so nothing may be guessed. */
    private void sameAmountWithoutReference() {
        BigDecimal amount = kr("1250.00");
        for (String payer : List.of("A. Låtsasson", "B. Påhittsson")) {
            statement.book(BankEntry.of(day(18), amount, Kind.INCOMING, payer).text("TACK FÖR STOLEN"));
            open(Expected.Side.BANK, day(18), amount, Rules.SEVERAL, "same amount twice");
        }
        for (String item : List.of("Stol, blå, såld i butiken", "Stol, röd, såld i butiken")) {
            takings(day(18), amount, item);
            open(LEDGER, day(18), amount, Rules.SEVERAL, "same amount twice");
        }
    }

    /** At the bank on Friday, in the ledger on Monday. */
    private void bookedAfterTheWeekend() {
        BigDecimal amount = kr("5615.00");
        statement.book(BankEntry.of(day(8), amount, Kind.INCOMING, "Drömbro Loppis"));
        takings(day(11), amount, "Drömbro Loppis, inbetalt i fredags");
        expected.matched(Rules.AMOUNT, 1, 1);
    }

    /** The payer wrote the reference into the text, with blanks and a word before it. */
    private void spacedReference() {
        BigDecimal amount = kr("7480.00");
        Invoice invoice = nextInvoice();
        String ocr = invoice.ocr();
        statement.book(BankEntry.of(day(22), amount, Kind.INCOMING, invoice.customer())
                .text("OCR: " + ocr.substring(0, 4) + " " + ocr.substring(4, 7) + " " + ocr.substring(7)));
        receivablePaid(invoice, day(22), amount);
        expected.matched(Rules.REFERENCE, 1, 1);
    }

    // ---------------------------------------------------------------- what both are made of

    private void incoming(Invoice invoice, LocalDate date, BigDecimal amount) {
        statement.book(
                BankEntry.of(date, amount, Kind.INCOMING, invoice.customer()).ocr(invoice.ocr()));
    }

    private void outgoing(Bill bill, LocalDate date, BigDecimal amount) {
        statement.book(BankEntry.of(date, amount.negate(), Kind.OUTGOING, bill.supplier())
                .ocr(bill.ocr()));
    }

    private void receivablePaid(Invoice invoice, LocalDate date, BigDecimal amount) {
        post(Voucher.of("K", date, "Inbetalning " + invoice.customer())
                .row(BANK, amount, "Inbetalning " + invoice.ocr())
                .row(RECEIVABLES, amount.negate()));
    }

    private void payablePaid(Bill bill, LocalDate date, BigDecimal amount) {
        post(Voucher.of("L", date, "Betalning " + bill.supplier())
                .row(BANK, amount.negate(), "Betalning " + bill.ocr())
                .row(PAYABLES, amount));
    }

    private void takings(LocalDate date, BigDecimal amount, String text) {
        BigDecimal vat = vatIn(amount);
        post(Voucher.of("A", date, text)
                .row(BANK, amount, text)
                .row(Chart.SALES, amount.subtract(vat).negate())
                .row(Chart.VAT_OUT, vat.negate()));
    }

    private void post(Voucher voucher) {
        books.post(voucher);
    }

    private void open(Expected.Side side, LocalDate date, BigDecimal amount, String reason, String trap) {
        dice.taken(amount);
        expected.open(side, date, amount, reason, trap);
    }

    private Invoice nextInvoice() {
        int number = nextInvoice++;
        int customer = 1000 + dice.below(60);
        return new Invoice(Names.customer(customer), Ocr.of("" + customer + number));
    }

    private Bill nextBill() {
        return new Bill(Names.supplier(dice.below(40)), Ocr.of(dice.digits(10)));
    }

    /** The reference with its fifth digit one higher; the check digit then fails. */
    private static String mistyped(String ocr) {
        int digit = (Character.digit(ocr.charAt(4), 10) + 1) % 10;
        return ocr.substring(0, 4) + digit + ocr.substring(5);
    }

    private static BigDecimal vatIn(BigDecimal gross) {
        return gross.multiply(VAT_SHARE_OF_GROSS).setScale(2, RoundingMode.HALF_UP);
    }

    private static LocalDate day(int ofMay) {
        return LocalDate.of(2026, 5, ofMay);
    }

    private static BigDecimal kr(String amount) {
        return new BigDecimal(amount);
    }

    /** An invoice of ours: who owes it, and by which reference it is paid. */
    private record Invoice(String customer, String ocr) {}

    /** A bill of a supplier: whom we owe it, and by which reference we pay it. */
    private record Bill(String supplier, String ocr) {}
}
