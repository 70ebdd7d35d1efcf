package org.tickmark.mail;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long to wait after a failure: 30 s, then twice as long each time up to an hour, give or take a fifth so that many mails do not come at once. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 7;
    private static final double JITTER = 0.2;

    private Backoff() {}

    /**
     * The time to wait; the same for the same mail and number.
     *
     * @param failures how many there were in a row, from 1
     */
    static Duration after(long mail, int failures) {
        Duration whole = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        long millis = Math.min(whole.toMillis(), LONGEST.toMillis());
        double share = new SplittableRandom(mail * 1_000_003 + failures).nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofMillis(Math.round(millis * share));
    }
}
