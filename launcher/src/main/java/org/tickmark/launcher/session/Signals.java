package org.tickmark.launcher.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Directs SIGINT and SIGTERM to whoever is at work. A signal that nobody takes ends the process; a second one during the
 * same work ends it at once.
 */
public final class Signals {
    /** The signals that break off work. */
    public enum Signal {
        /** SIGINT: the user wants the work stopped. */
        INT(130),
        /** SIGTERM: the system wants the process ended. */
        TERM(143);

        private final int exitCode;

        Signal(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    private final Map<Signal, Consumer<Signal>> takers = new EnumMap<>(Signal.class);

    private Signals() {}

    /** Takes over the signals of this process. */
    public static Signals install() {
        Signals signals = new Signals();
        for (Signal signal : Signal.values()) {
            signals.takers.put(signal, Signals::exit);
            org.jline.utils.Signals.register(signal.name(), () -> signals.raised(signal));
        }
        return signals;
    }

    /**
     * Does work, and directs signals to a taker meanwhile.
     *
     * @param directed the signals that go to the taker; the others go where they went before
     * @param taker what takes the first of each; it must not block
     */
    public <E extends Exception> int during(Set<Signal> directed, Consumer<Signal> taker, Work<E> work) throws E {
        Map<Signal, Consumer<Signal>> before = direct(directed, taker);
        try {
            return work.exitCode();
        } finally {
            restore(before);
        }
    }

    private synchronized Map<Signal, Consumer<Signal>> direct(Set<Signal> directed, Consumer<Signal> taker) {
        Map<Signal, Consumer<Signal>> before = new EnumMap<>(Signal.class);
        directed.forEach(signal -> before.put(signal, takers.put(signal, taker)));
        return before;
    }

    private synchronized void restore(Map<Signal, Consumer<Signal>> before) {
        takers.putAll(before);
    }

    private void raised(Signal signal) {
        take(signal).accept(signal);
    }

    private synchronized Consumer<Signal> take(Signal signal) {
        return takers.put(signal, Signals::halt);
    }

    private static void exit(Signal signal) {
        System.exit(signal.exitCode);
    }

    private static void halt(Signal signal) {
        Runtime.getRuntime().halt(signal.exitCode);
    }

    /**
     * Work that ends with an exit code.
     *
     * @param <E> what it can fail with
     */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        /** Does the work. */
        int exitCode() throws E;
    }
}
