package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.RecordingSink;

class RefusalTest {
    private static final String NAMES = "Date;Text;Amount\n";
    private static final String ROW = "2026-11-02;a;10,00\n";

    @Test
    void refusesPagesAndWorkbooksWhateverTheyAreCalled() {
        assertThat(Csv.refusal("<html><body>Log in</body></html>").code()).isEqualTo("E2.not-csv");
        assertThat(Csv.refusal("PK\u0003\u0004xl/workbook.xml").code()).isEqualTo("E2.not-csv");
        assertThat(Csv.refusal("\u00D0\u00CF\u0011\u00E0".getBytes(StandardCharsets.ISO_8859_1))
                        .code())
                .isEqualTo("E2.not-csv");
    }

    @Test
    void refusesAnEmptyFileAndTakesOneWithoutRows() {
        assertThat(Csv.refusal("").code()).isEqualTo("E1.empty");
        assertThat(Csv.refusal("\r\n \t\n").code()).isEqualTo("E1.empty");
        assertThat(Csv.statement(NAMES).count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-02;a;10,00!2026-11-03;b;12,5   | line 3",
                "2026-11-02;a;10,00!2026-11-03;b;12     | line 3",
                "2026-11-02;a;10,00!2026-11-03;b        | line 3",
                "2026-11-02;a;10,00!2026                | line 3",
                "2026-11-02;a                           | line 2",
                "2026-11-02;a;10,00!2026-11-03;'b;1     | line 3"
            })
    void refusesAFileThatIsCutOffInsideARow(String rows, String place) {
        Problem problem = Csv.refusal(NAMES + rows.replace('!', '\n').replace('\'', '"'));

        assertThat(problem.code()).isEqualTo("E3.cut-off");
        assertThat(problem.where()).hasValue(place);
    }

    @Test
    void refusesNamesWithoutLineEndAndRowsAsCutOff() {
        assertThat(Csv.refusal(NAMES.strip()).code()).isEqualTo("E3.cut-off");
    }

    @Test
    void saysThatALastRowWithoutLineEndWasTakenForWhole() {
        assertThat(Csv.read(NAMES + ROW.strip()).codes()).contains("W.line-end");
        assertThat(Csv.read(NAMES + ROW).codes()).doesNotContain("W.line-end");
    }

    @Test
    void refusesQuotationMarksThatDoNotPair() {
        Problem inside = Csv.refusal(NAMES + ROW + "2026-11-02;\"Nils \"Nisse\" AB\";1,00\n" + ROW);
        assertThat(inside.code()).isEqualTo("E3.quotes");
        assertThat(inside.where()).hasValue("line 3");

        Problem swallowing = Csv.refusal(NAMES + "2026-11-02;\"a;1,00\n2026-11-03;b;2,00\n2026-11-04;c\";3,00\n" + ROW);
        assertThat(swallowing.code()).isEqualTo("E3.quotes");
        assertThat(swallowing.where()).hasValue("line 2, column 2");
    }

    @Test
    void refusesNullBytes() {
        Problem problem = Csv.refusal(NAMES + "2026-11-02;a\0\0;10,00\n");

        assertThat(problem.code()).isEqualTo("E3.nul");
        assertThat(problem.where()).hasValue("line 2, column 2");
        assertThat(Csv.refusal(NAMES + ROW + "\0".repeat(100)).code()).isEqualTo("E3.nul");
    }

    @Test
    void refusesMoreColumnsThanATableHas() {
        assertThat(refusalOf(NAMES, 1_000_000, ";").code()).isEqualTo("E3.columns");
        assertThat(refusalOf("", 1_000_000, "Date;Amount;").code()).isEqualTo("E3.columns");
    }

    @Test
    void refusesACellWithoutEndInBoundedMemory() {
        assertThat(refusalOf(NAMES + "2026-11-02;", 10_000, "x".repeat(10_000)).code())
                .isEqualTo("E3.length");
        assertThat(refusalOf(NAMES + "2026-11-02;\"", 10_000, "x".repeat(10_000) + "\n")
                        .code())
                .isEqualTo("E3.length");
    }

    @Test
    void refusesMoreAccountsThanAnyoneHas() {
        StringBuilder table = new StringBuilder("Account number;Date;Amount\n");
        for (int i = 0; i < 20_002; i++) {
            table.append(1_000_000 + i / 2).append(";2026-11-02;1.00\n");
        }

        assertThat(Csv.refusal(table.toString()).code()).isEqualTo("E3.statements");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(CsvImporter.class);
    }

    private static Problem refusalOf(String head, long pieces, String piece) {
        return catchThrowableOfType(TickmarkException.class, () -> new CsvImporter()
                        .read(
                                GeneratedFile.of(head, pieces, number -> piece, ""),
                                ReadContext.of("x.csv"),
                                new RecordingSink()))
                .problem();
    }
}
