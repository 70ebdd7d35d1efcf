package org.tickmark.api.host.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementProofTest {
    @Test
    void addsUpWhateverTheScale() {
        assertThat(proof("18.15", "8.850", "27.000").verdict()).isEqualTo(StatementProof.Verdict.OK);
    }

    @Test
    void tellsTheDifferenceToTheLastDigit() {
        StatementProof proof = proof("18.150", "8.850", "27.050");

        assertThat(proof.verdict()).isEqualTo(StatementProof.Verdict.FAILED);
        assertThat(proof.difference())
                .hasValueSatisfying(difference -> assertThat(difference).isEqualByComparingTo("0.05"));
    }

    @Test
    void provesNothingWithoutBothBalances() {
        assertThat(new StatementProof(Optional.empty(), BigDecimal.ONE, Optional.of(BigDecimal.ONE), 1).verdict())
                .isEqualTo(StatementProof.Verdict.NONE);
    }

    private static StatementProof proof(String opening, String sum, String closing) {
        return new StatementProof(
                Optional.of(new BigDecimal(opening)), new BigDecimal(sum), Optional.of(new BigDecimal(closing)), 1);
    }
}
