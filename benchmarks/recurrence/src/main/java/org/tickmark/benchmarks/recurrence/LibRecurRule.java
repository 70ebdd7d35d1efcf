package org.tickmark.benchmarks.recurrence;

import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** lib-recur: an iterator in milliseconds, and its jump to a date. */
record LibRecurRule(RecurrenceRule rule, DateTime start) implements Compiled {
    private static final DateTime LOCAL = start(null);
    private static final DateTime ZONED = start(TimeZone.getTimeZone(Clock.ZONED.zone()));

    static LibRecurRule compile(String text, Clock clock) {
        try {
            return new LibRecurRule(new RecurrenceRule(text), clock == Clock.LOCAL ? LOCAL : ZONED);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static DateTime start(TimeZone zone) {
        var start = Clock.START;
        return new DateTime(
                zone,
                start.getYear(),
                start.getMonthValue() - 1,
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond());
    }

    @Override
    public long expand(int occurrences) {
        RecurrenceRuleIterator iterator = rule.iterator(start);
        long sum = 0;
        for (int i = 0; i < occurrences; i++) {
            sum += iterator.nextMillis() / 1000;
        }
        return sum;
    }

    @Override
    public long next(long after) {
        RecurrenceRuleIterator iterator = rule.iterator(start);
        iterator.fastForward((after + 1) * 1000);
        return iterator.nextMillis() / 1000;
    }
}
