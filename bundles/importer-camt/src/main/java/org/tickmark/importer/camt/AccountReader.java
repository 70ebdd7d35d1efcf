package org.tickmark.importer.camt;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.AccountId.Scheme;
import org.tickmark.kit.xml.XmlCursor;

/** Reads {@code Acct}: the account that a statement is of. */
final class AccountReader {
    private static final Set<String> CODES = Set.of("Cd", "Prtry");

    private final XmlCursor xml;
    private AccountId id = AccountId.none();
    private String currency = "";
    private String owner = "";

    AccountReader(XmlCursor xml) {
        this.xml = xml;
    }

    /** Reads the element that the cursor has just entered, and leaves it. */
    void read() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Id" -> identification();
                case "Ccy" -> currency = xml.text().toUpperCase(Locale.ROOT);
                case "Ownr" -> readOwner();
                default -> xml.skip();
            }
        }
    }

    /** The account; none when the file does not name it. */
    AccountId id() {
        return id;
    }

    /** ISO 4217 code; empty when the file does not say. */
    String currency() {
        return currency;
    }

    /** Organisation number of the owner; empty when the file does not say. */
    String owner() {
        return owner;
    }

    private void identification() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "IBAN" -> id = account(Scheme.IBAN, xml.text());
                case "BBAN", "UPIC" -> id = account(Scheme.BBAN, xml.text());
                case "Othr", "PrtryAcct" -> other();
                default -> xml.skip();
            }
        }
    }

    private void other() throws IOException {
        String number = "";
        String scheme = "";
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Id" -> number = xml.text();
                case "SchmeNm" -> scheme = xml.textOrChild(CODES);
                default -> xml.skip();
            }
        }
        id = account(scheme(scheme), number);
    }

    private static Scheme scheme(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "BGNR" -> Scheme.BANKGIRO;
            case "IBAN" -> Scheme.IBAN;
            default -> Scheme.BBAN;
        };
    }

    private static AccountId account(Scheme scheme, String number) {
        return number.isEmpty() ? AccountId.none() : new AccountId(scheme, number);
    }

    private void readOwner() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Id" -> owner = PartyReader.organisation(xml, owner);
                default -> xml.skip();
            }
        }
    }
}
