package org.tickmark.importer.sie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.RecordingSink;

class RefusalTest {
    private static final String VOUCHER = Sie.voucher("A 1 20261102", "5");

    @Test
    void refusesAPageThatBearsTheNameOfALedger() {
        Problem problem = refusal("<!DOCTYPE html>\n<html><body>404 Not Found</body></html>\n");

        assertThat(problem.code()).isEqualTo("E2.not-sie");
        assertThat(problem.found()).hasValue("<!DOCTYPE html>");
    }

    @Test
    void refusesAnEmptyFileAsUnreadable() {
        assertThat(refusal("").code()).isEqualTo("E1.empty");
        assertThat(refusal("\r\n \u001A").code()).isEqualTo("E1.empty");
    }

    @ParameterizedTest
    @CsvSource({
        "'#VER A 1 20261102|{|#TRANS 1930 {} 1|', E3.cut-off",
        "'#VER A 1 20261102|', E3.cut-off",
        "'#IB 0 1930 10', E3.cut-off",
        "'#KSUMMA|#IB 0 1930 10|', E3.cut-off",
        "'', E3.no-content",
        "'#KONTO 1930 x|', E3.no-content",
        "'#TRANS 1930 {} 1|', E3.block",
        "'{|', E3.block",
        "'}|', E3.block",
        "'#VER A 1 20261102|{|#VER A 2 20261102|', E3.block",
        "'#VER A 1 20261102|#VER A 2 20261102|', E3.block",
        "'#VER A 1 20261102|{|{|', E3.block",
        "'#VER A 1 20261102|#TRANS 1930 {} 1|', E3.block",
        "'1930 10.00|', E3.record",
        "'#SIETYP 5|', E2.type"
    })
    void refusesRecordsThatDoNotMakeALedger(String records, String code) {
        assertThat(refusal(Sie.HEAD + records.replace('|', '\n')).code()).isEqualTo(code);
    }

    @Test
    void acceptsALastVoucherWithoutLineEnd() {
        assertThat(Sie.read(Sie.HEAD + VOUCHER.strip()).summaries()).hasSize(2);
    }

    @Test
    void refusesAHeadThatChangesAfterTheFirstVoucher() {
        assertThat(refusal(Sie.HEAD + VOUCHER + "#VALUTA NOK\n").code()).isEqualTo("E3.order");
        assertThat(refusal(Sie.HEAD + VOUCHER + "#RAR 0 20250101 20251231\n").code())
                .isEqualTo("E3.order");
        assertThat(Sie.read(Sie.HEAD + VOUCHER + "#VALUTA SEK\n").problems()).isEmpty();
    }

    @Test
    void a15_refusesALineWithoutEndInBoundedMemory() {
        Problem problem = catchThrowableOfType(TickmarkException.class, () -> new SieImporter()
                        .read(
                                GeneratedFile.of("#FLAGGA 0\n#PROSA \"", 100_000, number -> "x".repeat(10_000), ""),
                                ReadContext.of("x"),
                                new RecordingSink()))
                .problem();

        assertThat(problem.code()).isEqualTo("E3.length");
        assertThat(problem.where()).hasValue("line 2");
    }

    @Test
    void readsALineAsLongAsAllowed() {
        Limits tight = new Limits(1 << 30, 1000, 100_000, 64);
        String file = Sie.HEAD + "#PROSA " + "x".repeat(99_000) + "\n" + VOUCHER;

        assertThat(Sie.read(file.getBytes(StandardCharsets.UTF_8), tight, Map.of())
                        .summaries())
                .hasSize(2);
    }

    @Test
    void refusesMoreAccountsThanAnyChartHas() {
        Problem problem = catchThrowableOfType(TickmarkException.class, () -> new SieImporter()
                        .read(
                                GeneratedFile.of(Sie.HEAD, 200_000, number -> "#KONTO " + number + " x\n", ""),
                                ReadContext.of("x"),
                                new RecordingSink()))
                .problem();

        assertThat(problem.code()).isEqualTo("E3.accounts");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(SieImporter.class);
    }

    private static Problem refusal(String file) {
        return catchThrowableOfType(TickmarkException.class, () -> Sie.read(file))
                .problem();
    }
}
