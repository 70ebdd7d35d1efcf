package org.tickmark.importer.qif;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.importer.ImporterFuzz;
import org.tickmark.testkit.importer.SampleFile;

class FuzzTest {
    private static final String FILE = "!Account\nNKonto\n^\n"
            + Qif.bank(
                    Qif.record("D11/22/26|T-1,000.00|PÅs|MBoller"),
                    Qif.record("D11/23'26|T-10.00|SMat|EBrød|$-9.00|S[Kort]|$-1.00"))
            + "!Type:Invst\nD11/22/26\nT5.00\n^\n";

    @Test
    void readsOrRefusesWhateverComes() {
        ImporterFuzz.of(
                        new QifImporter(),
                        List.of(
                                SampleFile.of("point", FILE),
                                SampleFile.of("comma", Qif.bank(Qif.record("D22.11.2026|T-1.100,50")))),
                        List.of(
                                "\n",
                                "\r",
                                "^\n",
                                "\n^\n",
                                "!Type:Bank\n",
                                "!Type:",
                                "!Account\n",
                                "\nT1,234\n",
                                "\nT1.234\n",
                                "\nD1/2/3\n",
                                "\nD99/99/9999\n",
                                "\nS\n",
                                "\n$1\n",
                                "\nE\n",
                                "'",
                                "#",
                                "\u0000",
                                "\uFEFF"))
                .run(3000);
    }
}
