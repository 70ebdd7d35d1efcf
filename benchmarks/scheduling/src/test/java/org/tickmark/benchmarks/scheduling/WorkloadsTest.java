package org.tickmark.benchmarks.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Figures;

/** Every workload, small, on H2 and in memory. */
@Timeout(120)
class WorkloadsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "W1, TICKMARK_H2, 50",
        "W1, TICKMARK_H2_TASKS, 50",
        "W1, BARE_H2, 50",
        "W1, DB_SCHEDULER_H2_FETCH, 50",
        "W1, QUARTZ_H2_TUNED, 50",
        "W1, QUARTZ_MEMORY, 50",
        "W1, TIMER_MEMORY, 50",
        "W2, TICKMARK_H2, 600",
        "W3, TICKMARK_H2, 20",
        "W3, DB_SCHEDULER_H2_FETCH, 20",
        "W3, TIMER_MEMORY, 20",
        "W4, TICKMARK_H2, 200",
        "W4, DB_SCHEDULER_H2_FETCH, 200",
        "W4, QUARTZ_H2_TUNED, 200",
        "W4, QUARTZ_MEMORY_TUNED, 200",
        "W5, TICKMARK_H2, 200",
        "W6, TICKMARK_H2, 1000",
    })
    void everyRunIsDoneJustOnceOrThereIsNoFigure(Workload workload, Contender contender, int size) throws Exception {
        Database database = new Database(contender.store(), Database.H2_FILE + folder.resolve("benchmark"));
        Extent extent = new Extent(size, workload == Workload.W6 ? 60 : 2, 5, 0);

        Figures figures = workload.measure(new Trial(contender, database, 0, folder, extent));

        assertThat(figures.refusal()).isEmpty();
        assertThat(figures.values()).containsKey(workload.headlines().get(0));
    }
}
