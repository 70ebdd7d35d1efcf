package org.tickmark.benchmarks.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.benchmarks.kit.Figures;

class FiguresTest {
    @Test
    void figuresOfAChildAreReadBetweenItsOtherLines() {
        Figures figures = Figures.of(Map.of("runs/s", 12.5));

        assertThat(Figures.read(List.of("a line", figures.lines().strip()))).contains(figures);
        assertThat(Figures.read(List.of("a line"))).isEmpty();
        assertThat(Figures.read(List.of(Figures.refused("late").lines().strip())))
                .contains(Figures.refused("late"));
    }

    @Test
    void aTableHasMediansWithTheirRangeAndRatiosToTheFirst() {
        Report report = new Report(Workload.W1);
        report.add("", Contender.TICKMARK_H2, Figures.of(Map.of(Usage.RATE, 1000.0)));
        report.add("", Contender.TICKMARK_H2, Figures.of(Map.of(Usage.RATE, 3000.0)));
        report.add("", Contender.TICKMARK_H2, Figures.of(Map.of(Usage.RATE, 2000.0)));
        report.add("", Contender.QUARTZ_H2, Figures.of(Map.of(Usage.RATE, 500.0)));

        assertThat(printed(report))
                .contains("| engine | runs/s | × runs/s |")
                .contains("| Tickmark | 2,000 (1,000 … 3,000) | 1 |")
                .contains("| Quartz, as it comes | 500 | 0.25 |");
    }

    @Test
    void oneWrongRepetitionTakesAllFiguresAway() {
        Report report = new Report(Workload.W1);
        report.add("", Contender.QUARTZ_H2, Figures.of(Map.of(Usage.RATE, 500.0)));
        report.add("", Contender.QUARTZ_H2, Figures.refused("1 was lost"));

        assertThat(printed(report))
                .contains("| Quartz, as it comes | no figure: 1 was lost |")
                .doesNotContain("500");
    }

    private static String printed(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.print("", new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
