package org.tickmark.importer.mt940;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.importer.ImporterFuzz;

class FuzzTest {
    private static final List<String> PIECES = List.of(
            "\n",
            "\r",
            ":",
            "-",
            "-\n",
            "-}",
            "{1:",
            "{2:I942",
            "{2:I103X}",
            "{4:",
            "{5:",
            "\n:20:A\n",
            "\n:25:",
            "\n:28C:1/2\n",
            "\n:60F:C261101NOK1,00\n",
            "\n:60M:",
            "\n:61:2611021102D1,00NTRFX\n",
            "\n:61:",
            "\n:62F:C261102NOK1,00\n",
            "\n:64:",
            "\n:65:",
            "\n:86:",
            "\n:34F:NOK0,\n",
            "\n:13D:2611021815+0100\n",
            "\n:90D:1NOK1,00\n",
            "\n:NS:",
            "?20",
            "?30",
            "?31",
            "?",
            "<20",
            "^32",
            "EREF+",
            "SVWZ+",
            "+",
            "/REMI/",
            "/CNTP/",
            "/EREF//",
            "//",
            "/",
            "IBAN: ",
            "OD:",
            ",",
            ".",
            " ",
            "0",
            "9",
            "230",
            "0230",
            "99999999999999999999",
            "\u0000",
            "\u0001",
            "€",
            "å",
            "RC",
            "ED");

    @Test
    void readsOrRefusesWhateverComes() {
        ImporterFuzz.of(new Mt940Importer(), new Mt940ImporterContractTest().validFiles(), PIECES)
                .run(3000);
    }
}
