package org.tickmark.benchmarks.recurrence;

import java.util.Optional;

/** Rules that every library can be asked, as RFC 5545 writes them and, where it can be said, as a Quartz cron expression. */
enum CommonRule {
    DAILY("FREQ=DAILY", "0 0 9 * * ?", 1000),
    EVERY_OTHER_WEEK("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", null, 1000),
    LAST_FRIDAY("FREQ=MONTHLY;BYDAY=-1FR", "0 0 9 ? * 6L", 1000),
    LAST_WORKING_DAY("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "0 0 9 LW * ?", 1000),
    YEARLY("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=23", "0 0 9 23 9 ?", 90),
    QUARTERS_OF_HOURS("FREQ=MINUTELY;INTERVAL=15", "0 0/15 * * * ?", 1000);

    private final String text;
    private final String cron;
    private final int occurrences;

    CommonRule(String text, String cron, int occurrences) {
        this.text = text;
        this.cron = cron;
        this.occurrences = occurrences;
    }

    /** The value of RRULE. */
    String text() {
        return text;
    }

    Optional<String> cron() {
        return Optional.ofNullable(cron);
    }

    /** How many occurrences an expansion has; the last of them is before 2099, the last year that Quartz cron knows. */
    int occurrences() {
        return occurrences;
    }
}
