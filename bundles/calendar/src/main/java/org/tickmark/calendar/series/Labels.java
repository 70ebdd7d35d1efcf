package org.tickmark.calendar.series;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.form.Forms;
import org.tickmark.recurrence.form.Rrule;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.words.Language;
import org.tickmark.recurrence.words.Words;

/** The texts beside a series, in the language of who looks at it. */
public final class Labels {
    private Labels() {}

    /** The rule as a sentence: {@code Weekly on Wednesday until January 29, 2025}. */
    public static String sentence(Series series, Locale locale) {
        return form(series).map(words(locale)::label).orElseGet(() -> SeriesRules.text(series));
    }

    /** The pattern and its dates: {@code Monthly (23.09.2016 - 23.09.2017)}. */
    public static String brief(Series series, Locale locale) {
        LocalDate first = series.first()
                .map(Labels::date)
                .orElse(series.start().wallClock().toLocalDate());
        Optional<LocalDate> last = series.last().map(Labels::date);
        Words words = words(locale);
        return form(series)
                .map(form -> last.map(end -> words.shortLabel(form, first, end))
                        .orElseGet(() -> words.shortLabel(form, first)))
                .orElseGet(() -> SeriesRules.text(series));
    }

    private static LocalDate date(Occurrence occurrence) {
        return occurrence.start().wallClock().toLocalDate();
    }

    /** The rule in its simplest form; empty for one that a move has left without words. */
    static Optional<RuleForm> form(Series series) {
        Rule rule = series.rule();
        if (rule instanceof RecurrenceRule plain) {
            RuleForm written = new Rrule(plain);
            return Optional.of(Forms.convert(written, Forms.Kind.PATTERN, series.start())
                    .value()
                    .orElse(written));
        }
        return rule instanceof RuleForm form ? Optional.of(form) : Optional.empty();
    }

    private static Words words(Locale locale) {
        return Words.in(Language.of(locale).orElse(Language.ENGLISH));
    }
}
