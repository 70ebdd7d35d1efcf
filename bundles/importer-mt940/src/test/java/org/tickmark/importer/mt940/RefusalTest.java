package org.tickmark.importer.mt940;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
    private static final String ENTRY = ":61:2611021102D10,00NTRFNONREF\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'|'; E1.empty",
                "'1|2|3|'; E2.not-mt940",
                "':86:091|-|'; E3.order",
                "':60F:C261101NOK1,00|'; E3.order",
                "':62F:C261101NOK1,00|-|'; E3.order",
                "':20:A|'; E3.cut-off",
                "':20:A|:25:1|'; E3.cut-off",
                "':20:A|:25:1|-|'; E3.cut-off",
                "':20:A|:25:1|:60F:C261101NOK1,00|-|'; E3.cut-off",
                "':20:A|:25:1|:60F:C261101NOK1,00|:20:B|'; E3.cut-off",
                "':20:A|:60F:C261101NOK1,00|:62F:C261101NOK1,00|'; E3.order",
                "':20:A|:25:1|:61:261101C1,00NTRF|'; E3.order",
                "':20:A|:25:1|:60F:C261101NOK1,00|:60F:C261101NOK1,00|'; E3.order",
                "':20:A|:25:1|:60F:C261101NOK1,00|61:261101C1,00NTRF|'; E3.record",
                "':20:A|:25:1|:60F:C261101NOK1,00|:62F:C261101NOK1,00|:62F:C261101NOK1,00|'; E3.order",
                "':20:A|:25:1|:60F:C261101NOK1,00|:62F:C261101NOK1,00|:61:261101C1,00NTRF|'; E3.order",
                "'{1:A}{2:I103B}{4:|:20:A|'; E2.not-mt940",
                "'{1:A}{2:I940B}{4:|:20:A|:25:1|:60F:C261101NOK1,00|:62F:C261101NOK1,00|'; E3.cut-off"
            })
    void refusesWhatIsNoWholeMessage(String file, String code) {
        assertThat(refusal(file.replace('|', '\n')).code()).isEqualTo(code);
    }

    @Test
    void acceptsALastBalanceWithoutLineEndOnlyWhenNoDecimalIsMissing() {
        String file = Mt.HEAD + ENTRY + ":62F:C261102NOK990,00";

        assertThat(Mt.read(file).summaries()).hasSize(1);
        assertThat(refusal(file.substring(0, file.length() - 1)).code()).isEqualTo("E3.cut-off");
        assertThat(Mt.read(file.substring(0, file.length() - 1) + "\n").summaries())
                .hasSize(1);
    }

    @Test
    void refusesAReportWithNeitherTotalsNorEnd() {
        assertThat(refusal(Mt.REPORT + ENTRY).code()).isEqualTo("E3.cut-off");
        assertThat(Mt.read(Mt.REPORT + ENTRY + "-\n").summaries()).hasSize(1);
        assertThat(Mt.read(Mt.REPORT + "-\n").summaries()).containsExactly("NO9386011117947 NOK - > -:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "':60F:X261101NOK1000,00'; E4.code; 'line 4, column 6'",
                "':60F:C261101N0K1000,00'; E4.currency; 'line 4, column 13'",
                "':60F:C261301NOK1000,00'; E4.date; 'line 4, column 7'",
                "':60F:C261101NOK1 000,00'; E4.amount; 'line 4, column 16'",
                "':60F:'; E4.code; 'line 4, column 6'"
            })
    void tellsWhichPartOfABalanceCannotBeRead(String field, String code, String where) {
        String file = Mt.HEAD.replace(":60F:C261101NOK1000,00", field) + ENTRY + Mt.END;
        Problem problem = Mt.read(file).problems().get(0);

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.where()).hasValue(where);
    }

    @Test
    void refusesAClosingBalanceInAnotherCurrency() {
        assertThat(Mt.read(Mt.HEAD + ENTRY + Mt.END.replace("NOK", "SEK")).codes())
                .containsExactly("E4.currency");
    }

    @Test
    void refusesTotalsThatCannotBeRead() {
        String totals = ":90D:xNOK1,00\n:90C:1NO1,00\n:90C:1NOKx\n-\n";

        assertThat(Mt.read(Mt.REPORT + totals).codes()).containsExactly("E4.number", "E4.currency", "E4.amount");
    }

    @Test
    void refusesATextWithoutEndInBoundedMemory() {
        Problem problem = catchThrowableOfType(TickmarkException.class, () -> new Mt940Importer()
                        .read(
                                GeneratedFile.of(Mt.HEAD + ENTRY + ":86:x\n", 10_000_000, number -> "tekst\n", ""),
                                ReadContext.of("x"),
                                new RecordingSink()))
                .problem();

        assertThat(problem.code()).isEqualTo("E3.length");
    }

    @Test
    void refusesALongFileOfAnotherFormatBeforeItsEnd() {
        Problem problem = catchThrowableOfType(TickmarkException.class, () -> new Mt940Importer()
                        .read(
                                GeneratedFile.of("", 1_000_000_000, number -> "tekst\n", ""),
                                ReadContext.of("x"),
                                new RecordingSink()))
                .problem();

        assertThat(problem.code()).isEqualTo("E2.not-mt940");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(Mt940Importer.class);
    }

    private static Problem refusal(String file) {
        return catchThrowableOfType(TickmarkException.class, () -> Mt.read(file))
                .problem();
    }
}
