package org.tickmark.scheduler.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.metric.MetricFamily;
import org.tickmark.api.metric.MetricFamily.Sample;
import org.tickmark.scheduler.run.Ended;

/** What this node has done since it started, counted. Safe for use from many threads. */
final class Metrics {
    /** Upper bounds of how late runs were taken, in seconds. */
    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600};

    private final Map<RunState, LongAdder> ended = new EnumMap<>(RunState.class);
    private final LongAdder[] late = new LongAdder[BOUNDS.length + 1];
    private final LongAdder lateMicros = new LongAdder();

    Metrics() {
        for (RunState state : RunState.values()) {
            ended.put(state, new LongAdder());
        }
        for (int i = 0; i < late.length; i++) {
            late[i] = new LongAdder();
        }
    }

    void ended(Ended end) {
        ended.get(end.state()).increment();
    }

    /** A run was taken so long after it was due. */
    void taken(Duration after) {
        double seconds = after.toNanos() / 1e9;
        int bucket = 0;
        while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
            bucket++;
        }
        late[bucket].increment();
        lateMicros.add(after.toNanos() / 1000);
    }

    List<MetricFamily> families() {
        List<Sample> ends = new ArrayList<>();
        for (RunState state : RunState.values()) {
            if (state.isFinal() && !state.isDropped()) {
                ends.add(Sample.of(Map.of("state", state.name().toLowerCase(Locale.ROOT)), (double)
                        ended.get(state).sum()));
            }
        }
        return List.of(
                new MetricFamily(
                        "tickmark_run_claim_latency_seconds",
                        MetricFamily.Type.HISTOGRAM,
                        "How long after they were due this node took runs",
                        latency()),
                new MetricFamily(
                        "tickmark_runs_ended_total",
                        MetricFamily.Type.COUNTER,
                        "Runs that ended on this node, by outcome",
                        ends));
    }

    private List<Sample> latency() {
        List<Sample> samples = new ArrayList<>();
        long count = 0;
        for (int i = 0; i < late.length; i++) {
            count += late[i].sum();
            String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
            samples.add(new Sample("_bucket", Map.of("le", bound), (double) count));
        }
        samples.add(new Sample("_sum", Map.of(), lateMicros.sum() / 1e6));
        samples.add(new Sample("_count", Map.of(), (double) count));
        return samples;
    }
}
