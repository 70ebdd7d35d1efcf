package org.tickmark.benchmarks.recurrence;

import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.util.Date;
import java.util.TimeZone;

/** biweekly: an iterator of dates, and its way to advance. */
@SuppressWarnings("JavaUtilDate") // biweekly speaks of no other dates
record BiweeklyRule(Recurrence rule, Date start, TimeZone zone) implements Compiled {
    static BiweeklyRule compile(String text, Clock clock) {
        ParseContext context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        Recurrence rule = new RecurrenceRuleScribe()
                .parseText(text, null, new ICalParameters(), context)
                .getValue();
        return new BiweeklyRule(rule, Date.from(clock.start()), TimeZone.getTimeZone(clock.zone()));
    }

    @Override
    public long expand(int occurrences) {
        DateIterator iterator = rule.getDateIterator(start, zone);
        long sum = 0;
        for (int i = 0; i < occurrences; i++) {
            sum += iterator.next().getTime() / 1000;
        }
        return sum;
    }

    @Override
    public long next(long after) {
        DateIterator iterator = rule.getDateIterator(start, zone);
        iterator.advanceTo(new Date((after + 1) * 1000));
        return iterator.next().getTime() / 1000;
    }
}
