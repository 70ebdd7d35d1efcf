package org.tickmark.recurrence.form;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.RuleSyntaxException;

/** The one door through which the canonical texts of all forms are read. */
public final class Rules {
    private static final List<Kind> KINDS = List.of(
            new Kind(Rrule.PREFIX, text -> new Rrule(RecurrenceRule.read(text).rule())),
            new Kind(UnixCron.PREFIX, text -> new CronParser(text, UnixCron.PREFIX.length()).unix()),
            new Kind(QuartzCron.PREFIX, text -> new CronParser(text, QuartzCron.PREFIX.length()).quartz()),
            new Kind(PatternText.PREFIX, PatternText::read),
            new Kind(TaskText.PREFIX, TaskText::read));

    private Rules() {}

    private record Kind(String prefix, Function<String, RuleForm> reader) {
        boolean begins(String text) {
            return text.regionMatches(true, 0, prefix, 0, prefix.length());
        }
    }

    /**
     * Reads a rule of any form:
     *
     * <table>
     * <caption>The kinds of text</caption>
     * <tr><td>{@code RRULE:FREQ=WEEKLY;BYDAY=TU,TH}</td><td>RFC 5545, read as {@link RecurrenceRule#read} does</td></tr>
     * <tr><td>{@code cron:30 6 * * 1-5}</td><td>Unix cron, or {@code cron:@daily}</td></tr>
     * <tr><td>{@code quartz:0 30 6 ? * MON-FRI}</td><td>Quartz</td></tr>
     * <tr><td>{@code pattern:monthly every 3 on 31 clamp until 2026-12-31}</td><td>a follow-up's pattern; also
     * {@code daily on workdays}, {@code daily}, {@code daily every 6}, {@code weekly every 3 on TU weekstart SU},
     * {@code monthly on second MO}, {@code yearly on 02-29 omit}, {@code yearly on third TH in 8}, each with {@code until} a date,
     * {@code times} a number or neither; {@code dates 2025-01-06T08:00,2025-02-03T08:00}</td></tr>
     * <tr><td>{@code task:every PT15M from 2025-01-06T08:00:00Z}</td><td>a task's frequency; also {@code never},
     * {@code hourly at :15}, {@code weekly on MO,TH at 06:30}, {@code monthly on 31 in 1,7 at 06:30},
     * {@code monthly on 31 at 06:30 clamp}, {@code yearly on 02-29 at 06:30 omit}, {@code once at 2025-01-06T08:00}</td></tr>
     * </table>
     *
     * <p>{@code clamp} or {@code omit} stands where a month may lack the day, and only there.
     *
     * @throws RuleSyntaxException with the position, what was found and what was expected; nothing else is thrown
     */
    public static RuleForm parse(String text) {
        return KINDS.stream()
                .filter(kind -> kind.begins(text))
                .findFirst()
                .orElseThrow(() -> noKind(text))
                .reader()
                .apply(text);
    }

    /** Whether a text begins as one of the kinds, right or wrong after that. */
    public static boolean isKind(String text) {
        return KINDS.stream().anyMatch(kind -> kind.begins(text));
    }

    private static RuleSyntaxException noKind(String text) {
        int colon = text.indexOf(':');
        String found = colon < 0 || colon > 20
                ? "no kind of rule"
                : "\"" + text.substring(0, colon + 1).toLowerCase(Locale.ROOT) + "\"";
        String known = String.join(", ", KINDS.stream().map(Kind::prefix).toList());
        return new RuleSyntaxException(text, 0, "found " + found + ", expected one of " + known + " and the rule");
    }
}
