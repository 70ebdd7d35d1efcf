package org.tickmark.importer.bgmax;

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
                BgMax.START,
                ENTRIES,
                number -> BgMax.SECTION
                        + BgMax.payment("20", "R" + number, "125.50", number)
                        + BgMax.pad("26Fjord AB")
                        + BgMax.deposit("125.50", 1),
                BgMax.end(ENTRIES, 0, 0, ENTRIES)));
    }

    private static void print(InputStream file) throws IOException {
        ImporterSpeed.print(BgMax.importer(), "bgmax", file, ENTRIES);
    }
}
