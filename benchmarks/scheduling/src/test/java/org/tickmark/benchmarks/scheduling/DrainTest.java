package org.tickmark.benchmarks.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class DrainTest {
    private static final int RUNS = 50;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            names = {
                "TICKMARK_H2",
                "TICKMARK_H2_TASKS",
                "BARE_H2",
                "DB_SCHEDULER_H2_FETCH",
                "QUARTZ_H2_TUNED",
                "QUARTZ_MEMORY"
            })
    void everyRunIsDoneJustOnce(Contender contender) throws Exception {
        Database database = new Database(contender.store(), "jdbc:h2:file:" + folder.resolve("benchmark"));

        Figures figures = Drain.measure(new Trial(contender, database, 0, RUNS));

        assertThat(figures.refusal()).isEmpty();
        assertThat(figures.values()).containsEntry("runs", (double) RUNS);
        assertThat(figures.values().get(Drain.RATE)).isPositive();
    }
}
