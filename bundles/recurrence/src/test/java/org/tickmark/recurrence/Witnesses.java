package org.tickmark.recurrence;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Recur;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** What two other libraries make of a rule; nothing where they refuse it or give up. */
final class Witnesses {
    private Witnesses() {}

    /** The wall-clock seconds that lib-recur makes from the start on, before the end. */
    static Optional<List<Long>> libRecur(RecurrenceRule rule, LocalDateTime start, LocalDateTime endExclusive) {
        try {
            RecurrenceRuleIterator iterator = new org.dmfs.rfc5545.recur.RecurrenceRule(
                            rule.toString(), RfcMode.RFC5545_LAX)
                    .iterator(new DateTime(
                            start.getYear(),
                            start.getMonthValue() - 1,
                            start.getDayOfMonth(),
                            start.getHour(),
                            start.getMinute(),
                            start.getSecond()));
            long end = second(endExclusive);
            List<Long> seconds = new ArrayList<>();
            while (iterator.hasNext()) {
                long second = iterator.nextMillis() / 1000;
                if (second >= end) {
                    break;
                }
                seconds.add(second);
            }
            return Optional.of(seconds);
        } catch (InvalidRecurrenceRuleException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    /** The wall-clock seconds that ical4j makes from the start on, before the end. */
    static Optional<List<Long>> ical4j(RecurrenceRule rule, LocalDateTime start, LocalDateTime endExclusive) {
        try {
            return Optional.of(new Recur<LocalDateTime>(rule.toString())
                    .getDates(start, start, endExclusive).stream()
                            .map(Witnesses::second)
                            .filter(second -> second < second(endExclusive))
                            .toList());
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }
}
