package org.tickmark.benchmarks.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.benchmarks.kit.Figures;

class MeasuringTest {
    @TempDir
    Path folder;

    @Test
    void monthsShowWhatIcal4jFindsBeforeAnythingIsMeasured() throws Exception {
        Figures figures = Measuring.figures(new Workload(1, 60), 4, folder.resolve("calendar"));

        assertThat(figures.refusal()).isEmpty();
        assertThat(figures.values()).containsKeys("month of a person: p50 ms", "month of a person, ical4j: p50 ms");
        assertThat(figures.values().get("conflicts of an endless series: rows")).isPositive();
    }

    @Test
    void readsWhatIsAskedFor() {
        Options options = Options.read(List.of("--quick", "--series", "2000", "--seed", "7"));

        assertThat(options.series()).isEqualTo(200);
        assertThat(options.seed()).isEqualTo(7);
        assertThatThrownBy(() -> Options.read(List.of("--fast"))).hasMessageContaining("--fast");
    }

    @Test
    void theSameSeedMakesTheSameSeries() {
        assertThat(new Workload(3, 600).file(1)).isEqualTo(new Workload(3, 600).file(1));
        assertThat(new Workload(3, 600).file(1).split("RRULE", -1)).hasSize(101);
        assertThat(new Workload(3, 600).people()).isEqualTo(2);
    }
}
