package org.tickmark.importer.ofx;

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
        String whole = Ofx.sgml("HERE");
        int here = whole.indexOf("HERE");
        print(GeneratedFile.of(
                whole.substring(0, here),
                ENTRIES,
                number -> Ofx.transaction("R" + number, "-125.50", "<NAME>Fjell AS<MEMO>Faktura " + number),
                whole.substring(here + "HERE".length())));
    }

    private static void print(InputStream file) throws IOException {
        ImporterSpeed.print(new OfxImporter(), "ofx", file, ENTRIES);
    }
}
