package org.tickmark.importer.sie;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Told;
import org.tickmark.testkit.importer.ImporterFuzz;
import org.tickmark.testkit.importer.SampleFile;

class FuzzTest {
    private static final int USUAL = 3000;

    private static final List<String> PIECES = List.of(
            "#",
            "\"",
            "\\\"",
            "\\",
            "{",
            "}",
            "\n{\n",
            "\n}\n",
            "\n",
            "\r",
            "\t",
            " ",
            "#VER A 1 20261102 \"text\"\n",
            "#TRANS 1930 {} 1.00\n",
            "#TRANS 1930 {1 \"2\" 6 \"P\"} -1.00 20261102 \"t\" 1 \"s\"\n",
            "#BTRANS 1930 {} 1.00\n",
            "#RTRANS 1930 {} 1.00\n",
            "#IB 0 1930 1.00\n",
            "#UB 0 1930 1.00\n",
            "#RES 0 3001 1.00\n",
            "#OIB 0 1930 {1 \"2\"} 1.00\n",
            "#PSALDO 0 202611 1930 {} 1.00\n",
            "#KSUMMA\n",
            "#KSUMMA 123\n",
            "#SIETYP 1\n",
            "#RAR 0 20260101 20261231\n",
            "#FLAGGA 1\n",
            "#VALUTA EUR\n",
            "#KONTO 1930 \"x\"\n",
            "20261345",
            "1.2.3",
            "1e9",
            "-",
            "99999999999999999999999999",
            "\u0000",
            "å",
            "€");

    @Test
    void readsOrRefusesWhateverComes() {
        List<SampleFile> files = new ArrayList<>(new SieImporterContractTest().validFiles());
        files.add(SampleFile.of("made", FileForm.SIE.bytes(Told.made(1, 1, 4))));
        ImporterFuzz.of(new SieImporter(), files, PIECES).run(USUAL);
    }
}
