package org.tickmark.importer.ocrgiro;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.ImporterSpeed;

/** Prints how fast files are read; run by hand, see the README. */
@EnabledIfSystemProperty(named = "tickmark.speed", matches = "true")
class SpeedTest {
    private static final int ENTRIES = 200_000;

    @Test
    void readsManyEntries() throws IOException {
        print(GeneratedFile.of(
                OcrGiro.START + OcrGiro.ASSIGNMENT,
                ENTRIES,
                number -> OcrGiro.payment((int) number, "125.50", "0010017"),
                OcrGiro.end(ENTRIES, 2L * ENTRIES, "125.50")));
    }

    private static void print(InputStream file) throws IOException {
        ImporterSpeed.print(new OcrGiroImporter(), "ocrgiro", file, ENTRIES);
    }
}
