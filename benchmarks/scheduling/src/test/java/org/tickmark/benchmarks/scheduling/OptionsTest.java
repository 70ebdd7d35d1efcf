package org.tickmark.benchmarks.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.benchmarks.kit.Noise;

class OptionsTest {
    @Test
    void workloadsAndEnginesCanBeChosen() {
        Options options = Options.read(List.of("w1", "W3", "--engines", "bare", "--quick"));

        assertThat(options.workloads()).containsExactly(Workload.W1, Workload.W3);
        assertThat(options.contenders()).containsExactly(Contender.BARE_H2, Contender.BARE_PG);
        assertThat(options.repetitions()).isEqualTo(1);
    }

    @Test
    void everythingIsMeasuredIfNothingIsSaid() {
        Options options = Options.read(List.of());

        assertThat(options.workloads()).containsExactly(Workload.values());
        assertThat(options.contenders()).containsExactly(Contender.values());
        assertThat(options.noise()).isEqualTo(Noise.REFUSED);
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> Options.read(List.of("w8"))).hasMessageContaining("w1 to w7");
        assertThatThrownBy(() -> Options.read(List.of("--engines", "cron"))).hasMessageContaining("tickmark_h2");
        assertThatThrownBy(() -> Options.read(List.of("--repeat", "0"))).hasMessageContaining("1 to 99");
    }

    @Test
    void everyEngineHasSomethingToDo() {
        for (Contender contender : Contender.values()) {
            assertThat(Workload.W1.cases(contender, Workload.Length.FULL)).isNotEmpty();
        }
    }
}
