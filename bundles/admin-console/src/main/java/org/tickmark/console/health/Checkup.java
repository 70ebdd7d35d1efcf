package org.tickmark.console.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.tickmark.api.health.HealthCheck;

/**
 * The checks there are, as they come and go. All are asked at the same time; one that was asked before and has not answered yet is not asked again. Safe for
 * use from many threads.
 */
public final class Checkup {
    private static final Comparator<Known> ORDER = Comparator.comparing(Known::name);

    private final Duration patience;
    private final List<Known> checks = new CopyOnWriteArrayList<>();

    /**
     * No checks so far.
     *
     * @param patience how long a check may take
     */
    public Checkup(Duration patience) {
        this.patience = patience;
    }

    /** A check came. */
    public void add(String name, boolean readiness, HealthCheck check) {
        checks.add(new Known(name, readiness, check));
    }

    /** A check went. */
    public void remove(HealthCheck check) {
        checks.removeIf(known -> known.check == check);
    }

    /** The names there are, in alphabetical order. */
    public List<String> names() {
        return checks.stream().map(Known::name).sorted().distinct().toList();
    }

    /** What the checks of these names find; with no names, all. By name. */
    public List<Finding> ask(List<String> names) {
        return ask(known -> names.isEmpty() || names.contains(known.name()));
    }

    /** What those checks find without which this process cannot serve. By name. */
    public List<Finding> askReadiness() {
        return ask(known -> known.readiness);
    }

    private List<Finding> ask(Predicate<Known> which) {
        List<Known> asked = checks.stream().filter(which).sorted(ORDER).toList();
        List<Asking> askings = asked.stream().map(Known::ask).toList();
        long deadline = System.nanoTime() + patience.toNanos();
        List<Finding> findings = new ArrayList<>();
        try {
            for (int i = 0; i < asked.size(); i++) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                findings.add(new Finding(asked.get(i).name(), askings.get(i).within(left)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException stopped = new CancellationException();
            stopped.initCause(e);
            throw stopped;
        }
        return findings;
    }

    /** A check, and the last time that it was asked. */
    private static final class Known {
        private final String name;
        private final boolean readiness;
        private final HealthCheck check;
        /** Null until it is asked. */
        private Asking last;

        Known(String name, boolean readiness, HealthCheck check) {
            this.name = name;
            this.readiness = readiness;
            this.check = check;
        }

        String name() {
            return name;
        }

        synchronized Asking ask() {
            if (last == null || !last.isOpen()) {
                last = new Asking(name, check);
            }
            return last;
        }
    }
}
