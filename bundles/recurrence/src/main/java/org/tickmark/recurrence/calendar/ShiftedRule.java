package org.tickmark.recurrence.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;
import org.tickmark.recurrence.internal.Window;

/**
 * A rule whose dates are moved off the days that are not worked, each keeping its time of day; two that meet are one. The rule
 * ends before it is shifted: COUNT counts and UNTIL compares what the rule gives, on the wall clock, wherever it ends up.
 *
 * <p>For what fires by a rule alone. A series shifts its occurrences itself, so that each keeps its original moment:
 * {@code Series.shifted}.
 *
 * @param rule the rule with its end
 * @param shift where its dates go
 */
public record ShiftedRule(RecurrenceRule rule, Shift shift) implements Rule {
    public ShiftedRule {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(shift, "shift");
    }

    @Override
    public Timeline timeline() {
        return Timeline.WALL_CLOCK;
    }

    /** Never: the end of the rule is part of what is shifted. */
    @Override
    public End end() {
        return End.never();
    }

    @Override
    public Sequence sequence(Moment start) {
        return shift.applied(ended(rule.sequence(start), rule.end(), start));
    }

    private static Sequence ended(Sequence given, End end, Moment start) {
        if (end instanceof End.Count count) {
            return Window.ofFirst(count.occurrences(), given);
        }
        if (end instanceof End.Until until) {
            return Window.until(last(until.last(), start), given);
        }
        if (end instanceof End.CountOrUntil either) {
            return Window.until(last(either.last(), start), Window.ofFirst(either.occurrences(), given));
        }
        return given;
    }

    /** The last second on the wall clock that UNTIL includes; of a date all of its day, of an instant what the zone shows. */
    private static long last(Moment until, Moment start) {
        if (until instanceof Moment.Utc utc && start instanceof Moment.Zoned zoned) {
            return shownUntil(utc, zoned.zone());
        }
        return until.wallClockSecond() + (until instanceof Moment.DateOnly ? 86_399 : 0);
    }

    private static long shownUntil(Moment.Utc until, ZoneId zone) {
        LocalDateTime shown = LocalDateTime.ofInstant(until.instant(), zone);
        return shown.toEpochSecond(ZoneOffset.UTC);
    }
}
