package org.tickmark.benchmarks.matching.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.benchmarks.matching.score.Result;
import org.tickmark.benchmarks.matching.score.Truth;

class ResultFileTest {
    @TempDir
    Path folder;

    private final TruthFile truth = new TruthFile(new Truth(), Map.of("B1", 0, "B2", 1), Map.of("L1", 0, "2", 1));

    private Result read(String json) throws IOException {
        return ResultFile.read(Files.writeString(folder.resolve("result.json"), json), truth);
    }

    @Test
    void readsWhatTheMatchCommandSays() throws IOException {
        Result result = read("""
                {"rows": {"bank": 2, "ledger": 2},
                 "matches": [{"id": 1, "rule": "reference", "bank": ["B1"], "ledger": ["L1", 2],
                              "difference": "-0.50", "evidence": ["Reference 17"]}],
                 "suggestions": [],
                 "open": {"bank": ["B2"], "ledger": []},
                 "proof": {"difference": "0.00", "ok": true},
                 "seconds": {"read": 0.1, "match": 0.2, "write": 0.3}}
                """);
        assertThat(result.matches()).hasSize(1);
        assertThat(result.matches().get(0).bank()).containsExactly(0);
        assertThat(result.matches().get(0).ledger()).containsExactly(0, 1);
        assertThat(result.matches().get(0).difference()).isEqualByComparingTo("-0.5");
        assertThat(result.openBank()).containsExactly(1);
        assertThat(result.proven()).isTrue();
    }

    @Test
    void takesRowsAsObjectsAndRanksFromTheirOrder() throws IOException {
        Result result = read("""
                {"suggestions": [{"bank": "B2", "ledger": [{"id": "L1"}], "reasons": ["near"]},
                                 {"bank": ["B2"], "ledger": ["2"]},
                                 {"bank": ["B1"], "ledger": ["2"], "rank": 3}],
                 "open": {"bank": [{"id": "B2", "reason": "several"}], "ledger": [{"row": 2}]},
                 "proof": {"ok": false}}
                """);
        assertThat(result.suggestions())
                .extracting(suggestion -> suggestion.rank())
                .containsExactly(1, 2, 3);
        assertThat(result.suggestions().get(0).ledger()).containsExactly(0);
        assertThat(result.openBank()).containsExactly(1);
        assertThat(result.openLedger()).containsExactly(1);
        assertThat(result.proven()).isFalse();
    }

    @Test
    void refusesARowThatTheTruthDoesNotKnow() {
        assertThatThrownBy(() -> read("{\"open\": {\"bank\": [\"B9\"], \"ledger\": []}}"))
                .hasMessageContaining("'B9' is not in truth.csv");
    }
}
