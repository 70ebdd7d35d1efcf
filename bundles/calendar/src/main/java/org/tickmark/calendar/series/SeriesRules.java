package org.tickmark.calendar.series;

import java.time.LocalDateTime;
import java.util.List;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.RuleSyntaxException;
import org.tickmark.recurrence.calendar.ShiftedRule;
import org.tickmark.recurrence.form.PatternRule;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.series.RuleText;
import org.tickmark.recurrence.series.Series;

/** Rules of series, and the texts that they are stored by. */
public final class SeriesRules {
    private SeriesRules() {}

    /**
     * Reads the rule of a text: a rule that can be cut and moved, or hand-picked dates.
     *
     * @throws org.tickmark.api.TickmarkException {@code calendar.invalid} if it is no rule, or none that a series may have
     */
    public static Rule read(String text) {
        Rule rule = parsed(text);
        if (rule instanceof RuleForm form && !(form instanceof PatternRule.Custom)) {
            return form.toRecurrenceRule().value().map(Rule.class::cast).orElseThrow(() -> CalendarTexts.invalid(
                            "rule", "rule.form")
                    .found(text)
                    .exception());
        }
        if (rule instanceof ShiftedRule) {
            throw CalendarTexts.invalid("rule", "rule.form").found(text).exception();
        }
        return rule;
    }

    private static Rule parsed(String text) {
        try {
            return RuleText.parse(text);
        } catch (RuleSyntaxException wrong) {
            throw CalendarTexts.invalid("rule", "rule")
                    .found(wrong.getMessage())
                    .exception(wrong);
        }
    }

    /** The text of the rule of a series. */
    public static String text(Series series) {
        return RuleText.of(series.rule());
    }

    /**
     * A series of the rule of a text; hand-picked dates begin with the first of them.
     *
     * @throws org.tickmark.api.TickmarkException {@code calendar.invalid} if rule and start do not go together, or give nothing
     */
    public static Series series(Moment start, String text) {
        Rule rule = read(text);
        Moment first = rule instanceof PatternRule.Custom custom
                ? Dial.of(start).at(custom.dates().get(0))
                : start;
        Series series = compiled(first, rule, text);
        if (series.first().isEmpty()) {
            throw CalendarTexts.invalid("rule", "rule.empty").found(text).exception();
        }
        return series;
    }

    private static Series compiled(Moment start, Rule rule, String text) {
        try {
            return Series.of(Recurrence.of(start, rule));
        } catch (IllegalArgumentException unfit) {
            throw CalendarTexts.invalid("rule", "rule.start")
                    .found(text + ", " + start)
                    .exception(unfit);
        }
    }

    /** A series of hand-picked dates. */
    static Series ofDates(Series like, List<LocalDateTime> dates) {
        Moment first = Dial.of(like.start()).at(dates.get(0));
        return Series.of(first, new PatternRule.Custom(dates))
                .lasting(like.length())
                .withFields(like.fields())
                .with(like.deviations());
    }

    /** Whether a series is one of hand-picked dates. */
    public static boolean isOfDates(Series series) {
        return series.rule() instanceof PatternRule.Custom;
    }

    /** What an edit has left of hand-picked dates, as hand-picked dates. */
    static Series settled(Series before, Series after) {
        if (!isOfDates(before) || after.rule() instanceof RuleForm) {
            return after;
        }
        return ofDates(
                after, after.recurrence().occurrences().map(Moment::wallClock).toList());
    }
}
