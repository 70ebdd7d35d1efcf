package org.tickmark.importer.sie5;

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
final class Sie5 {
    static final String ACCOUNTS = """
            <Accounts>
              <Account id="1510" name="Kundfordringar" type="asset"/>
              <Account id="1930" name="Företagskonto" type="asset">
                <OpeningBalance month="2026-01" amount="1000.00"/>
                <ClosingBalance month="2025-12" amount="7"/>
                <ClosingBalance month="2026-12" amount="1079.375"/>
              </Account>
              <Account id="3001" name="Försäljning" type="income"/>
            </Accounts>
            """;

    private Sie5() {}

    /** A whole ledger with the accounts and these parts. */
    static String ledger(String parts) {
        return document("Sie", ACCOUNTS + parts);
    }

    /** A document with a head and these parts. */
    static String document(String root, String parts) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <%1$s xmlns="http://www.sie.se/sie5">
                <FileInfo>
                  <SoftwareProduct name="Prov" version="1.0"/>
                  <Company organizationId="556677-8899" name="Fjord AB"/>
                  <FiscalYears>
                    <FiscalYear start="2025-01" end="2025-12" closed="true"/>
                    <FiscalYear start="2026-01" end="2026-12" primary="true"/>
                  </FiscalYears>
                  <AccountingCurrency currency="SEK"/>
                </FileInfo>
                %2$s
                </%1$s>
                """.formatted(root, parts);
    }

    /** A journal A of these vouchers. */
    static String journal(String vouchers) {
        return "<Journal id=\"A\" name=\"Bank\">" + vouchers + "</Journal>";
    }

    /** A voucher of these rows. */
    static String voucher(String id, String date, String rows) {
        return "<JournalEntry id=\"" + id + "\" journalDate=\"" + date + "\" text=\"Prov\">" + rows
                + "</JournalEntry>\n";
    }

    /** A row. */
    static String row(String account, String amount) {
        return row(account, amount, "");
    }

    /** A row with something inside. */
    static String row(String account, String amount, String inside) {
        return "<LedgerEntry accountId=\"" + account + "\" amount=\"" + amount + "\">" + inside + "</LedgerEntry>";
    }

    static RecordingSink read(String document) {
        return read(document.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static RecordingSink read(byte[] document, Map<String, String> options) {
        RecordingSink sink = new RecordingSink();
        try {
            ReadContext context =
                    new ReadContext("test.sie", Optional.empty(), options, Limits.USUAL, CancelToken.NEVER);
            new Sie5Importer().read(new ByteArrayInputStream(document), context, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }
}
