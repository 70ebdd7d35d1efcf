package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.metric.MetricFamily;
import org.tickmark.api.metric.MetricFamily.Sample;
import org.tickmark.api.metric.MetricSource;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;

class MetricsCommandTest {
    private static final MetricSource RUNS = () -> List.of(
            new MetricFamily(
                    "tickmark_runs_total",
                    MetricFamily.Type.COUNTER,
                    "Runs that ended",
                    List.of(
                            Sample.of(Map.of("state", "failed", "task", "a \"b\" \\ c\nd"), 2),
                            Sample.of(Map.of(), 1_234_567_890_123d))),
            new MetricFamily(
                    "tickmark_claim_seconds",
                    MetricFamily.Type.HISTOGRAM,
                    "From due to claimed,\nback\\slash",
                    List.of(
                            new Sample("_bucket", Map.of("le", "0.005"), 7),
                            new Sample("_bucket", Map.of("le", "+Inf"), 9),
                            new Sample("_sum", Map.of(), 0.0625),
                            new Sample("_count", Map.of(), 9))));
    private static final MetricSource LATE = () ->
            List.of(new MetricFamily("tickmark_late_tasks", MetricFamily.Type.GAUGE, "Tasks that are late", List.of()));

    private final FakeTerminal terminal = new FakeTerminal();

    private ExitCode run(String... words) {
        return new Workbench()
                .with(MetricsCommand.of(() -> List.of(RUNS, LATE)))
                .run(terminal, words);
    }

    @Test
    void figuresArePrintedInTheTextFormatOrderedByName() {
        assertThat(run("sys", "metrics")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).isEqualTo("""
                # HELP tickmark_claim_seconds From due to claimed,\\nback\\\\slash
                # TYPE tickmark_claim_seconds histogram
                tickmark_claim_seconds_bucket{le="0.005"} 7
                tickmark_claim_seconds_bucket{le="+Inf"} 9
                tickmark_claim_seconds_sum 0.0625
                tickmark_claim_seconds_count 9
                # HELP tickmark_late_tasks Tasks that are late
                # TYPE tickmark_late_tasks gauge
                # HELP tickmark_runs_total Runs that ended
                # TYPE tickmark_runs_total counter
                tickmark_runs_total{state="failed",task="a \\"b\\" \\\\ c\\nd"} 2
                tickmark_runs_total 1234567890123
                """);
    }

    @Test
    void programsMayHaveThemAsJson() {
        run("sys", "metrics", "-o", "json");
        assertThat(terminal.out()).contains("\"type\": \"histogram\"").contains("\"value\": \"0.0625\"");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-3, -3", "0.1, 0.1", "1e20, 1.0E20", "NaN, NaN", "Infinity, +Inf", "-Infinity, -Inf"})
    void numbersAreWrittenAsTheFormatWantsThem(double value, String text) {
        assertThat(PrometheusText.number(value)).isEqualTo(text);
    }
}
