package org.tickmark.importer.saft;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.kit.ledger.Ledger;
import org.tickmark.kit.ledger.Strictness;
import org.tickmark.kit.ledger.Voucher;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.xml.XmlFields;

/** Reads {@code GeneralLedgerEntries}: journals of transactions of lines, and the totals over all of them, which it checks. */
final class EntriesReader {
    private final XmlCursor xml;
    private final XmlFields fields;
    private final Ledger ledger;
    private final Parties parties;
    private final ReadContext context;
    private final Strictness vouchers;
    private final Strictness totals;
    private Optional<BigDecimal> statedCount = Optional.empty();
    private Optional<BigDecimal> statedDebit = Optional.empty();
    private Optional<BigDecimal> statedCredit = Optional.empty();
    private BigDecimal debit = BigDecimal.ZERO;
    private BigDecimal credit = BigDecimal.ZERO;
    private long transactions;
    private boolean complete = true;

    EntriesReader(XmlCursor xml, XmlFields fields, Ledger ledger, Parties parties, ReadContext context) {
        this.xml = xml;
        this.fields = fields;
        this.ledger = ledger;
        this.parties = parties;
        this.context = context;
        this.vouchers = Strictness.of(context, SaftImporter.VOUCHERS);
        this.totals = Strictness.of(context, SaftImporter.TOTALS);
    }

    /** Reads the element that the cursor has just entered, and leaves it. */
    void read() throws IOException {
        String place = xml.place();
        while (xml.nextChild()) {
            xml.renewBudget();
            switch (xml.name()) {
                case "NumberOfEntries" -> statedCount = amount();
                case "TotalDebit" -> statedDebit = amount();
                case "TotalCredit" -> statedCredit = amount();
                case "Journal" -> journal();
                default -> xml.skip();
            }
        }
        compare("NumberOfEntries", statedCount, BigDecimal.valueOf(transactions), place);
        if (complete) {
            compare("TotalDebit", statedDebit, debit, place);
            compare("TotalCredit", statedCredit, credit, place);
        }
    }

    private Optional<BigDecimal> amount() throws IOException {
        String text = xml.text();
        return fields.amount(text, xml.placeLeft());
    }

    private void compare(String element, Optional<BigDecimal> stated, BigDecimal found, String place) {
        stated.filter(expected -> expected.compareTo(found) != 0)
                .map(expected -> totals.problem(ErrorClass.E5.code("control"), Texts.message("saft.control", element))
                        .where(place)
                        .found(found.toPlainString())
                        .expected(expected.toPlainString())
                        .build())
                .ifPresent(fields::tell);
    }

    private void journal() throws IOException {
        String series = "";
        while (xml.nextChild()) {
            xml.renewBudget();
            switch (xml.name()) {
                case "JournalID" -> series = xml.text();
                case "Transaction" -> transaction(series);
                default -> xml.skip();
            }
        }
    }

    private void transaction(String series) throws IOException {
        transactions++;
        Transaction transaction = new Transaction(series, xml.place());
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "TransactionID" -> transaction.id = xml.text();
                case "TransactionDate" -> transaction.date = day();
                case "Description" -> transaction.text = xml.text();
                case "Lines" -> lines(transaction);
                case "Line" -> line(transaction);
                default -> xml.skip();
            }
        }
        if (transaction.voucher != null) {
            transaction.voucher.imbalance(vouchers).ifPresent(fields::tell);
        }
    }

    private Optional<LocalDate> day() throws IOException {
        String text = xml.text();
        Optional<LocalDate> day = fields.day(text, xml.placeLeft());
        day.flatMap(known -> ledger.outsideYear(known, xml.placeLeft())).ifPresent(fields::tell);
        return day;
    }

    /** Some countries have the lines in a list, debits and credits apart. */
    private void lines(Transaction transaction) throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Line", "DebitLine", "CreditLine" -> line(transaction);
                default -> xml.skip();
            }
        }
    }

    private void line(Transaction transaction) throws IOException {
        context.cancel().throwIfCancelled();
        xml.renewBudget();
        Voucher voucher = transaction.voucher();
        LineReader line = new LineReader(xml, fields, ledger.currency());
        line.read();
        Optional<BigDecimal> amount = line.amount();
        if (amount.isPresent()) {
            voucher.add(amount.get());
            debit = debit.add(line.debit());
            credit = credit.add(line.credit());
            ImportedEntry entry = line.entry(amount.get(), voucher, parties);
            ledger.entry(line.account(), entry);
        } else {
            voucher.addUnreadable();
            complete = false;
        }
    }

    /** The transaction at hand; its lines come after what its head says. */
    private static final class Transaction {
        private final String series;
        private final String place;
        private String id = "";
        private String text = "";
        private Optional<LocalDate> date = Optional.empty();
        private Voucher voucher;

        Transaction(String series, String place) {
            this.series = series;
            this.place = place;
        }

        /** The voucher, once its head is known. */
        Voucher voucher() {
            if (voucher == null) {
                voucher = new Voucher((series + " " + id).strip(), date, text, place);
            }
            return voucher;
        }
    }
}
