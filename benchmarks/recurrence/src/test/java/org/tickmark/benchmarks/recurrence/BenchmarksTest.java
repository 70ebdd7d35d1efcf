package org.tickmark.benchmarks.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each benchmark body once, outside JMH. */
class BenchmarksTest {
    @ParameterizedTest
    @EnumSource(Peer.class)
    void answersWithARuleCompiledBeforeAndWithin(Peer peer) {
        PeerBenchmark benchmark = new PeerBenchmark();
        benchmark.peer = peer.name();
        benchmark.rule = CommonRule.LAST_FRIDAY.name();
        benchmark.clock = Clock.ZONED.name();
        benchmark.compile();
        assertThat(benchmark.next()).isEqualTo(benchmark.compileAndNext()).isEqualTo(1_738_310_400);
        assertThat(benchmark.expand()).isEqualTo(benchmark.compileAndExpand());
    }

    @ParameterizedTest
    @EnumSource(CommonRule.class)
    void answersNearAndFarByNumberAndByCount(CommonRule rule) {
        KernelBenchmark benchmark = new KernelBenchmark();
        benchmark.rule = rule.name();
        benchmark.compile();
        assertThat(benchmark.nextFar()).isGreaterThanOrEqualTo(Clock.ZONED.twoThousandYearsLater());
        assertThat(benchmark.previous()).isLessThanOrEqualTo(Clock.ZONED.twentyYearsLater());
        assertThat(benchmark.nextWithCount()).isBetween(Clock.ZONED.startSecond(), benchmark.nth());
        assertThat(benchmark.count()).isGreaterThanOrEqualTo(20);
        assertThat(benchmark.compileWithCount().last()).isBetween(benchmark.nth() - 3600, benchmark.nth());
    }

    @Test
    void theyAreInTheListThatJmhReads() throws IOException {
        try (var list = getClass().getResourceAsStream("/META-INF/BenchmarkList")) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("PeerBenchmark", "compileAndNext", "KernelBenchmark", "nextFar");
        }
    }
}
