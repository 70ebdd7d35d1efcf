package org.tickmark.importer.saft;

import java.io.IOException;
import java.util.Locale;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.ledger.Ledger;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.xml.XmlFields;

/** Reads a document part by part. Parts that it does not know are passed over without being kept. */
final class AuditFileReader {
    private static final String USUAL_CURRENCY = "NOK";

    private final XmlCursor xml;
    private final XmlFields fields;
    private final Ledger ledger;
    private final Parties parties;
    private final EntriesReader entries;

    AuditFileReader(XmlCursor xml, ReadContext context, StatementSink sink) {
        this.xml = xml;
        this.fields = new XmlFields(sink);
        this.ledger = new Ledger(sink, USUAL_CURRENCY);
        this.parties = new Parties(xml, fields);
        this.entries = new EntriesReader(xml, fields, ledger, parties, context);
    }

    /** Reads the document whose root the cursor has just entered, to its end. */
    void read() throws IOException {
        xml.takeAsRoot();
        while (xml.nextChild()) {
            xml.renewBudget();
            switch (xml.name()) {
                case "Header" -> header();
                case "MasterFiles" -> masterFiles();
                case "GeneralLedgerEntries" -> entries.read();
                default -> xml.skip();
            }
        }
        finish();
    }

    private void header() throws IOException {
        Period period = new Period(xml);
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Company" -> company();
                case "DefaultCurrencyCode" -> currency();
                case "SelectionCriteria" -> period.read();
                default -> xml.skip();
            }
        }
        if (period.isKnown()) {
            requireInTime(ledger.year(period.firstDay(), period.lastDay()));
        }
    }

    private void company() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "RegistrationNumber" -> requireInTime(ledger.owner(xml.text()));
                default -> xml.skip();
            }
        }
    }

    private void currency() throws IOException {
        String code = xml.text().toUpperCase(Locale.ROOT);
        if (!code.isEmpty()) {
            requireInTime(ledger.currency(code));
        }
    }

    private void masterFiles() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "GeneralLedgerAccounts" -> accounts();
                case "Customers" -> parties.read("Customer", "CustomerID");
                case "Suppliers" -> parties.read("Supplier", "SupplierID");
                default -> xml.skip();
            }
        }
    }

    private void accounts() throws IOException {
        while (xml.nextChild()) {
            xml.renewBudget();
            if (xml.name().equals("Account")) {
                new AccountReader(xml, fields).read(ledger);
            } else {
                xml.skip();
            }
        }
    }

    /** What the head says must be known before the first statement is opened with it. */
    private void requireInTime(boolean inTime) {
        if (!inTime) {
            throw Problem.error(ErrorClass.E3.code("order"), Texts.message("saft.order"))
                    .where(xml.placeLeft())
                    .exception();
        }
    }

    private void finish() throws IOException {
        String place = "line " + xml.line();
        xml.requireEnd();
        if (ledger.isEmpty()) {
            throw Problem.error(ErrorClass.E3.code("no-content"), Texts.message("saft.no-content"))
                    .where(place)
                    .expected("GeneralLedgerAccounts, GeneralLedgerEntries")
                    .advice(Texts.message("saft.again.advice"))
                    .exception();
        }
        ledger.close(fields::tell, "GeneralLedgerAccounts/Account");
        fields.finish();
    }
}
