package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.testkit.importer.RecordedStatement.Proof;
import org.tickmark.testkit.importer.RecordingSink;

class BalanceTest {
    private static final String NAMES = "Date;Text;Amount;Balance\n";

    @Test
    void walksTheBalanceFromTheOldestRow() {
        assertThat(summary("2026-11-02;a;10.00;110.00", "2026-11-03;b;-5.00;105.00"))
                .isEqualTo("- - 100.00 > 105.00: 10.00 -5.00");
    }

    @Test
    void walksTheBalanceFromTheNewestRow() {
        assertThat(summary("2026-11-03;b;-5.00;105.00", "2026-11-02;a;10.00;110.00"))
                .isEqualTo("- - 100.00 > 105.00: -5.00 10.00");
    }

    @Test
    void findsTheOrderOfOneDayByItsBalances() {
        assertThat(summary("2026-11-02;b;-5.00;105.00", "2026-11-02;a;10.00;110.00"))
                .isEqualTo("- - 100.00 > 105.00: -5.00 10.00");
        assertThat(summary("2026-11-02;a;10.00;110.00", "2026-11-02;b;-5.00;105.00"))
                .isEqualTo("- - 100.00 > 105.00: 10.00 -5.00");
    }

    @Test
    void tellsWhereARowIsMissing() {
        RecordingSink sink = Csv.read(
                NAMES
                        + "2026-11-02;a;10.00;110.00\n2026-11-03;b;-5.00;105.00\n2026-11-05;d;1.00;126.00\n2026-11-06;e;1.00;127.00\n");

        assertThat(sink.statements().get(0).proof()).isEqualTo(Proof.FAILED);
        Problem problem = chain(sink).get(0);
        assertThat(problem.code()).isEqualTo("E5.chain");
        assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        assertThat(problem.where()).hasValue("line 4");
        assertThat(problem.found()).hasValue("126.00");
        assertThat(problem.expected()).hasValue("106.00");
    }

    @Test
    void warnsOfRowsOutOfOrderThoughAllAddsUp() {
        RecordingSink sink = Csv.read(
                NAMES
                        + "2026-11-02;a;10.00;110.00\n2026-11-03;c;1.00;106.00\n2026-11-03;b;-5.00;105.00\n2026-11-04;d;1.00;107.00\n");

        assertThat(sink.statements().get(0).proof()).isEqualTo(Proof.OK);
        assertThat(chain(sink)).isNotEmpty();
    }

    @Test
    void walksOverRowsWithoutABalance() {
        RecordingSink sink = Csv.read(NAMES
                + "2026-11-02;a;10.00;\n2026-11-02;b;5.00;115.00\n2026-11-03;c;1.00;\n2026-11-03;d;1.00;117.00\n");

        assertThat(sink.summaries()).containsExactly("- - 100.00 > 117.00: 10.00 5.00 1.00 1.00");
        assertThat(chain(sink)).isEmpty();
    }

    @Test
    void leavesAColumnAsideThatIsNoRunningBalance() {
        RecordingSink sink = Csv.read(NAMES
                + "2026-11-02;a;10.00;100.00\n2026-11-02;b;5.00;\n2026-11-03;c;1.00;100.00\n2026-11-03;d;1.00;\n");

        assertThat(sink.statements().get(0).proof()).isEqualTo(Proof.NONE);
        assertThat(sink.codes()).contains("W.balance-column").doesNotContain("E5.chain");
    }

    @Test
    void takesAGapInTheBanksNumbersForAnExcerpt() {
        RecordingSink sink = Csv.read("""
                Volgnr;Datum;Bedrag;Saldo na trn
                0017;2026-11-02;-10,00;90,00
                0019;2026-11-03;5,00;195,00
                0020;2026-11-04;5,00;200,00
                """);

        assertThat(sink.summaries()).containsExactly("- - - > 200.00: -10.00 5.00 5.00");
        assertThat(sink.codes()).contains("E6.gap").doesNotContain("E5.chain");
    }

    @Test
    void tellsManyBreaksOnceForAll() {
        StringBuilder table = new StringBuilder(NAMES);
        for (int i = 0; i < 100; i++) {
            table.append("2026-11-02;a;1.00;").append(i * i).append(".00\n");
        }

        assertThat(chain(Csv.read(table.toString()))).hasSizeLessThan(25);
    }

    private static List<Problem> chain(RecordingSink sink) {
        return sink.problems().stream()
                .filter(problem -> problem.code().startsWith("E5.chain"))
                .toList();
    }

    private static String summary(String... rows) {
        return Csv.statement(NAMES + String.join("\n", rows) + "\n").summary();
    }
}
