package org.tickmark.web.work;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.work.PatternForm.Choice;

/**
 * How something repeats, as fields: a pattern, what belongs to it, and an end. Together they give the value of one option, as somebody would type it; what has
 * no such pattern is typed. The style sheet shows the fields of the pattern that is chosen.
 */
final class RepetitionFields {
    /** The option that they give. */
    static final String NAME = "repeat";

    private static final String OPTION = CommandWords.OPTION + NAME;
    private static final String PART = OPTION + ".";
    private static final String DAY = "day";
    private static final String WEEKDAY = "weekday";
    private static final String ENDS = "ends";
    private static final List<String> PATTERNS = List.of("daily", "weekly", "monthly", "yearly", PatternForm.CUSTOM);
    private static final List<String> WEEKS = List.of("first", "second", "third", "fourth", "last");
    private static final int SHORTEST_MONTH = 28;

    private RepetitionFields() {}

    // ---------------------------------------------------------------- what they give

    /** The rule that is given; empty for none. */
    static Optional<String> rule(Parameters form) {
        String pattern = part(form, PatternForm.PATTERN).orElse(PatternForm.CUSTOM);
        return switch (pattern) {
            case "daily" -> Optional.of("pattern:" + daily(form) + end(form));
            case "weekly" -> Optional.of("pattern:weekly" + every(form, pattern) + " on " + weekdays(form) + end(form));
            case "monthly" ->
                Optional.of("pattern:monthly" + every(form, pattern) + " on " + ofMonth(form) + end(form));
            case "yearly" -> Optional.of("pattern:yearly on " + ofYear(form) + end(form));
            case PatternForm.CUSTOM -> form.first(OPTION);
            default -> Optional.empty();
        };
    }

    private static Optional<String> part(Parameters form, String name) {
        return form.first(PART + name);
    }

    private static String daily(Parameters form) {
        return part(form, "workdays").isPresent() ? "daily on workdays" : "daily" + every(form, "daily");
    }

    private static String every(Parameters form, String pattern) {
        return part(form, pattern + ".every")
                .filter(number -> !number.equals("1"))
                .map(number -> " every " + number)
                .orElse("");
    }

    /** Those that are ticked, or that of the start. */
    private static String weekdays(Parameters form) {
        List<String> ticked = form.all(PART + "weekly.on");
        return ticked.isEmpty()
                ? start(form).map(date -> PatternForm.code(date.getDayOfWeek())).orElse("")
                : String.join(",", ticked);
    }

    private static String ofMonth(Parameters form) {
        if (isByWeekday(form, "monthly")) {
            return nthWeekday(form, "monthly");
        }
        String day = day(form, "monthly");
        return day + (isAbove(day, SHORTEST_MONTH) ? " clamp" : "");
    }

    private static String ofYear(Parameters form) {
        Month month = part(form, "yearly.month")
                .filter(number -> number.matches("[1-9]|1[0-2]"))
                .map(number -> Month.of(Integer.parseInt(number)))
                .or(() -> start(form).map(LocalDate::getMonth))
                .orElse(Month.JANUARY);
        if (isByWeekday(form, "yearly")) {
            return nthWeekday(form, "yearly") + " in " + month.getValue();
        }
        String day = day(form, "yearly");
        String twoDigits = day.length() == 1 ? "0" + day : day;
        String date = String.format(Locale.ROOT, "%02d-%s", month.getValue(), twoDigits);
        return date + (isAbove(day, month.minLength()) ? " clamp" : "");
    }

    private static boolean isByWeekday(Parameters form, String pattern) {
        return part(form, pattern + ".by").filter(WEEKDAY::equals).isPresent();
    }

    private static String nthWeekday(Parameters form, String pattern) {
        String week = part(form, pattern + ".week").orElse(WEEKS.get(0));
        return week + " " + part(form, pattern + ".weekday").orElse(PatternForm.code(DayOfWeek.MONDAY));
    }

    private static String day(Parameters form, String pattern) {
        return part(form, pattern + ".day")
                .or(() -> start(form).map(date -> String.valueOf(date.getDayOfMonth())))
                .orElse("1");
    }

    private static boolean isAbove(String number, int most) {
        return number.matches("\\d{1,4}") && Integer.parseInt(number) > most;
    }

