package org.tickmark.benchmarks.scheduling;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Figures;

/** What an engine is given to do, and what is measured of it. */
enum Workload {
    /** Drain. */
    W1("Drain: all are due now", List.of(Usage.CPU, Usage.RATE), Drain::measure) {
        @Override
        Map<String, Extent> cases(Contender contender, Length length) {
            return one(Extent.of(contender.pace().of(length.of(100_000))));
        }
    },

    /** Steady. */
    W2(
            "Steady: recurring tasks with periods of 1 to 10 minutes",
            List.of(Usage.CPU, Steady.LATE + "p99 ms"),
            Steady::measure) {
        @Override
        Map<String, Extent> cases(Contender contender, Length length) {
            Map<String, Extent> cases = stored(contender, length);
            cases.replaceAll((title, extent) -> extent.seconds(length == Length.FULL ? 120 : 10));
            return cases;
        }
    },

    /** Wake-up. */
    W3(
            "Wake-up: an idle engine gets one run to do",
            List.of(WakeUp.SCHEDULED + "p99 ms", WakeUp.NOW + "p99 ms"),
            WakeUp::measure) {
        @Override
        Map<String, Extent> cases(Contender contender, Length length) {
            Map<String, Extent> cases = stored(contender, length);
            if (contender.isWhole()) {
                cases.put("nothing stored", Extent.of(0));
                if (contender.isShared()) {
                    cases.put("nothing stored, by another process", Extent.of(0).nodes(1));
                }
            }
            cases.replaceAll((title, extent) -> extent.samples(length == Length.FULL ? 500 : 30));
            return cases;
        }
    },

    /** Stored cost. */
    W4("Stored cost: many tasks, none of them due", List.of(StoredCost.RATE, StoredCost.FIRST), StoredCost::measure) {
        @Override
        Map<String, Extent> cases(Contender contender, Length length) {
            return contender.isWhole() ? one(Extent.of(contender.pace().of(length.of(1_000_000)))) : Map.of();
        }
    },

    /** Idle. */
    W5("Idle: many tasks, none of them due", List.of(Idle.CORE), Idle::measure) {
        @Override
        Map<String, Extent> cases(Contender contender, Length length) {
            Map<String, Extent> cases = stored(contender, length);
            cases.replaceAll((title, extent) -> extent.seconds(length == Length.FULL ? 120 : 10));
            return cases;
        }
    },

    /** Crash. */
    W6("Crash: the process is killed half way through the drain", List.of(Crash.SECONDS), Crash::measure) {
        @Override
        Map<String, Extent> cases(Contender contender, Length length) {
            boolean isFor = contender.isWhole() && contender.store() != Database.Store.MEMORY;
            return isFor
                    ? one(Extent.of(contender.pace().of(length.of(100_000)))
                            .seconds(length == Length.FULL ? 300 : 60)
                            .nodes(1))
                    : Map.of();
        }
    },

    /** Several nodes. */
    W7("Nodes: the drain by processes that share a database", List.of(Usage.CPU, Usage.RATE), Together::measure) {
        @Override
        Map<String, Extent> cases(Contender contender, Length length) {
            Map<String, Extent> cases = new TreeMap<>();
            if (contender.isShared()) {
                Extent extent = Extent.of(contender.pace().of(length.of(100_000)));
                cases.put("1 node", extent.nodes(1));
                cases.put("2 nodes", extent.nodes(2));
            }
            return cases;
        }
    };

    /** How much there is to do. */
    enum Length {
        FULL(1),
        QUICK(10);

        private final int divisor;

        Length(int divisor) {
            this.divisor = divisor;
        }

        /** This share of what the full form does. */
        int of(int full) {
            return full / divisor;
        }
    }

    /** Measures an engine in a process of its own. */
    @FunctionalInterface
    private interface Measure {
        Figures of(Trial trial) throws Exception;
    }

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // A copy that never changes.
    private final List<String> headlines;

    @SuppressWarnings("ImmutableEnumChecker") // Code without a state.
    private final Measure measure;

    Workload(String title, List<String> headlines, Measure measure) {
        this.title = title;
        this.headlines = List.copyOf(headlines);
        this.measure = measure;
    }

    String title() {
        return title;
    }

    /** The figures by which engines are compared, the most important first. */
    List<String> headlines() {
        return headlines;
    }

    /** How much an engine is given to do, by the titles of tables; empty if it does not offer what it takes. */
    abstract Map<String, Extent> cases(Contender contender, Length length);

    /** Measures. */
    Figures measure(Trial trial) throws Exception {
        return measure.of(trial);
    }

    private static Map<String, Extent> one(Extent extent) {
        return Map.of("", extent);
    }

    /** So many stored tasks, and ten times as many. */
    private static Map<String, Extent> stored(Contender contender, Length length) {
        Map<String, Extent> cases = new TreeMap<>();
        if (contender.isWhole()) {
            addStored(cases, length.of(100_000));
            if (contender.isForMany()) {
                addStored(cases, length.of(1_000_000));
            }
        }
        return cases;
    }

    private static void addStored(Map<String, Extent> cases, int size) {
        cases.put(String.format(Locale.ROOT, "%,d stored", size), Extent.of(size));
    }
}
