package org.tickmark.importer.qif;

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
                "!Type:Bank\n",
                ENTRIES,
                number -> Qif.record("D11/25/26|T-1,125.50|PFjell AS|MFaktura " + number),
                ""));
    }

    private static void print(InputStream file) throws IOException {
        ImporterSpeed.print(new QifImporter(), "qif", file, ENTRIES);
    }
}
