package org.tickmark.importer.saft;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.Party;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.xml.XmlFields;

/** The customers and suppliers of the file. Keeps at most 100,000 of them; those beyond are left out, with a warning. */
final class Parties {
    private static final int MOST = 100_000;

    private final XmlCursor xml;
    private final XmlFields fields;
    private final Map<Key, Party> known = new HashMap<>();
    private boolean full;

    /**
     * What a line names a party by.
     *
     * @param element the element in which it stands, such as {@code CustomerID}
     */
    record Key(String element, String id) {}

    Parties(XmlCursor xml, XmlFields fields) {
        this.xml = xml;
        this.fields = fields;
    }

    /**
     * Reads a list of parties that the cursor has just entered, and leaves it.
     *
     * @param element what a party is called
     * @param idElement the element that identifies it
     */
    void read(String element, String idElement) throws IOException {
        while (xml.nextChild()) {
            xml.renewBudget();
            if (xml.name().equals(element)) {
                party(idElement);
            } else {
                xml.skip();
            }
        }
    }

    /** The party of this key; nobody when there is none. */
    Party of(Key key) {
        return known.getOrDefault(key, Party.NONE);
    }

    private void party(String idElement) throws IOException {
        String place = xml.place();
        String id = "";
        String name = "";
        String organisation = "";
        Account account = Account.NONE;
        while (xml.nextChild()) {
            if (xml.name().equals(idElement)) {
                id = xml.text();
                continue;
            }
            switch (xml.name()) {
                case "Name", "CompanyName" -> name = xml.text();
                case "RegistrationNumber" -> organisation = xml.text();
                case "BankAccount" -> account = account(account);
                default -> xml.skip();
            }
        }
        keep(new Key(idElement, id), new Party(name, account.number(), account.bic(), organisation), place);
    }

    /** A party's bank account. */
    private record Account(String number, String bic) {
        static final Account NONE = new Account("", "");
    }

    /** Reads a bank account; the first one holds. */
    private Account account(Account first) throws IOException {
        String number = "";
        String bic = "";
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "IBANNumber", "BankAccountNumber" -> number = xml.text();
                case "BIC" -> bic = xml.text();
                default -> xml.skip();
            }
        }
        return first.number().isEmpty() ? new Account(number, bic) : first;
    }

    private void keep(Key key, Party party, String place) {
        if (known.size() < MOST) {
            known.put(key, party);
        } else if (!full) {
            full = true;
            fields.tell(Problem.warning(ErrorClass.W.code("parties"), Texts.message("saft.parties", MOST))
                    .where(place)
                    .build());
        }
    }
}
