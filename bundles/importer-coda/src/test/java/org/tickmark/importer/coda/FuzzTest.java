package org.tickmark.importer.coda;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.importer.ImporterFuzz;

class FuzzTest {
    private static final List<String> PIECES = List.of(
            "\n",
            "\r",
            " ",
            "0",
            "1",
            "2",
            "9",
            "\n0",
            "\n1",
            "\n21",
            "\n22",
            "\n23",
            "\n31",
            "\n32",
            "\n33",
            "\n4",
            "\n8",
            "\n9",
            "O",
            "1101",
            "1105",
            "1127",
            "000000",
            "311126",
            "EUR",
            "USD",
            "€",
            "å",
            "\u0000",
            "          ",
            Coda.HEADER,
            Coda.OPENING,
            Coda.movement("00010000", "0000000000100500", 0, "1105"),
            Coda.movement("00010000", "0000000000100500", 9, "0"),
            Coda.record("3100010001", 40, "1"));

    @Test
    void readsOrRefusesWhateverComes() {
        ImporterFuzz.of(new CodaImporter(), new CodaImporterContractTest().validFiles(), PIECES)
                .run(3000);
    }
}
