package org.tickmark.benchmarks.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void aSetOfRunsThatIsWrongIsToldOf() {
        Tally tally = new Tally(3);
        tally.run(0);
        tally.run(0);
        tally.run(2);

        assertThat(tally.departure()).contains("1 of 3 did not run, 1 ran more than once");
        assertThat(tally.await(4, Duration.ZERO)).isFalse();
    }

    @Test
    void eachRunOnceIsRight() {
        Tally tally = new Tally(2);
        tally.run(1);
        tally.run(0);

        assertThat(tally.departure()).isEmpty();
    }

    @Test
    void figuresOfAChildAreReadBetweenItsOtherLines() {
        Figures figures = Figures.of(Map.of("runs/s", 12.5));

        assertThat(Figures.read(List.of("a line", figures.lines().strip()))).contains(figures);
        assertThat(Figures.read(List.of("a line"))).isEmpty();
        assertThat(Figures.read(List.of(Figures.refused("late").lines().strip())))
                .contains(Figures.refused("late"));
    }
}
