package org.tickmark.importer.bgmax;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.importer.ImporterFuzz;
import org.tickmark.testkit.importer.SampleFile;

class FuzzTest {
    private static final String FILE = BgMax.START
            + BgMax.SECTION
            + BgMax.payment("20", "10010017", "1250.00", 1)
            + BgMax.pad("26Åsöv Rör AB")
            + BgMax.payment("21", "10010017", "250.50", 2)
            + BgMax.deposit("999.50", 2)
            + BgMax.end(1, 1, 0, 1);

    @Test
    void readsOrRefusesWhateverComes() {
        ImporterFuzz.of(
                        BgMax.importer(),
                        List.of(SampleFile.of("latin", FILE, StandardCharsets.ISO_8859_1), SampleFile.of("utf8", FILE)),
                        List.of(
                                "\n",
                                "\r",
                                "\t",
                                " ",
                                "-",
                                "01BGMAX ",
                                "\n05",
                                "\n15",
                                "\n20",
                                "\n22",
                                "\n25",
                                "\n29",
                                "\n70",
                                "\u0000",
                                "999999999999999999",
                                "\uFEFF"))
                .run(3000);
    }
}
