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

/**
 * How something repeats, as fields: a pattern, what belongs to it, and an end. Together they give the value of one option, as somebody would type it; what has
 * no such pattern is typed. The style sheet shows the fields of the pattern that is chosen.
 */
final class RepetitionFields {
    /** The option that they give. */
    static final String NAME = "repeat";

    private static final String OPTION = CommandWords.OPTION + NAME;
    private static final String PART = OPTION + ".";
    private static final String PATTERN = "pattern";
    private static final String CUSTOM = "custom";
    private static final String DAY = "day";
    private static final String WEEKDAY = "weekday";
    private static final String ENDS = "ends";
    private static final List<String> PATTERNS = List.of("daily", "weekly", "monthly", "yearly", CUSTOM);
    private static final List<String> WEEKS = List.of("first", "second", "third", "fourth", "last");
    private static final String SLOT = "#";
    private static final int SHORTEST_MONTH = 28;

    private RepetitionFields() {}

    // ---------------------------------------------------------------- what they give

    /** The rule that is given; empty for none. */
    static Optional<String> rule(Parameters form) {
        String pattern = part(form, PATTERN).orElse(CUSTOM);
        return switch (pattern) {
            case "daily" -> Optional.of("pattern:" + daily(form) + end(form));
            case "weekly" -> Optional.of("pattern:weekly" + every(form, pattern) + " on " + weekdays(form) + end(form));
            case "monthly" ->
                Optional.of("pattern:monthly" + every(form, pattern) + " on " + ofMonth(form) + end(form));
            case "yearly" -> Optional.of("pattern:yearly on " + ofYear(form) + end(form));
            case CUSTOM -> form.first(OPTION);
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
                ? start(form).map(date -> code(date.getDayOfWeek())).orElse("")
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
        return week + " " + part(form, pattern + ".weekday").orElse(code(DayOfWeek.MONDAY));
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

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
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

    private record Writing(Html html, Parameters given, Visit visit) {
        private void write(boolean adds, String label, String help) {
            html.open("fieldset", "class", "repeat").element("legend", label);
            html.open("div");
            String chosen = part(given, PATTERN).orElse(given.first(OPTION).isPresent() ? CUSTOM : "");
            radio(PATTERN, "", text(adds ? "not" : "as-it-is"), chosen);
            PATTERNS.forEach(pattern -> radio(PATTERN, pattern, text("pattern." + pattern), chosen));
            html.close();
            open("daily");
            every("daily");
            tick("workdays", "true", text("workdays"));
            html.close();
            open("weekly");
            every("weekly");
            for (DayOfWeek day : DayOfWeek.values()) {
                tick("weekly.on", code(day), day.getDisplayName(TextStyle.SHORT_STANDALONE, visit.locale()));
            }
            html.close();
            open("monthly");
            every("monthly");
            dayOrWeekday("monthly");
            html.close();
            open("yearly");
            select(
                    "yearly.month",
                    text("month"),
                    Stream.of(Month.values())
                            .map(month -> new Choice(
                                    String.valueOf(month.getValue()),
                                    month.getDisplayName(TextStyle.FULL_STANDALONE, visit.locale())))
                            .toList());
            dayOrWeekday("yearly");
            html.close();
            open(CUSTOM);
            html.open("input", "type", "text", "id", "f-opt-repeat", "name", OPTION, "value", value(OPTION));
            html.text(" ");
            html.element("label", help, "for", "f-opt-repeat").close();
            ends();
            html.close();
        }

        private String text(String id, Object... arguments) {
            return visit.text("repeat." + id, arguments);
        }

        private String value(String name) {
            return given.first(name).orElse("");
        }

        private void open(String pattern) {
            html.open("div", "class", "part for-" + pattern);
        }

        private void radio(String name, String word, String label, String chosen) {
            String checked = word.equals(chosen) ? "" : null;
            html.open("label");
            html.open("input", "type", "radio", "name", PART + name, "value", word, "checked", checked);
            html.text(" " + label).close().text(" ");
        }

        private void tick(String name, String word, String label) {
            boolean checked = given.all(PART + name).contains(word);
            html.open("label");
            html.open("input", "type", "checkbox", "name", PART + name, "value", word, "checked", checked ? "" : null);
            html.text(" " + label).close().text(" ");
        }

        /** A number within a sentence. */
        private void number(String name, String id, String usual, int most) {
            String[] sentence = text(id, SLOT).split(SLOT, 2);
            html.open("label").text(sentence[0]);
            html.open(
                    "input",
                    "type",
                    "number",
                    "min",
                    "1",
                    "max",
                    String.valueOf(most),
                    "name",
                    PART + name,
                    "value",
                    part(given, name).orElse(usual));
            html.text(sentence[1]).close().text(" ");
        }

        private void every(String pattern) {
            number(pattern + ".every", "every." + pattern, "1", 99);
        }

        private void dayOrWeekday(String pattern) {
            String by = pattern + ".by";
            String chosen = part(given, by).orElse(DAY);
            html.open("span", "class", "way");
            radio(by, DAY, text("by.day"), chosen);
            number(
                    pattern + ".day",
                    "day",
                    start(given)
                            .map(LocalDate::getDayOfMonth)
                            .map(String::valueOf)
                            .orElse("1"),
                    31);
            html.close().open("span", "class", "way");
            radio(by, WEEKDAY, text("by.weekday"), chosen);
            select(
                    pattern + ".week",
                    text("week"),
                    WEEKS.stream()
                            .map(week -> new Choice(week, text("week." + week)))
                            .toList());
            select(
                    pattern + ".weekday",
                    text("weekday"),
                    Stream.of(DayOfWeek.values())
                            .map(day -> new Choice(
                                    code(day), day.getDisplayName(TextStyle.FULL_STANDALONE, visit.locale())))
                            .toList());
            html.close();
        }

        private record Choice(String word, String label) {}

        private void select(String name, String label, List<Choice> choices) {
            String chosen = part(given, name).orElse("");
            html.open("select", "name", PART + name, "aria-label", label);
            choices.forEach(choice -> html.element(
                    "option",
                    choice.label(),
                    "value",
                    choice.word(),
                    "selected",
                    choice.word().equals(chosen) ? "" : null));
            html.close().text(" ");
        }

        private void ends() {
            String chosen = part(given, ENDS).orElse("never");
            html.open("div", "class", "part for-end", "role", "group", "aria-label", text(ENDS));
            html.text(text(ENDS) + " ");
            radio(ENDS, "never", text("ends.never"), chosen);
            html.open("span", "class", "way");
            radio(ENDS, "times", text("ends.times"), chosen);
            number("times", "times", "12", 9999);
            html.close().open("span", "class", "way");
            radio(ENDS, "until", text("ends.until"), chosen);
            html.open(
                    "input",
                    "type",
                    "date",
                    "name",
                    PART + "until",
                    "value",
                    value(PART + "until"),
                    "aria-label",
                    text("until"));
            html.close().close();
        }
    }
}
