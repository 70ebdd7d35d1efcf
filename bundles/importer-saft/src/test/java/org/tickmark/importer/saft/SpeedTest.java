package org.tickmark.importer.saft;

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
        String whole = Saft.file(Saft.journal("HERE"));
        int here = whole.indexOf("HERE");
        print(GeneratedFile.of(
                whole.substring(0, here),
                ENTRIES / 2,
                number -> Saft.transaction(
                        "" + number,
                        "2026-11-02",
                        Saft.line("1920", "125.50", "<Description>Faktura " + number + "</Description>")
                                + Saft.line("3000", "-125.50")),
                whole.substring(here + "HERE".length())));
    }

    private static void print(InputStream file) throws IOException {
        ImporterSpeed.print(new SaftImporter(), "saft", file, ENTRIES);
    }
}
