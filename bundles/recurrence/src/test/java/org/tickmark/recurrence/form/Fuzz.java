package org.tickmark.recurrence.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Feeds a reader with mutated texts. How many is said by the system property {@code tickmark.recurrence.texts}. Time is that of the
 * processor; a text counts as slow if it is slow three times, so that a collection of garbage is not held against it.
 */
public final class Fuzz {
    private static final int INPUTS = Integer.getInteger("tickmark.recurrence.texts", 5_000);
    private static final long SEED = Long.getLong("tickmark.recurrence.seed", 42);
    private static final long SLOW_NANOS = 10_000_000;
    private static final int TRIES = 3;
    private static final String STREWN = " ,.;:-/*?#LW0123456789@\"'()TZ=\t\u00e5\u00f8\u00c5\u0301\ud83d\ude00abcxyz";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Fuzz() {}

    /**
     * Reads mutated texts, after all seeds have been read to warm up.
     *
     * @param seeds the texts that are mutated
     * @param reader what reads a text; it may throw nothing
     */
    public static void run(List<String> seeds, Consumer<String> reader) {
        seeds.forEach(reader);
        Random random = new Random(SEED);
        long slowest = 0;
        for (int i = 0; i < INPUTS; i++) {
            String text = mutated(random, seeds);
            long nanos = nanos(text, reader);
            slowest = Math.max(slowest, nanos);
            if (nanos > SLOW_NANOS) {
                assertThat(nanos).as("nanoseconds for " + text).isLessThanOrEqualTo(SLOW_NANOS);
            }
        }
        System.out.printf("%d inputs, the slowest %.2f ms%n", INPUTS, slowest / 1e6);
    }

    private static long nanos(String text, Consumer<String> reader) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && least > SLOW_NANOS; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            read(text, reader);
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - begin);
        }
        return least;
    }

    private static void read(String text, Consumer<String> reader) {
        try {
            reader.accept(text);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("for the input " + text, e);
        }
    }

    private static String mutated(Random random, List<String> seeds) {
        StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
        for (int i = random.nextInt(6); i >= 0; i--) {
            mutate(random, text, seeds);
        }
        return text.toString();
    }

    private static void mutate(Random random, StringBuilder text, List<String> seeds) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(8));
        switch (random.nextInt(8)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, text.substring(at, end));
            case 2 -> text.insert(at, STREWN.charAt(random.nextInt(STREWN.length())));
            case 3 -> text.setLength(at);
            case 4 -> swapWords(random, text);
            case 5 -> text.insert(at, piece(random, seeds));
            case 6 -> repeat(random, text, at, end);
            default -> text.replace(at, end, Integer.toString(random.nextInt()));
        }
    }

    private static String piece(Random random, List<String> seeds) {
        String other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length());
        return other.substring(from, Math.min(other.length(), from + random.nextInt(40)));
    }

    private static void repeat(Random random, StringBuilder text, int at, int end) {
        if (random.nextInt(50) == 0) {
            text.insert(at, text.substring(at, end).repeat(200));
        }
    }

    private static void swapWords(Random random, StringBuilder text) {
        String[] words = text.toString().split(" ");
        int left = random.nextInt(Math.max(1, words.length));
        int right = random.nextInt(Math.max(1, words.length));
        if (words.length > 1) {
            String word = words[left];
            words[left] = words[right];
            words[right] = word;
            text.setLength(0);
            text.append(String.join(" ", words));
        }
    }
}
