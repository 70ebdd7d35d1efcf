package org.tickmark.importer.sie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.importer.Limits;
import org.tickmark.testkit.importer.RecordingSink;

class ChecksTest {
    private static final String UNBALANCED =
            Sie.HEAD + "#VER A 118 20261102\n{\n#TRANS 1930 {} 100.00\n#TRANS 3001 {} -99.90\n}\n";

    @Test
    void warnsOfAVoucherThatDoesNotSumToZero() {
        Problem problem = Sie.read(UNBALANCED).problems().get(0);

        assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        assertThat(problem.toString())
                .isEqualTo("E5.voucher: line 10: The voucher A 118 does not sum to zero. Found: 0.10; expected: 0.");
    }

    @Test
    void refusesAVoucherThatDoesNotSumToZeroWhenToldTo() {
        RecordingSink sink = read(UNBALANCED, Map.of(Choices.VOUCHERS, "strict"));

        assertThat(sink.errors()).extracting(Problem::code).containsExactly("E5.voucher");
    }

    @Test
    void saysNothingOfTheSumOfAVoucherThatCannotBeRead() {
        String voucher = "#VER A 1 20261102\n{\n#TRANS 1930 {} ?\n#TRANS 3001 {} -1\n}\n";

        assertThat(Sie.read(Sie.HEAD + voucher).codes()).containsExactly("E4.amount");
    }

    @Test
    void acceptsAChecksumThatMatches() {
        String content =
                "#PROGRAM \"Prov och prov\" 1.0\n#SIETYP 4\n#VER A 1 20261102\n{\n#TRANS 1930 {\"1\" \"2\"} 5\n#TRANS 3001 {} -5\n}\n";
        CRC32 crc = new CRC32();
        crc.update("#PROGRAMProv och prov1.0#SIETYP4#VERA120261102#TRANS1930125#TRANS3001-5"
                .getBytes(StandardCharsets.US_ASCII));

        RecordingSink sink = Sie.read("#FLAGGA 0\n#KSUMMA\n" + content + "#KSUMMA " + crc.getValue());

        assertThat(sink.problems()).isEmpty();
    }

    @Test
    void warnsOfAChecksumThatDoesNotMatchAndRefusesItWhenToldTo() {
        String file = "#FLAGGA 0\n#KSUMMA\n#SIETYP 4\n#IB 0 1930 5\n#KSUMMA 123\n";

        assertThat(Sie.read(file).codes()).containsExactly("E5.checksum");
        assertThat(Sie.read(file).errors()).isEmpty();
        assertThat(read(file, Map.of(Choices.CHECKSUM, "strict")).errors()).hasSize(1);
    }

    @Test
    void warnsOfDatesOutsideTheYear() {
        RecordingSink sink = Sie.read(Sie.HEAD + Sie.voucher("A 1 20251231", "5"));

        assertThat(sink.codes()).containsExactly("W.date");
        assertThat(sink.problems().get(0).found()).hasValue("2025-12-31");
    }

    @Test
    void warnsOnceOfAllAccountsThatTheChartDoesNotHold() {
        RecordingSink sink = Sie.read(Sie.HEAD + "#KONTO 1510 x\n" + Sie.voucher("A 1 20261102", "5"));

        assertThat(sink.codes()).containsExactly("W.account");
        assertThat(sink.problems().get(0).found()).hasValue("1930, 3001");
    }

    @Test
    void warnsOfAFileThatWasImportedAlready() {
        assertThat(Sie.read(Sie.HEAD.replace("#FLAGGA 0", "#FLAGGA 1") + "#IB 0 1930 1\n")
                        .codes())
                .containsExactly("W.flag");
    }

    @Test
    void leavesOutAYearThatCannotBe() {
        RecordingSink sink = Sie.read("#FLAGGA 0\n#SIETYP 4\n#RAR 0 20260301 20250228\n#IB 0 1930 1\n");

        assertThat(sink.codes()).containsExactly("W.year");
        assertThat(sink.statements().get(0).header().from()).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoBalances() {
        RecordingSink sink = Sie.read(Sie.HEAD + "#IB 0 1930 1\n#IB 0 1930 2\n");

        assertThat(sink.summaries()).containsExactly("1930 SEK 1 > -:");
        assertThat(sink.codes()).containsExactly("W.balance");
    }

    @Test
    void tellsTheFirstOfManyAlikeWarningsAndHowManyMoreThereWere() {
        RecordingSink sink =
                Sie.read(Sie.HEAD + Sie.voucher("A 1 20251231", "5").repeat(50));

        assertThat(sink.problems()).hasSize(21);
        assertThat(sink.problems().get(20).toString()).isEqualTo("W.more: 30 more warnings W.date.");
    }

    @Test
    void countsARowWithoutAccountAndRefusesTheFile() {
        String voucher = "#VER A 1 20261102\n{\n#TRANS \"\" {} 5\n#TRANS {} 6\n#TRANS 3001 {} -11\n}\n";

        RecordingSink sink = Sie.read(Sie.HEAD + voucher);

        assertThat(sink.codes()).containsExactly("E4.missing", "E4.missing");
        assertThat(sink.summaries()).containsExactly("- SEK - > -: 5 6", "3001 SEK - > -: -11");
    }

    private static RecordingSink read(String file, Map<String, String> options) {
        return Sie.read(file.getBytes(StandardCharsets.UTF_8), Limits.USUAL, options);
    }
}
