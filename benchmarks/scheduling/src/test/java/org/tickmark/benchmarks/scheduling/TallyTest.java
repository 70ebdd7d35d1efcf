package org.tickmark.benchmarks.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyTest {
    @TempDir
    Path folder;

    @Test
    void aSetOfRunsThatIsWrongIsToldOf() {
        Tally tally = Tally.of(3);
        tally.run(0);
        tally.run(0);
        tally.run(2);

        assertThat(tally.departure()).contains("1 of 3 did not run, 1 ran more than once");
        assertThat(tally.await(4, Duration.ZERO)).isFalse();
    }

    @Test
    void eachRunOnceIsRight() {
        Tally tally = Tally.of(2);
        tally.run(1);
        tally.run(0);

        assertThat(tally.departure()).isEmpty();
    }

    @Test
    void keepsWhenTheFirstRunsOfEachNumberBegan() {
        Tally tally = Tally.of(2, 2);
        long before = System.nanoTime();
        tally.run(1);
        tally.run(1);
        tally.run(1);

        assertThat(tally.begun(1, 0)).isBetween(before, tally.begun(1, 1));
        assertThat(tally.times(1)).isEqualTo(3);
        assertThat(tally.begun(0, 0)).isZero();
    }

    @Test
    void processesCountInOneFile() throws Exception {
        Path file = folder.resolve("tally");
        Tally own = Tally.create(file, 2);
        Tally.open(file).run(1);
        own.run(1);

        assertThat(own.ran()).isEqualTo(2);
        assertThat(own.departure()).contains("1 of 2 did not run, 1 ran more than once");
    }
}
