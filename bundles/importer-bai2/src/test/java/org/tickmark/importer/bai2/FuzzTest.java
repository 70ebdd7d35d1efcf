package org.tickmark.importer.bai2;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.importer.ImporterFuzz;

class FuzzTest {
    private static final List<String> PIECES = List.of(
            "\n",
            "\r",
            "/",
            ",",
            ",,",
            " ",
            "/ ",
            "0",
            "9",
            "-",
            "+",
            ".",
            "99999999999999999999999",
            "\n01,",
            "\n02,",
            "\n03,",
            "\n16,",
            "\n49,",
            "\n88,",
            "\n98,",
            "\n99,",
            "/ 16,142,1,",
            "/ 88,",
            "16,142,1000,S,1,2,3,,,t/\n",
            "16,142,1000,D,2,1,2,3,4,,,t/\n",
            ",D,999999999,",
            ",V,261332,",
            ",Q,",
            "EREF: x",
            "\n88,EREF: ",
            "€",
            "\u0000",
            "JPY",
            "010,1,,,");

    @Test
    void readsOrRefusesWhateverComes() {
        ImporterFuzz.of(new Bai2Importer(), new Bai2ImporterContractTest().validFiles(), PIECES)
                .run(3000);
    }
}
