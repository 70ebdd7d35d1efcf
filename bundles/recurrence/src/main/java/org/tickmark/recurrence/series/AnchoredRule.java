package org.tickmark.recurrence.series;

import java.util.Objects;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;
import org.tickmark.recurrence.calendar.WorkdayRule;
import org.tickmark.recurrence.internal.Window;

/**
 * A rule that is counted from another moment than the start of its series, and moved by a fixed time: what is left of a rule
 * after a cut or a move where no rule of its own kind says the same.
 *
 * @param rule the rule; its own end does not matter
 * @param anchor the start that it is counted from
 * @param offset seconds by which its occurrences are moved, on its own line
 * @param end when this rule ends
 */
record AnchoredRule(Rule rule, Moment anchor, long offset, End end) implements Rule {
    AnchoredRule {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(end, "end");
    }

    /** An anchored rule that is anchored or moved again stays one layer deep. */
    static AnchoredRule of(Rule rule, Moment anchor, long offset, End end) {
        if (rule instanceof AnchoredRule inner) {
            return new AnchoredRule(inner.rule, inner.anchor, inner.offset + offset, end);
        }
        Rule endless = rule instanceof RecurrenceRule || rule instanceof WorkdayRule
                ? RuleMoves.withEnd(rule, anchor, End.never())
                : rule;
        return new AnchoredRule(endless, anchor, offset, end);
    }

    @Override
    public Timeline timeline() {
        return rule.timeline();
    }

    @Override
    public Sequence sequence(Moment start) {
        long first = rule.timeline() == Timeline.WALL_CLOCK ? start.wallClockSecond() : start.lineSecond();
        return Window.from(first, Moved.by(offset, rule.sequence(anchor)));
    }
}
