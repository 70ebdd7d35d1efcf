package org.tickmark.importer.sie5;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.importer.ImporterFuzz;
import org.tickmark.testkit.importer.SampleFile;

class FuzzTest {
    private static final String JOURNAL = Sie5.journal(Sie5.voucher(
                    "1",
                    "2026-11-02",
                    Sie5.row("1510", "100", "<SubdividedAccountObjectReference objectId=\"17\"/>")
                            + Sie5.row("3001", "-100", "<Overstrike date=\"2026-11-05\" by=\"N\"/>")
                            + Sie5.row("3001", "-100"))
            + Sie5.voucher("2", "2026-11-03", Sie5.row("1930", "-20.50") + Sie5.row("3001", "20.50")));
    private static final String INVOICES = "<CustomerInvoices primaryAccountId=\"1510\">"
            + "<CustomerInvoice id=\"17\" customerId=\"K1\" ocrNumber=\"1700003\"/></CustomerInvoices>"
            + "<Customers><Customer id=\"K1\" name=\"Fjell AB\"/></Customers>";

    @Test
    void readsOrRefusesWhateverComes() {
        ImporterFuzz.of(
                        new Sie5Importer(),
                        List.of(
                                SampleFile.of("ledger", Sie5.ledger(INVOICES + JOURNAL)),
                                SampleFile.of("entries", Sie5.document("SieEntry", JOURNAL))),
                        List.of(
                                "<",
                                ">",
                                "/>",
                                "\"",
                                "&",
                                "&#0;",
                                "<![CDATA[",
                                "<!--",
                                "<?x?>",
                                "<!DOCTYPE a>",
                                "amount=\"1e9\"",
                                "amount=\"99999999999999999999.99\"",
                                "month=\"2026-13\"",
                                "<Journal>",
                                "</Journal>",
                                "<LedgerEntry/>",
                                "<FileInfo/>",
                                "\u0000",
                                "xmlns=\"\""))
                .run(2000);
    }
}
