package org.tickmark.importer.saft;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Reference;
import org.tickmark.kit.ledger.Voucher;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.xml.XmlFields;
import org.tickmark.kit.xml.XmlValues;

/** Reads one line of a transaction. */
final class LineReader {
    private final XmlCursor xml;
    private final XmlFields fields;
    private final String currency;
    private final String position;
    private final String place;
    private final List<Reference> references = new ArrayList<>();
    private String account = "";
    private String text = "";
    private Optional<LocalDate> valueDate = Optional.empty();
    private Parties.Key party = new Parties.Key("", "");
    private Side debit;
    private Side credit;

    /**
     * The amount of one side.
     *
     * @param amount in the currency of the ledger; empty when it cannot be read
     * @param original in another currency, as written
     * @param originalCurrency ISO 4217 code; empty when there is no other
     */
    private record Side(Optional<BigDecimal> amount, Optional<BigDecimal> original, String originalCurrency) {}

    /**
     * A reader of the line that the cursor has just entered.
     *
     * @param currency the currency of the ledger
     */
    LineReader(XmlCursor xml, XmlFields fields, String currency) {
        this.xml = xml;
        this.fields = fields;
        this.currency = currency;
        this.position = xml.path();
        this.place = XmlCursor.place(xml.line(), position);
    }

    /** Reads the element and leaves it. */
    void read() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "AccountID" -> account = xml.text();
                case "ValueDate" -> valueDate = XmlValues.day(xml.text());
                case "Description" -> text = xml.text();
                case "CustomerID", "SupplierID" -> party = new Parties.Key(xml.name(), xml.text());
                case "ReferenceNumber" -> reference(Reference.Type.INVOICE, xml.text());
                case "CID" -> reference(Reference.Type.CREDITOR, xml.text());
                case "SourceDocumentID" -> reference(Reference.Type.CUSTOMER, xml.text());
                case "DebitAmount" -> debit = side();
                case "CreditAmount" -> credit = side();
                default -> xml.skip();
            }
        }
        if (account.isEmpty()) {
            fields.missing("AccountID", place);
        }
        if (debit == null && credit == null) {
            fields.missing("DebitAmount, CreditAmount", place);
        }
    }

    /** The account; empty when the line names none. */
    String account() {
        return account;
    }

    /** Debit less credit; empty when an amount is missing or cannot be read. */
    Optional<BigDecimal> amount() {
        boolean readable = (debit == null || debit.amount().isPresent())
                && (credit == null || credit.amount().isPresent());
        if (!readable || (debit == null && credit == null)) {
            return Optional.empty();
        } else if (credit == null) {
            return debit.amount();
        } else if (debit == null) {
            return credit.amount().map(BigDecimal::negate);
        }
        return Optional.of(debit().subtract(credit()));
    }

    /** What the line adds to the debit total. */
    BigDecimal debit() {
        return amountOf(debit);
    }

    /** What the line adds to the credit total. */
    BigDecimal credit() {
        return amountOf(credit);
    }

    /** The line as an entry. */
    ImportedEntry entry(BigDecimal amount, Voucher voucher, Parties parties) {
        ImportedEntry.Builder entry = ImportedEntry.of(amount, position)
                .id(voucher.name())
                .voucher(voucher.name())
                .party(parties.of(party))
                .text(text);
        voucher.date().ifPresent(entry::bookingDate);
        valueDate.ifPresent(entry::valueDate);
        references.forEach(reference -> entry.reference(reference.type(), reference.value()));
        if (!voucher.text().equals(text)) {
            entry.text(voucher.text());
        }
        original(entry);
        return entry.build();
    }

    private void original(ImportedEntry.Builder entry) {
        if (debit != null && credit == null) {
            debit.original().ifPresent(amount -> entry.original(amount, debit.originalCurrency()));
        } else if (credit != null && debit == null) {
            credit.original().ifPresent(amount -> entry.original(amount.negate(), credit.originalCurrency()));
        }
    }

    private void reference(Reference.Type type, String value) {
        if (!value.isEmpty()) {
            references.add(new Reference(type, value));
        }
    }

    /** An amount one level down, as Norway has it, or in the element itself. */
    private Side side() throws IOException {
        SideReader children = new SideReader();
        String own = xml.text(children);
        String amountText = children.amount.isEmpty() ? own : children.amount;
        Optional<BigDecimal> amount = fields.amount(amountText, xml.placeLeft());
        boolean foreign = !children.currency.isEmpty() && !children.currency.equals(currency);
        return foreign && !children.currencyAmount.isEmpty()
                ? new Side(amount, fields.amount(children.currencyAmount, xml.placeLeft()), children.currency)
                : new Side(amount, Optional.empty(), "");
    }

    private static BigDecimal amountOf(Side side) {
        return side == null ? BigDecimal.ZERO : side.amount().orElse(BigDecimal.ZERO);
    }

    /** What stands inside an amount. */
    private final class SideReader implements XmlCursor.ChildReader {
        private String amount = "";
        private String currency = "";
        private String currencyAmount = "";

        @Override
        public void read() throws IOException {
            switch (xml.name()) {
                case "Amount" -> amount = xml.text();
                case "CurrencyCode" -> currency = xml.text().toUpperCase(Locale.ROOT);
                case "CurrencyAmount" -> currencyAmount = xml.text();
                default -> xml.skip();
            }
        }
    }
}
