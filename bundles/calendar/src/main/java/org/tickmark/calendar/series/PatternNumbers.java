package org.tickmark.calendar.series;

import java.time.LocalDateTime;
import java.util.Optional;
import org.tickmark.recurrence.form.PatternRule;
import org.tickmark.recurrence.form.RecurrencePattern;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.StoredPattern;
import org.tickmark.recurrence.series.Series;

/** What the originals store of a rule. */
public final class PatternNumbers {
    private static final StoredPattern NONE = new StoredPattern(0, 0, 0, 0, 0, 0);
    private static final StoredPattern CUSTOM = new StoredPattern(RecurrencePattern.CUSTOM.number(), 0, 0, 0, 0, 0);

    private PatternNumbers() {}

    /** The numbers of a series; all are 0 where no pattern of the originals says its rule. */
    public static StoredPattern of(Series series) {
        Optional<RuleForm> form = Labels.form(series);
        if (form.isPresent() && form.get() instanceof PatternRule.Repeating repeating) {
            return StoredPattern.of(repeating.dates());
        }
        return SeriesRules.isOfDates(series) ? CUSTOM : NONE;
    }

    /** Where the last occurrence ends; empty for a series without end. */
    public static Optional<LocalDateTime> end(Series series) {
        return series.last().map(last -> last.end().wallClock());
    }
}
