package org.tickmark.importer.sie5;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.xml.XmlFields;

/**
 * What the document says of invoices, customers and suppliers, so that entries which refer to an invoice can bear its numbers and the name of the other
 * side. Keeps at most 100,000 invoices and as many parties; those beyond are left out, with a warning.
 */
final class SubLedgers {
    private static final int MOST = 100_000;

    private final XmlCursor xml;
    private final XmlFields fields;
    private final Map<Key, Invoice> invoices = new HashMap<>();
    private final Map<Key, Party> parties = new HashMap<>();
    private boolean full;

    /**
     * The name of something within something else.
     *
     * @param of the account of an invoice, or the attribute by which invoices name a party
     */
    private record Key(String of, String id) {}

    /**
     * An invoice.
     *
     * @param number as whoever sent it numbered it
     * @param payment the reference that its payment bears, such as an OCR number; empty when there is none
     * @param party the key of the other side
     */
    private record Invoice(String number, String payment, Key party) {}

    SubLedgers(XmlCursor xml, XmlFields fields) {
        this.xml = xml;
        this.fields = fields;
    }

    /**
     * Reads a sub-ledger of invoices that the cursor has just entered, and leaves it.
     *
     * @param element what an invoice is called
     * @param partyAttribute the attribute by which it names the other side
     */
    void invoices(String element, String partyAttribute) throws IOException {
        Set<String> accounts = new HashSet<>();
        accounts.add(xml.attribute("primaryAccountId"));
        while (xml.nextChild()) {
            xml.renewBudget();
            if (xml.name().equals("SecondaryAccountRef") && accounts.size() < MOST) {
                accounts.add(xml.attribute("accountId"));
            } else if (xml.name().equals(element)) {
                invoice(accounts, partyAttribute);
            }
            xml.skip();
        }
    }

    private void invoice(Set<String> accounts, String partyAttribute) {
        String id = xml.attribute("id");
        String number = xml.attribute("invoiceNumber");
        Invoice invoice = new Invoice(
                number.isEmpty() ? id : number,
                xml.attribute("ocrNumber"),
                new Key(partyAttribute, xml.attribute(partyAttribute)));
        for (String account : accounts) {
            if (hasRoom(invoices)) {
                invoices.put(new Key(account, id), invoice);
            }
        }
    }

    /**
     * Reads a list of parties that the cursor has just entered, and leaves it.
     *
     * @param element what a party is called
     * @param partyAttribute the attribute by which invoices name it
     */
    void parties(String element, String partyAttribute) throws IOException {
        while (xml.nextChild()) {
            xml.renewBudget();
            if (xml.name().equals(element) && hasRoom(parties)) {
                parties.put(new Key(partyAttribute, xml.attribute("id")), party());
            }
            xml.skip();
        }
    }

    private Party party() {
        String iban = xml.attribute("IBAN");
        String account = iban.isEmpty() ? xml.attribute("BgAccount") : iban;
        return new Party(xml.attribute("name"), account, xml.attribute("BIC"), xml.attribute("organizationId"));
    }

    /** Adds to an entry what is known of the invoice that it refers to. */
    void complete(ImportedEntry.Builder entry, String account, String invoiceId) {
        Invoice invoice = invoices.get(new Key(account, invoiceId));
        if (invoice != null) {
            entry.reference(Reference.Type.INVOICE, invoice.number())
                    .reference(Reference.Type.CREDITOR, invoice.payment());
            Optional.ofNullable(parties.get(invoice.party())).ifPresent(entry::party);
        }
    }

    private boolean hasRoom(Map<?, ?> map) {
        boolean room = map.size() < MOST;
        if (!room && !full) {
            full = true;
            fields.tell(Problem.warning(ErrorClass.W.code("sub-ledger"), Texts.message("sie5.sub-ledger", MOST))
                    .where(xml.place())
                    .build());
        }
        return room;
    }
}
