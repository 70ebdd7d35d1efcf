package org.tickmark.reconciliation.report;

/** How long an item has been open. */
enum AgeBucket {
    UP_TO_7("0–7", 7),
    UP_TO_30("8–30", 30),
    UP_TO_60("31–60", 60),
    UP_TO_90("61–90", 90),
    OVER_90(">90", Long.MAX_VALUE);

    private final String days;
    private final long last;

    AgeBucket(String days, long last) {
        this.days = days;
        this.last = last;
    }

    /** The days it holds. */
    String days() {
        return days;
    }

    static AgeBucket of(long ageDays) {
        for (AgeBucket bucket : values()) {
            if (ageDays <= bucket.last) {
                return bucket;
            }
        }
        return OVER_90;
    }
}
