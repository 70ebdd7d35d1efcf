package org.tickmark.example.demo;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Chance that falls the same way each time: {@link Random} with a fixed seed is the same on every machine. */
final class Dice {
    private static final long SEED = 20260501;
    private static final int[] USUAL_ENDINGS = {0, 0, 0, 25, 50, 75};

    private final Random random = new Random(SEED);
    private final Set<BigDecimal> taken = new HashSet<>();

    /** Keeps {@link #amount} from ever giving this amount. */
    BigDecimal taken(BigDecimal amount) {
        taken.add(amount.abs());
        return amount;
    }

    /** An amount from whole {@code min} to below {@code max}, small ones more often; never the same twice. */
    BigDecimal amount(int min, int max) {
        BigDecimal amount;
        do {
            int whole = min + below(1 + below(max - min));
            amount = BigDecimal.valueOf(whole * 100L + USUAL_ENDINGS[random.nextInt(USUAL_ENDINGS.length)], 2);
        } while (!taken.add(amount));
        return amount;
    }

    /** A number from 0 to below {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Digits of which the first is not zero. */
    String digits(int count) {
        StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
