package org.tickmark.benchmarks.scripting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.benchmarks.kit.Figures;

class MeasuringTest {
    @Test
    void allAgreeOnWhatComesOutBeforeAnythingIsMeasured() {
        Figures figures = Measuring.figures(2_000, 1);

        assertThat(figures.refusal()).isEmpty();
        for (Work work : Work.values()) {
            for (Contender contender : Contender.values()) {
                assertThat(figures.values().get(Measuring.key(work, contender))).isPositive();
            }
        }
        assertThat(figures.values().get("LOOPS trace: bytes a statement")).isPositive();
    }

    @Test
    void readsWhatIsAskedFor() {
        Options options = Options.read(List.of("--quick", "--rounds", "3"));

        assertThat(options.part()).isEqualTo(10);
        assertThat(options.rounds()).isEqualTo(3);
        assertThatThrownBy(() -> Options.read(List.of("--fast"))).hasMessageContaining("--fast");
    }
}
