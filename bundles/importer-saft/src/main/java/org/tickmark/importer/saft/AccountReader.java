package org.tickmark.importer.saft;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.tickmark.kit.ledger.Ledger;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.xml.XmlFields;

/** Reads one {@code Account} of the chart: its balances are on the debit or on the credit side, or on both, one of them zero. */
final class AccountReader {
    private final XmlCursor xml;
    private final XmlFields fields;
    private String number = "";
    private Optional<BigDecimal> opening = Optional.empty();
    private Optional<BigDecimal> closing = Optional.empty();

    AccountReader(XmlCursor xml, XmlFields fields) {
        this.xml = xml;
        this.fields = fields;
    }

    /** Reads the element that the cursor has just entered, and leaves it. */
    void read(Ledger ledger) throws IOException {
        String place = xml.place();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "AccountID" -> number = xml.text();
                case "OpeningDebitBalance" -> opening = sum(opening, amount());
                case "OpeningCreditBalance" -> opening = sum(opening, amount().map(BigDecimal::negate));
                case "ClosingDebitBalance" -> closing = sum(closing, amount());
                case "ClosingCreditBalance" -> closing = sum(closing, amount().map(BigDecimal::negate));
                default -> xml.skip();
            }
        }
        if (number.isEmpty()) {
            fields.missing("AccountID", place);
        }
        ledger.addToChart(number);
        opening.ifPresent(amount -> ledger.opening(number, amount));
        closing.ifPresent(amount -> ledger.closing(number, amount));
    }

    private Optional<BigDecimal> amount() throws IOException {
        String text = xml.text();
        return fields.amount(text, xml.placeLeft());
    }

    private static Optional<BigDecimal> sum(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isEmpty() ? other : one.map(amount -> other.map(amount::add).orElse(amount));
    }
}
