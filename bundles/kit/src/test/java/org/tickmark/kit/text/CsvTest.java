package org.tickmark.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void quotesOnlyWhereNeeded() throws IOException {
        assertThat(written(
                        ',', Csv.Formulas.AS_IS, "plain", "a,b", "say \"hi\"", "two\nlines", "cr\rhere", " x ", "a;b"))
                .isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"cr\rhere\", x ,a;b\r\n");
        assertThat(written(';', Csv.Formulas.AS_IS, "a,b", "a;b")).isEqualTo("a,b;\"a;b\"\r\n");
    }

    @Test
    void writesNumbersPlainly() throws IOException {
        assertThat(written(
                        ',',
                        Csv.Formulas.GUARDED,
                        new BigDecimal("-1250.50"),
                        new BigDecimal("1E+3"),
                        -7,
                        Long.MIN_VALUE,
                        LocalDate.of(2026, 5, 1),
                        true,
                        null))
                .isEqualTo("-1250.50,1000,-7,-9223372036854775808,2026-05-01,true,\r\n");
    }

    @Test
    void a14_guardsAgainstFormulasInText() throws IOException {
        assertThat(written(',', Csv.Formulas.GUARDED, "=1+1", "+46", "-5", "@x", "\tx", "\rx", "x=1", " =1"))
                .isEqualTo("'=1+1,'+46,'-5,'@x,'\tx,\"'\rx\",x=1, =1\r\n");
        assertThat(written(',', Csv.Formulas.GUARDED, "=cmd,\"x\"")).isEqualTo("\"'=cmd,\"\"x\"\"\"\r\n");
        assertThat(written(',', Csv.Formulas.AS_IS, "=1+1", "-5")).isEqualTo("=1+1,-5\r\n");
    }

    @Test
    void keepsARowOfOneEmptyCellApartFromAnEmptyLine() throws IOException {
        assertThat(written(',', Csv.Formulas.AS_IS, "")).isEqualTo("\"\"\r\n");
        assertThat(written(',', Csv.Formulas.AS_IS, "", "")).isEqualTo(",\r\n");
    }

    @Test
    void writesRowAfterRow() throws IOException {
        StringBuilder out = new StringBuilder();
        new Csv(out, ',', Csv.Formulas.GUARDED).row("a", "b").row(List.of(1, 2));

        assertThat(out).hasToString("a,b\r\n1,2\r\n");
    }

    private static String written(char delimiter, Csv.Formulas formulas, Object... cells) throws IOException {
        StringBuilder out = new StringBuilder();
        new Csv(out, delimiter, formulas).row(cells);
        return out.toString();
    }
}
