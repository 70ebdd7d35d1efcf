package org.tickmark.recurrence.form;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;

/** What a rule makes on the wall clock, with its end. */
final class Occurrences {
    private Occurrences() {}

    static List<LocalDateTime> of(Rule rule, Moment start, int most) {
        List<LocalDateTime> made = new ArrayList<>();
        Sequence sequence = rule.sequence(start);
        long limit = rule.end() instanceof End.Count count ? Math.min(most, count.occurrences()) : most;
        long last = rule.end() instanceof End.Until until ? lastSecond(until.last()) : Sequence.MAX;
        long next = sequence.first();
        while (next != Sequence.NONE && next <= last && made.size() < limit) {
            made.add(LocalDateTime.ofEpochSecond(next, 0, ZoneOffset.UTC));
            next = sequence.next(next + 1);
        }
        return made;
    }

    private static long lastSecond(Moment last) {
        return last instanceof Moment.DateOnly ? last.wallClockSecond() + 86_399 : last.wallClockSecond();
    }
}
