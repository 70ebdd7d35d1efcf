package org.tickmark.importer.sie5;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.Reference;
import org.tickmark.kit.ledger.Ledger;
import org.tickmark.kit.ledger.Strictness;
import org.tickmark.kit.ledger.Voucher;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.xml.XmlFields;

/** Reads journals and tells their entries. A row that was struck out ({@code Overstrike}) never happened: it is counted and left out. */
final class JournalReader {
    private final XmlCursor xml;
    private final XmlFields fields;
    private final Ledger ledger;
    private final SubLedgers subLedgers;
    private final ReadContext context;
    private final Strictness vouchers;
    private long struckOut;

    JournalReader(XmlCursor xml, XmlFields fields, Ledger ledger, SubLedgers subLedgers, ReadContext context) {
        this.xml = xml;
        this.fields = fields;
        this.ledger = ledger;
        this.subLedgers = subLedgers;
        this.context = context;
        this.vouchers = Strictness.of(context, Sie5Importer.VOUCHERS);
    }

    /** Reads the journal that the cursor has just entered, and leaves it. */
    void read() throws IOException {
        String series = xml.attribute("id");
        while (xml.nextChild()) {
            xml.renewBudget();
            if (xml.name().equals("JournalEntry")) {
                voucher(series);
            } else {
                xml.skip();
            }
        }
    }

    /** Tells how many rows were struck out. */
    void finish() {
        if (struckOut > 0) {
            fields.tell(Problem.info(ErrorClass.W.code("struck-out"), Texts.message("sie5.struck-out", struckOut))
                    .build());
        }
    }

    private void voucher(String series) throws IOException {
        String place = xml.place();
        String name = (series + " " + xml.attribute("id")).strip();
        String reference = xml.attribute("referenceId");
        Optional<LocalDate> date = fields.day(xml.attribute("journalDate"), place);
        date.flatMap(day -> ledger.outsideYear(day, place)).ifPresent(fields::tell);
        Voucher voucher = new Voucher(name, date, xml.attribute("text"), place);
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "LedgerEntry" -> row(voucher, reference);
                case "CorrectedBy" -> corrected(voucher);
                default -> xml.skip();
            }
        }
        voucher.imbalance(vouchers).ifPresent(fields::tell);
    }

    private void corrected(Voucher voucher) throws IOException {
        String by = (xml.attribute("journalId") + " " + xml.attribute("journalEntryId")).strip();
        fields.tell(Problem.info(ErrorClass.W.code("corrected"), Texts.message("sie5.corrected", voucher.name(), by))
                .where(xml.place())
                .build());
        xml.skip();
    }

    private void row(Voucher voucher, String reference) throws IOException {
        context.cancel().throwIfCancelled();
        xml.renewBudget();
        Row row = new Row(xml);
        row.readChildren();
        if (row.struckOut) {
            struckOut++;
            return;
        }
        if (row.account.isEmpty()) {
            fields.missing("accountId", row.place);
        }
        fields.amount(row.amount, row.place)
                .ifPresentOrElse(amount -> tell(voucher, row, amount, reference), voucher::addUnreadable);
    }

    private void tell(Voucher voucher, Row row, BigDecimal amount, String reference) {
        voucher.add(amount);
        ImportedEntry.Builder entry = ImportedEntry.of(amount, row.position)
                .id(voucher.name())
                .voucher(voucher.name())
                .reference(Reference.Type.CUSTOMER, reference)
                .text(row.text);
        bookingDate(voucher, row).ifPresent(entry::bookingDate);
        if (!voucher.text().equals(row.text)) {
            entry.text(voucher.text());
        }
        if (!row.foreignCurrency.isEmpty()) {
            fields.amount(row.foreignAmount, row.place)
                    .ifPresent(foreign -> entry.original(foreign, row.foreignCurrency));
        }
        subLedgers.complete(entry, row.account, row.object);
        ledger.entry(row.account, entry.build());
    }

    private Optional<LocalDate> bookingDate(Voucher voucher, Row row) {
        return row.date.isEmpty() ? voucher.date() : fields.day(row.date, row.place);
    }

    /** One {@code LedgerEntry} as it stands there. */
    private static final class Row {
        private final XmlCursor xml;
        private final String place;
        private final String position;
        private final String account;
        private final String amount;
        private final String text;
        private final String date;
        private String object = "";
        private String foreignAmount = "";
        private String foreignCurrency = "";
        private boolean struckOut;

        /** The row that the cursor has just entered. */
        Row(XmlCursor xml) {
            this.xml = xml;
            this.position = xml.path();
            this.place = XmlCursor.place(xml.line(), position);
            this.account = xml.attribute("accountId");
            this.amount = xml.attribute("amount");
            this.text = xml.attribute("text");
            this.date = xml.attribute("ledgerDate");
        }

        /** Reads what is inside it, and leaves it. */
        void readChildren() throws IOException {
            while (xml.nextChild()) {
                switch (xml.name()) {
                    case "Overstrike" -> struckOut = true;
                    case "SubdividedAccountObjectReference" -> object = xml.attribute("objectId");
                    case "ForeignCurrencyAmount" -> {
                        foreignAmount = xml.attribute("amount");
                        foreignCurrency = xml.attribute("currency").toUpperCase(Locale.ROOT);
                    }
                    default -> {
                        // objects of dimensions, who locked it and when
                    }
                }
                xml.skip();
            }
        }
    }
}
