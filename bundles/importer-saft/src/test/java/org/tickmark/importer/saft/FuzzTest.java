package org.tickmark.importer.saft;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.importer.ImporterFuzz;
import org.tickmark.testkit.importer.SampleFile;

class FuzzTest {
    private static final String ENTRIES = "<NumberOfEntries>2</NumberOfEntries><TotalDebit>120.50</TotalDebit>"
            + Saft.journal(Saft.transaction(
                            "1",
                            "2026-11-02",
                            Saft.line("1920", "100", "<CustomerID>17</CustomerID>") + Saft.line("3000", "-100"))
                    + Saft.transaction("2", "2026-11-03", Saft.line("1920", "-20.50") + Saft.line("3000", "20.50")));

    @Test
    void readsOrRefusesWhateverComes() {
        ImporterFuzz.of(
                        new SaftImporter(),
                        List.of(SampleFile.of("whole", Saft.file(ENTRIES)), SampleFile.of("balances", Saft.file(""))),
                        List.of(
                                "<",
                                ">",
                                "/>",
                                "&",
                                "&#0;",
                                "<![CDATA[",
                                "<!--",
                                "<?x?>",
                                "<!DOCTYPE a>",
                                "<Amount>1e9</Amount>",
                                "99999999999999999999999999999999999999999",
                                "<Journal>",
                                "</Journal>",
                                "<Line/>",
                                "<Header><DefaultCurrencyCode>EUR</DefaultCurrencyCode></Header>",
                                "<Lines>",
                                "\u0000",
                                "xmlns=\"\""))
                .run(2000);
    }
}
