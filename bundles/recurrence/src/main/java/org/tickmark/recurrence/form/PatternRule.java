package org.tickmark.recurrence.form;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.tickmark.recurrence.Moment;

/** The repetition of a follow-up: a pattern with an end, or hand-picked dates, which are their own end. */
public sealed interface PatternRule extends RuleForm {
    /**
     * A pattern with its end. The first occurrence is the start of the series if the pattern matches it, else the next date that
     * matches; the time of day is that of the start.
     */
    record Repeating(DatePattern dates, PatternEnd end) implements PatternRule {
        public Repeating {
            Objects.requireNonNull(dates, "dates");
            Objects.requireNonNull(end, "end");
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
    }

    /** The canonical text, as {@link Rules#parse} describes it. */
    @Override
    default String text() {
        return PatternText.write(this);
    }
}
