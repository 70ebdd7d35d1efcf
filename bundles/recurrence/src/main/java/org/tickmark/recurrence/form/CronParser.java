package org.tickmark.recurrence.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.recurrence.RuleSyntaxException;

/** Splits a cron expression into fields and reads them; every position in an error is one in the whole text. */
final class CronParser {
    private static final Map<String, String> MACROS = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");

    private final String text;
    private final int from;

    /** @param from where in the text the expression begins */
    CronParser(String text, int from) {
        this.text = text;
        this.from = from;
    }

    UnixCron unix() {
        String expression = text.substring(from).strip().toLowerCase(Locale.ROOT);
        if (expression.startsWith("@")) {
            return macro(expression);
        }
        List<CronFieldReader> fields = fields();
        if (fields.size() != 5) {
            throw wrongNumber(
                    fields.size(),
                    "5 fields (minute, hour, day of month, month, day of week); "
                            + (fields.size() == 6 || fields.size() == 7
                                    ? "with seconds it is a quartz: rule"
                                    : "separate them by blanks"));
        }
        return new UnixCron(
                fields.get(0).unix(CronUnit.MINUTE),
                fields.get(1).unix(CronUnit.HOUR),
                fields.get(2).unix(CronUnit.DAY_OF_MONTH),
                fields.get(3).unix(CronUnit.MONTH),
                fields.get(4).unix(CronUnit.DAY_OF_WEEK));
    }

    private UnixCron macro(String expression) {
        String fields = MACROS.get(expression);
        if (fields != null) {
            return new CronParser(fields, 0).unix();
        }
        String why = expression.equals("@reboot")
                ? "\"@reboot\" is no time; start the task by an event instead"
                : "found \"" + shown(expression) + "\", expected "
                        + MACROS.keySet().stream().sorted().toList();
        throw new RuleSyntaxException(text, text.indexOf('@', from), why);
    }

    QuartzCron quartz() {
        List<CronFieldReader> fields = fields();
        if (fields.size() != 6 && fields.size() != 7) {
            throw wrongNumber(
                    fields.size(),
                    "6 or 7 fields (second, minute, hour, day of month, month, day of week and perhaps year)"
                            + (fields.size() == 5 ? "; without seconds it is a cron: rule" : ""));
        }
        return new QuartzCron(
                fields.get(0).quartz(CronUnit.SECOND),
                fields.get(1).quartz(CronUnit.MINUTE),
                fields.get(2).quartz(CronUnit.HOUR),
                new QuartzDaysReader(fields.get(3), fields.get(5)).read(),
                fields.get(4).quartz(CronUnit.MONTH),
                fields.size() == 7 ? fields.get(6).quartz(CronUnit.YEAR) : CronField.all(CronUnit.YEAR));
    }

    private RuleSyntaxException wrongNumber(int found, String expected) {
        return new RuleSyntaxException(
                text, found == 0 ? from : text.length(), "found " + found + " fields, expected " + expected);
    }

    private List<CronFieldReader> fields() {
        List<CronFieldReader> fields = new ArrayList<>();
        int at = from;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !isBlank(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                fields.add(new CronFieldReader(text, at, end));
            }
            at = end + 1;
        }
        return fields;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static String shown(String found) {
        return found.length() <= 20 ? found : found.substring(0, 20) + "…";
    }
}
