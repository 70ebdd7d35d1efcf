package org.tickmark.testkit.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ImportedEntry.Status;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.api.message.Message;

class RecordingSinkTest {
    private static final StatementHeader HEADER =
            StatementHeader.of(Kind.STATEMENT, AccountId.bban("123"), "SEK").build();

    private final RecordingSink sink = new RecordingSink();

    @Test
    void countsAndSumsBookedEntriesOnly() {
        StatementWriter statement = sink.open(HEADER);
        statement.entry(entry("10.00", Status.BOOKED));
        statement.entry(entry("5", Status.PENDING));
        statement.entry(entry("-2.5", Status.BOOKED));
        statement.close();

        RecordedStatement recorded = sink.statements().get(0);
        assertThat(recorded.count()).isEqualTo(2);
        assertThat(recorded.sum()).isEqualTo(new BigDecimal("7.50"));
        assertThat(recorded.entries()).hasSize(3);
        assertThat(recorded.summary()).isEqualTo("123 SEK - > -: 10.00 -2.5");
    }

    @Test
    void provesByTheValueOfTheBalancesNotTheirScale() {
        assertThat(proofOf("1", "10.00", "11.00")).isEqualTo(RecordedStatement.Proof.OK);
        assertThat(proofOf("1", "10.00", "11.01")).isEqualTo(RecordedStatement.Proof.FAILED);
    }

    @Test
    void provesNothingWithoutBothBalances() {
        StatementWriter statement = sink.open(HEADER);
        statement.balance(Balance.of(Balance.Kind.CLOSING, BigDecimal.ONE));
        statement.balance(Balance.of(Balance.Kind.AVAILABLE, BigDecimal.TEN));

        assertThat(sink.statements().get(0).proof()).isEqualTo(RecordedStatement.Proof.NONE);
    }

    @Test
    void refusesWhatIsToldOfAClosedStatement() {
        StatementWriter statement = sink.open(HEADER);
        statement.close();

        assertThatThrownBy(() -> statement.entry(entry("1", Status.BOOKED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after the statement was closed");
    }

    @Test
    void keepsTheOrderOfEverythingToldInTheTranscript() {
        sink.encoding("UTF-8");
        StatementWriter statement = sink.open(HEADER);
        statement.problem(Problem.warning("W.any", Message.verbatim("odd")).build());
        statement.close();

        assertThat(sink.transcript())
                .extracting(line -> line.replaceAll(" \\|.*", ""))
                .containsExactly(
                        "encoding UTF-8", "statement 1 open STATEMENT", "problem WARNING", "statement 1 close");
        assertThat(sink.codes()).containsExactly("W.any");
        assertThat(sink.errors()).isEmpty();
    }

    private RecordedStatement.Proof proofOf(String amount, String opening, String closing) {
        RecordingSink fresh = new RecordingSink();
        StatementWriter statement = fresh.open(HEADER);
        statement.balance(Balance.of(Balance.Kind.OPENING, new BigDecimal(opening)));
        statement.entry(entry(amount, Status.BOOKED));
        statement.balance(Balance.of(Balance.Kind.CLOSING, new BigDecimal(closing)));
        return fresh.statements().get(0).proof();
    }

    private static ImportedEntry entry(String amount, Status status) {
        return ImportedEntry.of(new BigDecimal(amount), "line 1").status(status).build();
    }
}
