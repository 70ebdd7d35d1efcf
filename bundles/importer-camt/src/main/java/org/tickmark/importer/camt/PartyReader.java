package org.tickmark.importer.camt;

import java.io.IOException;
import java.util.Set;
import org.tickmark.api.importer.Party;
import org.tickmark.kit.xml.XmlCursor;

/**
 * Collects what a transaction tells of one side: name, account, bank and organisation number lie in elements apart. Newer versions put a party
 * into {@code Pty} or {@code Agt}.
 */
final class PartyReader {
    private static final Set<String> IDENTIFIERS = Set.of("Id", "IBAN", "BBAN", "UPIC");

    private final XmlCursor xml;
    private String name = "";
    private String ultimateName = "";
    private String account = "";
    private String bic = "";
    private String organisation = "";

    PartyReader(XmlCursor xml) {
        this.xml = xml;
    }

    /** Reads {@code Dbtr} or {@code Cdtr}. */
    void party() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Pty", "Agt", "FinInstnId" -> party();
                case "Nm" -> name = xml.text();
                case "BICFI", "BIC" -> bic = xml.text();
                case "Id" -> organisation = organisation(xml, organisation);
                default -> xml.skip();
            }
        }
    }

    /** Reads {@code UltmtDbtr} or {@code UltmtCdtr}. */
    void ultimateParty() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Pty" -> ultimateParty();
                case "Nm" -> ultimateName = xml.text();
                default -> xml.skip();
            }
        }
    }

    /** Reads {@code DbtrAcct} or {@code CdtrAcct}. */
    void account() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Id" -> account = accountNumber();
                default -> xml.skip();
            }
        }
    }

    /** Reads {@code DbtrAgt} or {@code CdtrAgt}. */
    void agent() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "FinInstnId" -> agent();
                case "BICFI", "BIC" -> bic = xml.text();
                default -> xml.skip();
            }
        }
    }

    /** The party; its name is the ultimate one's where it has none of its own. */
    Party build() {
        return new Party(name.isEmpty() ? ultimateName : name, account, bic, organisation);
    }

    /** Reads {@code Id} of a party: its organisation number, or what was known before. */
    static String organisation(XmlCursor xml, String known) throws IOException {
        String number = known;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "OrgId" -> number = organisation(xml, number);
                case "Othr", "PrtryId" -> {
                    String found = xml.textOrChild(IDENTIFIERS);
                    number = number.isEmpty() ? found : number;
                }
                default -> xml.skip();
            }
        }
        return number;
    }

    private String accountNumber() throws IOException {
        String number = "";
        while (xml.nextChild()) {
            String found = xml.textOrChild(IDENTIFIERS);
            number = number.isEmpty() ? found : number;
        }
        return number;
    }
}
