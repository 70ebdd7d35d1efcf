package org.tickmark.importer.sie5;

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
        String whole = Sie5.document("Sie", Sie5.journal("HERE"));
        int here = whole.indexOf("HERE");
        print(GeneratedFile.of(
                whole.substring(0, here),
                ENTRIES / 2,
                number -> Sie5.voucher(
                        "" + number, "2026-11-02", Sie5.row("1930", "125.50") + Sie5.row("3001", "-125.50")),
                whole.substring(here + "HERE".length())));
    }

    private static void print(InputStream file) throws IOException {
        ImporterSpeed.print(new Sie5Importer(), "sie5", file, ENTRIES);
    }
}
