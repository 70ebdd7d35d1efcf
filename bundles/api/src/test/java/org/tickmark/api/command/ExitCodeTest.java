package org.tickmark.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void theOneDeclaredFirstWins() {
        assertThat(ExitCode.OK.worst(ExitCode.PARTLY)).isEqualTo(ExitCode.PARTLY);
        assertThat(ExitCode.PARTLY.worst(ExitCode.PROOF_FAILED)).isEqualTo(ExitCode.PROOF_FAILED);
        assertThat(ExitCode.PATH.worst(ExitCode.PARTLY)).isEqualTo(ExitCode.PATH);
        assertThat(ExitCode.USAGE.worst(ExitCode.FAILURE)).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void numbersAreThoseThatScriptsKnow() {
        assertThat(ExitCode.values())
                .extracting(ExitCode::code)
                .containsExactly(2, 3, 6, 9, 130, 143, 1, 8, 5, 4, 7, 10, 11, 0);
    }
}