    private static String end(Parameters form) {
        return switch (part(form, ENDS).orElse("never")) {
            case "times" -> " times " + part(form, "times").orElse("");
            case "until" -> " until " + part(form, "until").orElse("");
            default -> "";
        };
    }

    /** The day on which it begins, as far as the form tells. */
    private static Optional<LocalDate> start(Parameters form) {
        return Stream.of(CommandWords.ARGUMENT + "START", CommandWords.OPTION + "start", StandingValues.of("start"))
                .flatMap(name -> form.first(name).stream())
                .flatMap(text -> date(text).stream())
                .findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(text.length(), "2026-12-01".length()))));
        } catch (DateTimeException e) {
            // It is still being typed.
            return Optional.empty();
        }
    }

    // ---------------------------------------------------------------- the fields

    /**
     * Writes the fields, with what was given so far.
     *
     * @param adds whether something is added, which need not repeat; what is edited may stay as it is
     */
    static void write(Html html, Parameters given, Visit visit, boolean adds, String label, String help) {
        new Writing(html, given, visit).write(adds, label, help);
    }

    private static final class Writing {
        private final PatternForm form;
        private final Html html;
        private final Parameters given;
        private final Locale locale;

        Writing(Html html, Parameters given, Visit visit) {
            this.form = new PatternForm(html, given, visit, OPTION, NAME);
            this.html = html;
            this.given = given;
            this.locale = visit.locale();
        }

        private void write(boolean adds, String label, String help) {
            html.open("fieldset", "class", "repeat").element("legend", label);
            html.open("div");
            String chosen = form.chosen();
            form.radio(PatternForm.PATTERN, "", form.text(adds ? "not" : "as-it-is"), chosen);
            form.patterns(PATTERNS, chosen);
            html.close();
            form.open("daily");
            every("daily");
            form.tick("workdays", "true", form.text("workdays"));
            html.close();
            form.open("weekly");
            every("weekly");
            form.weekdays("weekly.on");
            html.close();
            form.open("monthly");
            every("monthly");
            dayOrWeekday("monthly");
            html.close();
            form.open("yearly");
            form.select(
                    "yearly.month",
                    form.text("month"),
                    Stream.of(Month.values())
                            .map(month -> new Choice(
                                    String.valueOf(month.getValue()),
                                    month.getDisplayName(TextStyle.FULL_STANDALONE, locale))));
            dayOrWeekday("yearly");
            html.close();
            form.typed(help);
            ends();
            html.close();
        }

        private void every(String pattern) {
            form.number(pattern + ".every", "every." + pattern, "1", 1, 99);
        }

        private void dayOrWeekday(String pattern) {
            String by = pattern + ".by";
            String chosen = form.value(by, DAY);
            String day = start(given)
                    .map(LocalDate::getDayOfMonth)
                    .map(String::valueOf)
                    .orElse("1");
            html.open("span", "class", "way");
            form.radio(by, DAY, form.text("by.day"), chosen);
            form.number(pattern + ".day", "day", day, 1, 31);
            html.close().open("span", "class", "way");
            form.radio(by, WEEKDAY, form.text("by.weekday"), chosen);
            form.select(
                    pattern + ".week",
                    form.text("week"),
                    WEEKS.stream().map(week -> new Choice(week, form.text("week." + week))));
            form.select(
                    pattern + ".weekday",
                    form.text("weekday"),
                    Stream.of(DayOfWeek.values())
                            .map(weekday -> new Choice(
                                    PatternForm.code(weekday),
                                    weekday.getDisplayName(TextStyle.FULL_STANDALONE, locale))));
            html.close();
        }

        private void ends() {
            String chosen = form.value(ENDS, "never");
            html.open("div", "class", "part for-end", "role", "group", "aria-label", form.text(ENDS));
            html.text(form.text(ENDS) + " ");
            form.radio(ENDS, "never", form.text("ends.never"), chosen);
            html.open("span", "class", "way");
            form.radio(ENDS, "times", form.text("ends.times"), chosen);
            form.number("times", "times", "12", 1, 9999);
            html.close().open("span", "class", "way");
            form.radio(ENDS, "until", form.text("ends.until"), chosen);
            form.moment("date", "until", "until", "");
            html.close().close();
        }
    }
}
