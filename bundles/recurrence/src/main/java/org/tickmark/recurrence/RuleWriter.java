package org.tickmark.recurrence;

import java.time.DayOfWeek;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Writes the canonical text of a rule. */
final class RuleWriter {
    private final StringJoiner parts = new StringJoiner(";");

    private RuleWriter() {}

    static String write(RecurrenceRule rule) {
        return new RuleWriter().rule(rule).toString();
    }

    static String write(ElapsedRule rule) {
        RuleWriter writer = new RuleWriter();
        writer.part("EVERY", rule.interval());
        writer.end(rule.end());
        return writer.parts.toString();
    }

    private StringJoiner rule(RecurrenceRule rule) {
        if (rule.skip() != Skip.OMIT) {
            part("RSCALE", "GREGORIAN");
        }
        part("FREQ", rule.frequency());
        if (rule.interval() > 1) {
            part("INTERVAL", rule.interval());
        }
        end(rule.end());
        lists(rule);
        if (rule.weekStart() != DayOfWeek.MONDAY) {
            part("WKST", NthWeekday.each(rule.weekStart()));
        }
        if (rule.skip() != Skip.OMIT) {
            part("SKIP", rule.skip());
        }
        rule.extensions().forEach(this::part);
        return parts;
    }

    private void end(End end) {
        if (end instanceof End.Count count) {
            part("COUNT", count.occurrences());
        } else if (end instanceof End.Until until) {
            part("UNTIL", until.last());
        } else if (end instanceof End.CountOrUntil either) {
            part("COUNT", either.occurrences());
            part("UNTIL", either.last());
        }
    }

    private void lists(RecurrenceRule rule) {
        list("BYMONTH", rule.byMonth());
        list("BYWEEKNO", rule.byWeekNo());
        list("BYYEARDAY", rule.byYearDay());
        list("BYMONTHDAY", rule.byMonthDay());
        list("BYDAY", rule.byDay());
        list("BYHOUR", rule.byHour());
        list("BYMINUTE", rule.byMinute());
        list("BYSECOND", rule.bySecond());
        list("BYSETPOS", rule.bySetPos());
    }

    private void list(String name, List<?> values) {
        if (!values.isEmpty()) {
            part(name, values.stream().map(Object::toString).collect(Collectors.joining(",")));
        }
    }

    private void part(String name, Object value) {
        parts.add(name + "=" + value);
    }
}
