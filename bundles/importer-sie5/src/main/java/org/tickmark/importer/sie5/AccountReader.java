package org.tickmark.importer.sie5;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import org.tickmark.kit.ledger.Ledger;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.xml.XmlFields;

/**
 * Reads one {@code Account} of the chart. Of its balances, which bear months, the one of the year's first month opens and the one of the last month
 * closes; without a year it is the earliest and the latest.
 */
final class AccountReader {
    private final XmlCursor xml;
    private final XmlFields fields;
    private final FiscalYears years;
    private final Ledger ledger;
    private YearMonth openingMonth;
    private YearMonth closingMonth;
    private BigDecimal opening;
    private BigDecimal closing;

    AccountReader(XmlCursor xml, XmlFields fields, FiscalYears years, Ledger ledger) {
        this.xml = xml;
        this.fields = fields;
        this.years = years;
        this.ledger = ledger;
    }

    /** Reads the element that the cursor has just entered, and leaves it. */
    void read() throws IOException {
        String number = xml.attribute("id");
        if (number.isEmpty()) {
            fields.missing("id", xml.place());
        }
        ledger.addToChart(number);
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "OpeningBalance" -> opening();
                case "ClosingBalance" -> closing();
                default -> {
                    // names, budgets and balances of objects
                }
            }
            xml.skip();
        }
        tell(number);
    }

    private void opening() {
        Optional<YearMonth> month = month();
        boolean wanted = month.isPresent()
                && years.current()
                        .map(year -> month.get().equals(year.first()))
                        .orElse(openingMonth == null || month.get().isBefore(openingMonth));
        if (wanted) {
            openingMonth = month.get();
            opening = amount().orElse(opening);
        }
    }

    private void closing() {
        Optional<YearMonth> month = month();
        boolean wanted = month.isPresent()
                && years.current()
                        .map(year -> month.get().equals(year.last()))
                        .orElse(closingMonth == null || month.get().isAfter(closingMonth));
        if (wanted) {
            closingMonth = month.get();
            closing = amount().orElse(closing);
        }
    }

    private Optional<YearMonth> month() {
        String text = xml.attribute("month");
        Optional<YearMonth> month = FiscalYears.month(text);
        if (month.isEmpty()) {
            fields.refuseDate(text, "2026-11", xml.place());
        }
        return month;
    }

    private Optional<BigDecimal> amount() {
        return fields.amount(xml.attribute("amount"), xml.place());
    }

    private void tell(String number) {
        if (opening != null) {
            ledger.opening(number, opening);
        }
        if (closing != null) {
            ledger.closing(number, closing);
        }
    }
}
