package org.tickmark.importer.sie5;

import java.io.IOException;
import java.util.Locale;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.ledger.Ledger;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.xml.XmlFields;

/**
 * Reads a document part by part. Parts that it does not know, and the files embedded in one, are passed over without being kept.
 */
final class DocumentReader {
    private static final String USUAL_CURRENCY = "SEK";

    private final XmlCursor xml;
    private final XmlFields fields;
    private final Ledger ledger;
    private final FiscalYears years = new FiscalYears();
    private final SubLedgers subLedgers;
    private final JournalReader journals;

    DocumentReader(XmlCursor xml, ReadContext context, StatementSink sink) {
        this.xml = xml;
        this.fields = new XmlFields(sink);
        this.ledger = new Ledger(sink, USUAL_CURRENCY);
        this.subLedgers = new SubLedgers(xml, fields);
        this.journals = new JournalReader(xml, fields, ledger, subLedgers, context);
    }

    /** Reads the document whose root the cursor has just entered, to its end. */
    void read() throws IOException {
        xml.takeAsRoot();
        while (xml.nextChild()) {
            readPart();
        }
        finish();
    }

    private void readPart() throws IOException {
        xml.renewBudget();
        switch (xml.name()) {
            case "FileInfo" -> fileInfo();
            case "Accounts" -> accounts();
            case "CustomerInvoices" -> subLedgers.invoices("CustomerInvoice", "customerId");
            case "SupplierInvoices" -> subLedgers.invoices("SupplierInvoice", "supplierId");
            case "Customers" -> subLedgers.parties("Customer", "customerId");
            case "Suppliers" -> subLedgers.parties("Supplier", "supplierId");
            case "Journal" -> journals.read();
            case "Signature" -> signature();
            default -> xml.skip();
        }
    }

    private void fileInfo() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Company" -> {
                    ledger.owner(xml.attribute("organizationId"));
                    xml.skip();
                }
                case "FiscalYears" -> fiscalYears();
                case "AccountingCurrency" -> {
                    currency(xml.attribute("currency").toUpperCase(Locale.ROOT));
                    xml.skip();
                }
                default -> xml.skip();
            }
        }
    }

    private void fiscalYears() throws IOException {
        String place = xml.place();
        while (xml.nextChild()) {
            boolean known = !xml.name().equals("FiscalYear")
                    || years.add(
                            xml.attribute("start"),
                            xml.attribute("end"),
                            xml.attribute("primary").equals("true"));
            if (!known) {
                fields.tell(Problem.warning(ErrorClass.W.code("year"), Texts.message("sie5.year"))
                        .where(xml.place())
                        .found(xml.attribute("start") + " " + xml.attribute("end"))
                        .expected("2026-01 2026-12")
                        .build());
            }
            xml.skip();
        }
        years.current().ifPresent(year -> requireInTime(ledger.year(year.firstDay(), year.lastDay()), place));
    }

    private void currency(String code) {
        if (!code.isEmpty()) {
            requireInTime(ledger.currency(code), xml.place());
        }
    }

    private void accounts() throws IOException {
        while (xml.nextChild()) {
            xml.renewBudget();
            if (xml.name().equals("Account")) {
                new AccountReader(xml, fields, years, ledger).read();
            } else {
                xml.skip();
            }
        }
    }

    private void signature() throws IOException {
        fields.tell(Problem.info(ErrorClass.W.code("signature"), Texts.message("sie5.signature"))
                .where(xml.place())
                .build());
        xml.skip();
    }

    /** What the head says must be known before the first statement is opened with it. */
    private static void requireInTime(boolean inTime, String place) {
        if (!inTime) {
            throw Problem.error(ErrorClass.E3.code("order"), Texts.message("sie5.order"))
                    .where(place)
                    .exception();
        }
    }

    private void finish() throws IOException {
        String place = xml.place();
        xml.requireEnd();
        if (ledger.isEmpty()) {
            fields.tell(Problem.warning(ErrorClass.W.code("no-content"), Texts.message("sie5.no-content"))
                    .where(place)
                    .build());
        }
        journals.finish();
        ledger.close(fields::tell, "Account");
        fields.finish();
    }
}
