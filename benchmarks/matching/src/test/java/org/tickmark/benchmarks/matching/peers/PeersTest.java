package org.tickmark.benchmarks.matching.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickmark.benchmarks.matching.files.Form;
import org.tickmark.benchmarks.matching.score.Result;
import org.tickmark.benchmarks.matching.score.Scorer;
import org.tickmark.benchmarks.matching.score.Scores;
import org.tickmark.benchmarks.matching.workload.W1;

class PeersTest {
    private final Lines lines = Lines.of(new W1(new W1.Settings(500, 0.3, 16, 1)), Form.PLAIN);

    @ParameterizedTest
    @EnumSource
    void takesEachRowOnceAndFindsWhatIsPlain(Policy policy) throws SQLException, IOException {
        Scores scores = Scorer.score(lines.truth(), found(policy));

        assertThat(scores.openExact()).isTrue();
        assertThat(scores.proven()).isTrue();
        assertThat(scores.counts().right()).isGreaterThan(scores.counts().expected() / 3);
    }

    @Test
    void findsTheSameInEveryDatabase() throws SQLException, IOException {
        Result h2 = found(SqlPeer.h2());
        Result sqlite = found(SqlPeer.sqlite());

        assertThat(rows(h2)).isEqualTo(rows(sqlite)).isNotEmpty();
        Scores scores = Scorer.score(lines.truth(), h2);
        assertThat(scores.openExact()).isTrue();
        assertThat(scores.byRule()).containsOnlyKeys("sum", "tolerance", "amount");
    }

    private Result found(Peer peer) throws SQLException, IOException {
        try (Peer.Work work = peer.load(lines)) {
            work.match();
            return work.result();
        }
    }

    private static List<String> rows(Result result) {
        return result.matches().stream()
                .map(match -> match.rule()
                        + match.bank().stream().sorted().toList()
                        + match.ledger().stream().sorted().toList())
                .sorted()
                .toList();
    }
}
