package org.tickmark.web.work;

import java.util.List;
import java.util.Optional;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.Option;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Parameters;

/** When a task runs, as fields: a frequency and what belongs to it. Together they give the value of {@code --schedule}, as somebody would type it. */
final class ScheduleFields {
    private static final String NAME = "schedule";
    private static final String OPTION = CommandWords.OPTION + NAME;
    private static final String PART = OPTION + ".";
    private static final List<String> PATTERNS =
            List.of("minutes", "hourly", "weekly", "monthly", "once", PatternForm.CUSTOM);
    private static final String WORKING_DAYS = "MO,TU,WE,TH,FR";
    private static final String MORNING = "06:00";
    private static final int SHORTEST_MONTH = 28;

    private ScheduleFields() {}

    /** Whether an option is given by these fields. */
    static boolean isFor(CommandSpec spec, Option option) {
        return spec.scope().equals("task") && option.name().equals(NAME);
    }

    /** The schedule that is given; empty for none. */
    static Optional<String> schedule(Parameters form) {
        return switch (part(form, PatternForm.PATTERN, PatternForm.CUSTOM)) {
            case "minutes" -> Optional.of("every " + part(form, "minutes", "15") + " minutes");
            case "hourly" -> Optional.of("task:hourly at :" + twoDigits(part(form, "minute", "0")));
            case "weekly" ->
                Optional.of("task:weekly on " + weekdays(form) + " at " + part(form, "weekly.at", MORNING));
            case "monthly" -> Optional.of(monthly(part(form, "day", "1"), part(form, "monthly.at", MORNING)));
            case "once" -> Optional.of("task:once at " + part(form, "once", ""));
            case PatternForm.CUSTOM -> form.first(OPTION);
            default -> Optional.empty();
        };
    }

    private static String part(Parameters form, String name, String usual) {
        return form.first(PART + name).orElse(usual);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** Those that are ticked, or the working days. */
    private static String weekdays(Parameters form) {
        List<String> ticked = form.all(PART + "weekly.on");
        return ticked.isEmpty() ? WORKING_DAYS : String.join(",", ticked);
    }

    private static String monthly(String day, String time) {
        boolean isInEveryMonth = !day.matches("\\d{2}") || Integer.parseInt(day) <= SHORTEST_MONTH;
        return "task:monthly on " + day + " at " + time + (isInEveryMonth ? "" : " clamp");
    }

    /**
     * Writes the fields, with what was given so far.
     *
     * @param adds whether a task is added, which need not run by itself; one that is edited may stay as it is
     */
    static void write(Html html, Parameters given, Visit visit, boolean adds, String label, String help) {
        PatternForm form = new PatternForm(html, given, visit, OPTION, NAME);
        html.open("fieldset", "class", "repeat").element("legend", label);
        html.open("div");
        form.radio(PatternForm.PATTERN, "", form.text(adds ? "never" : "as-it-is"), form.chosen());
        form.patterns(PATTERNS, form.chosen());
        html.close();
        form.open("minutes");
        form.number("minutes", "minutes", "15", 1, 1440);
        html.close();
        form.open("hourly");
        form.number("minute", "minute", "0", 0, 59);
        html.close();
        form.open("weekly");
        form.weekdays("weekly.on");
        form.moment("time", "weekly.at", "at", MORNING);
        html.close();
        form.open("monthly");
        form.number("day", "day", "1", 1, 31);
        form.moment("time", "monthly.at", "at", MORNING);
        html.close();
        form.open("once");
        form.moment("datetime-local", "once", "once.at", "");
        html.close();
        form.typed(help);
        html.close();
    }
}
