package org.tickmark.recurrence.form;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Sequence;

/** The repetition of a follow-up: a pattern with an end, or hand-picked dates, which are their own end. */
public sealed interface PatternRule extends RuleForm {
    /**
     * A pattern with its end. The first occurrence is the start of the series if the pattern matches it, else the next date that
     * matches; the time of day is that of the start.
     */
    record Repeating(DatePattern dates, PatternEnd ending) implements PatternRule {
        public Repeating {
            Objects.requireNonNull(dates, "dates");
            Objects.requireNonNull(ending, "ending");
        }

        @Override
        public Conversion<RecurrenceRule> toRecurrenceRule() {
            return Conversion.to(PatternRules.of(this));
        }

        @Override
        public End end() {
            return PatternRules.of(ending);
        }

        @Override
        public Sequence sequence(Moment start) {
            return PatternRules.of(this).sequence(start);
        }
    }

    /**
     * Exactly these dates and times.
     *
     * @param dates at least one; kept in order and without repetition, several on one day allowed; years 1 to 9999, whole seconds
     */
    record Custom(List<LocalDateTime> dates) implements PatternRule {
        public Custom {
            if (dates.isEmpty()) {
                throw new DateTimeException("no date: expected at least one");
            }
            dates.forEach(Moment::of);
            dates = dates.stream().sorted().distinct().toList();
        }

        @Override
        public Conversion<RecurrenceRule> toRecurrenceRule() {
            return Conversion.lost(Loss.Kind.SINGLE_DATES, text());
        }

        @Override
        public Sequence sequence(Moment start) {
            return SingleDates.of(dates, start);
        }
    }

    /** The canonical text, as {@link Rules#parse} describes it. */
    @Override
    default String text() {
        return PatternText.write(this);
    }
}
