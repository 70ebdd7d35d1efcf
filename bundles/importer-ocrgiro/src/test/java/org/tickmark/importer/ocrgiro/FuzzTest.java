package org.tickmark.importer.ocrgiro;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.importer.ImporterFuzz;
import org.tickmark.testkit.importer.SampleFile;

class FuzzTest {
    private static final String FILE = OcrGiro.START
            + OcrGiro.ASSIGNMENT
            + OcrGiro.payment(1, "1250.00", "0010017")
            + OcrGiro.payment(2, "-250.50", "")
            + OcrGiro.text(2, "Ås")
            + OcrGiro.end(2, 5, "999.50");

    @Test
    void readsOrRefusesWhateverComes() {
        ImporterFuzz.of(
                        new OcrGiroImporter(),
                        List.of(SampleFile.of("latin", FILE, StandardCharsets.ISO_8859_1), SampleFile.of("utf8", FILE)),
                        List.of(
                                "\n",
                                "\r",
                                "\t",
                                " ",
                                "-",
                                "NY000010",
                                "\nNY090020",
                                "\nNY091030",
                                "\nNY091031",
                                "\nNY091032",
                                "\nNY090088",
                                "\nNY000089",
                                "NY21",
                                "\u0000",
                                "999999999999999999",
                                "\uFEFF"))
                .run(3000);
    }
}
