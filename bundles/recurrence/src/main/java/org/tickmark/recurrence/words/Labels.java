package org.tickmark.recurrence.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tickmark.recurrence.form.DatePattern;
import org.tickmark.recurrence.form.PatternEnd;
import org.tickmark.recurrence.form.PatternRule;
import org.tickmark.recurrence.form.RecurrenceSubPattern;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.ShortMonth;
import org.tickmark.recurrence.form.TaskFrequency;
import org.tickmark.recurrence.form.WeekOfMonth;

/** The short texts beside appointments and tasks. Immutable. */
final class Labels {
    private static final int DAYS_OF_FOUR_WEEKS = 28;

    private final Dialect dialect;
    private final Lexicon lexicon;
    private final DateTimeFormatter dates;

    Labels(Dialect dialect) {
        this.dialect = dialect;
        this.lexicon = dialect.lexicon();
        this.dates = DateTimeFormatter.ofPattern(lexicon.first("label.date"), Locale.ROOT);
    }

    String range(RuleForm form, LocalDate first, LocalDate last) {
        return lexicon.text(
                "label.range",
                Map.of("label", name(form), "first:short", dates.format(first), "last:short", dates.format(last)));
    }

    String open(RuleForm form, LocalDate first) {
        return lexicon.text("label.open", Map.of("label", name(form), "first:short", dates.format(first)));
    }

    private String name(RuleForm form) {
        return lexicon.first("label." + kind(form));
    }

    /** The pattern of a follow-up, which is daily for its workdays; how often for anything else. */
    private static String kind(RuleForm form) {
        if (form instanceof PatternRule.Repeating repeating) {
            return repeating.dates().pattern().name();
        }
        if (form instanceof PatternRule.Custom) {
            return "CUSTOM";
        }
        if (form instanceof TaskFrequency.Never) {
            return "NEVER";
        }
        if (form instanceof TaskFrequency.Once) {
            return "ONCE";
        }
        return PartsOfForm.of(form).get(Part.FREQUENCY).map(Enum::name).orElse("ELAPSED");
    }

    List<Suggestion> suggestions(LocalDate start) {
        Set<DayOfWeek> weekday = Set.of(start.getDayOfWeek());
        List<DatePattern> patterns = List.of(
                new DatePattern.EveryDay(),
                new DatePattern.Weekly(1, weekday, DayOfWeek.MONDAY),
                new DatePattern.MonthlyOnWeekday(week(start), weekday, 1),
                new DatePattern.YearlyOnDate(start.getMonth(), start.getDayOfMonth(), ShortMonth.OMIT));
        List<Suggestion> suggestions = new ArrayList<>();
        for (DatePattern pattern : patterns) {
            RuleForm rule = new PatternRule.Repeating(pattern, new PatternEnd.Never());
            suggestions.add(Suggestion.of(capital(SentenceWriter.write(dialect, PartsOfForm.of(rule))), rule));
        }
        suggestions.add(Suggestion.ofOnesOwn(lexicon.first("label.CUSTOM")));
        return List.copyOf(suggestions);
    }

    private static WeekOfMonth week(LocalDate date) {
        int day = date.getDayOfMonth();
        return day > DAYS_OF_FOUR_WEEKS
                ? WeekOfMonth.LAST
                : WeekOfMonth.ofNumber((day - 1) / 7 + 1, RecurrenceSubPattern.WEEKDAY_OF_MONTH);
    }

    static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
