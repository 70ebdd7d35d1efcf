package org.tickmark.benchmarks.matching.workload;

/** Names of invented companies, no two alike: the number of a party is written in syllables. Immutable. */
final class Names {
    private static final String[] SYLLABLES = {
        "alm", "ask", "berg", "bjor", "bro", "dal", "ek", "fal", "fors", "gran", "gro", "hag", "hamm", "hav", "hed",
        "hol", "kall", "klint", "kvar", "lind", "ljung", "lov", "lund", "malm", "mar", "mos", "nor", "ran", "ron",
        "sand", "sjo", "skog", "sol", "sten", "strom", "sund", "tor", "vall", "vik", "vret"
    };
    private static final String[] TRADES = {
        "Bygg",
        "Transport",
        "Konsult",
        "Handel",
        "Service",
        "Fastigheter",
        "Media",
        "Livs",
        "Verkstad",
        "Bageri",
        "Invest",
        "Redovisning"
    };
    private static final int COUNT = SYLLABLES.length * SYLLABLES.length * SYLLABLES.length * TRADES.length;
    /** Has no factor in common with the count, so that different numbers stay different. */
    private static final long STRIDE = 617_717;

    private final int offset;

    Names(SplitMix random) {
        offset = random.below(COUNT);
    }

    String name(int party) {
        int number = (int) ((party * STRIDE + offset) % COUNT);
        String trade = TRADES[number % TRADES.length];
        number /= TRADES.length;
        StringBuilder stem = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            stem.append(SYLLABLES[number % SYLLABLES.length]);
            number /= SYLLABLES.length;
        }
        return Character.toUpperCase(stem.charAt(0)) + stem.substring(1) + ' ' + trade + " AB";
    }
}
