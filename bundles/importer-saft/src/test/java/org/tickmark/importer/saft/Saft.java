package org.tickmark.importer.saft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.importer.RecordingSink;

/** Makes and reads documents for tests; companies are invented. */
final class Saft {
    private static final String ACCOUNTS = """
            <GeneralLedgerAccounts>
            <Account><AccountID>1920</AccountID><OpeningDebitBalance>1000.00</OpeningDebitBalance>
              <ClosingDebitBalance>1079.375</ClosingDebitBalance></Account>
            <Account><AccountID>3000</AccountID><OpeningCreditBalance>10</OpeningCreditBalance>
              <ClosingCreditBalance>89.375</ClosingCreditBalance></Account>
            </GeneralLedgerAccounts>
            """;

    private Saft() {}

    /** A file with two accounts and these transactions. */
    static String file(String entries) {
        return file(ACCOUNTS, entries);
    }

    /** A file with these master files and transactions. */
    static String file(String masterFiles, String entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <n1:AuditFile xmlns:n1="urn:StandardAuditFile-Taxation-Financial:NO" xmlns="urn:StandardAuditFile-Taxation-Financial:NO">
                <Header><AuditFileVersion>1.30</AuditFileVersion>
                <Company><RegistrationNumber>999888777</RegistrationNumber><Name>Fjord AS</Name></Company>
                <DefaultCurrencyCode>NOK</DefaultCurrencyCode>
                <SelectionCriteria><SelectionStartDate>2026-01-01</SelectionStartDate><SelectionEndDate>2026-12-31</SelectionEndDate></SelectionCriteria>
                </Header>
                <MasterFiles>%s</MasterFiles>
                <GeneralLedgerEntries>%s</GeneralLedgerEntries>
                </n1:AuditFile>
                """.formatted(masterFiles, entries);
    }

    /** A journal GL of these transactions. */
    static String journal(String transactions) {
        return "<Journal><JournalID>GL</JournalID>" + transactions + "</Journal>";
    }

    /** A transaction of these lines. */
    static String transaction(String id, String date, String lines) {
        return "<Transaction><TransactionID>" + id + "</TransactionID><TransactionDate>" + date
                + "</TransactionDate><Description>Prøve</Description>" + lines + "</Transaction>\n";
    }

    /** A line on the debit side, or on the credit side when the amount begins with a minus. */
    static String line(String account, String amount) {
        return line(account, amount, "");
    }

    /** A line with more in it. */
    static String line(String account, String amount, String more) {
        boolean credit = amount.startsWith("-");
        String side = credit ? "CreditAmount" : "DebitAmount";
        return "<Line><AccountID>" + account + "</AccountID>" + more + "<" + side + "><Amount>"
                + (credit ? amount.substring(1) : amount) + "</Amount></" + side + "></Line>";
    }

    static RecordingSink read(String document) {
        return read(document, Map.of());
    }

    static RecordingSink read(String document, Map<String, String> options) {
        RecordingSink sink = new RecordingSink();
        try {
            ReadContext context =
                    new ReadContext("test.xml", Optional.empty(), options, Limits.USUAL, CancelToken.NEVER);
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            new SaftImporter().read(new ByteArrayInputStream(bytes), context, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }
}
