package org.tickmark.benchmarks.scheduling;

/** What an engine is given to do, and what is measured of it. */
enum Workload {
    /** Drain. */
    W1("Drain: all are due now", 100_000, Drain.RATE, Drain::measure) {
        @Override
        boolean isFor(Contender contender) {
            return true;
        }

        @Override
        int size(Contender contender) {
            return contender.pace() == Contender.Pace.SLOW ? super.size(contender) / 10 : super.size(contender);
        }
    };

    /** Measures an engine in a process of its own. */
    @FunctionalInterface
    private interface Measure {
        Figures of(Trial trial) throws Exception;
    }

    private final String title;
    private final int size;
    private final String headline;

    @SuppressWarnings("ImmutableEnumChecker") // Code without a state.
    private final Measure measure;

    Workload(String title, int size, String headline, Measure measure) {
        this.title = title;
        this.size = size;
        this.headline = headline;
        this.measure = measure;
    }

    String title() {
        return title;
    }

    /** The figure by which engines are compared. */
    String headline() {
        return headline;
    }

    /** Whether an engine offers what it takes. */
    boolean isFor(Contender contender) {
        return contender.isScheduler();
    }

    /** How much an engine is given to do. */
    int size(Contender contender) {
        return size;
    }

    /** Measures. */
    Figures measure(Trial trial) throws Exception {
        return measure.of(trial);
    }
}
