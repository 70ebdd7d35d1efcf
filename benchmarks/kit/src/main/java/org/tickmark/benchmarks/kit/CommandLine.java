package org.tickmark.benchmarks.kit;

import java.util.Iterator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the command lines of all benchmarks have in common. */
public final class CommandLine {
    private static final int MISUSED = 2;
    private static final int LOADED = 3;

    private CommandLine() {}

    /** Measures what options ask for, on a machine with this load. */
    @FunctionalInterface
    public interface Measuring<O> {
        void run(O options, double load) throws Exception;
    }

    /**
     * Measures, unless the command line is wrong or the machine has other things to do; then the error output says so.
     *
     * @param options reads the command line; throws an {@link IllegalArgumentException} if it is wrong
     * @return the exit code
     */
    public static <O> int measure(String usage, Supplier<O> options, Function<O, Noise> noise, Measuring<O> measuring)
            throws Exception {
        O asked;
        try {
            asked = options.get();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + usage);
            return MISUSED;
        }
        double load = Machine.load();
        if (load > Machine.MOST_LOAD && noise.apply(asked) == Noise.REFUSED) {
            System.err.printf(
                    Locale.ROOT,
                    "The load of the last minute is %.2f, expected at most %.1f: nothing is measured beside other work. Let it"
                            + " end and wait a minute, or say --loaded for figures that are not to be published.%n",
                    load,
                    Machine.MOST_LOAD);
            return LOADED;
        }
        measuring.run(asked, load);
        return 0;
    }

    /**
     * The word behind an option.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static String value(Iterator<String> words, String option) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    /**
     * The number behind an option.
     *
     * @throws IllegalArgumentException if it is not one from 1 to {@code most}, which has 10 digits at most
     */
    public static int number(Iterator<String> words, String option, int most) {
        String text = value(words, option);
        long number = text.matches("[1-9]\\d{0,9}") ? Long.parseLong(text) : 0;
        if (number == 0 || number > most) {
            throw new IllegalArgumentException("Found " + option + " " + text + ", expected 1 to " + most);
        }
        return (int) number;
    }
}
