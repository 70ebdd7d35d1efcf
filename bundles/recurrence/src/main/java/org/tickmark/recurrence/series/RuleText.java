package org.tickmark.recurrence.series;

import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.RecurrenceRuleBuilder;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.RuleSyntaxException;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.Shift;
import org.tickmark.recurrence.calendar.ShiftPolicy;
import org.tickmark.recurrence.calendar.ShiftedRule;
import org.tickmark.recurrence.calendar.WorkCalendar;
import org.tickmark.recurrence.calendar.WorkdayRule;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.Rules;

/**
 * Every rule that a series may have as one line of text. What RFC 5545 has no words for stands in parts with names of their own
 * beside its parts: {@code X-WORKDAY} and {@code X-CALENDAR} for working days of a month, {@code X-SHIFT} and {@code X-CALENDAR} for a
 * shift off free days, {@code X-ANCHOR} and {@code X-OFFSET} (seconds) for a rule that a cut or a move has left counted
 * from another moment than its series' start. A rule in a form that RFC 5545 cannot say has the text of that form.
 */
public final class RuleText {
    private static final String WORKDAY = "X-WORKDAY";
    private static final String CALENDAR = "X-CALENDAR";
    private static final String SHIFT = "X-SHIFT";
    private static final String ANCHOR = "X-ANCHOR";
    private static final String OFFSET = "X-OFFSET";
    private static final Set<String> OWN = Set.of(WORKDAY, CALENDAR, SHIFT, ANCHOR, OFFSET);
    private static final String ELAPSED = "EVERY=";

    private final String text;
    private final Function<String, Optional<WorkCalendar>> calendars;
    private final Map<String, String> parts;

    private RuleText(String text, Function<String, Optional<WorkCalendar>> calendars, Map<String, String> parts) {
        this.text = text;
        this.calendars = calendars;
        this.parts = parts;
    }

    /**
     * The text of a rule.
     *
     * @throws IllegalArgumentException for a rule of a kind that this library does not make, and for what a cut or a move has left of a
     *     shifted rule or of one in a form that RFC 5545 cannot say: keep the text of the whole rule, the start and the end of the part instead
     */
    public static String of(Rule rule) {
        if (rule instanceof RuleForm form) {
            return form.text();
        }
        return rule instanceof ElapsedRule ? rule.toString() : plain(rule).toString();
    }

    private static RecurrenceRule plain(Rule rule) {
        if (rule instanceof RecurrenceRule plain) {
            return plain;
        }
        if (rule instanceof WorkdayRule workdays) {
            return plain(workdays);
        }
        if (rule instanceof ShiftedRule shifted) {
            return shifted.rule().toBuilder()
                    .extension(SHIFT, shifted.shift().policy().name())
                    .extension(CALENDAR, shifted.shift().calendar().id())
                    .build();
        }
        if (rule instanceof AnchoredRule anchored && !(anchored.rule() instanceof ShiftedRule)) {
            return plain(anchored.rule()).toBuilder()
                    .end(anchored.end())
                    .extension(ANCHOR, anchored.anchor().toString())
                    .extension(OFFSET, String.valueOf(anchored.offset()))
                    .build();
        }
        throw new IllegalArgumentException(
                "Rule " + rule + " has no text: expected a rule of RFC 5545, of time that passes, of working days, a"
                        + " shifted one, or an anchored one of these that is not shifted; keep the text of the"
                        + " rule that was cut or moved, with the start and the end of the part");
    }

    private static RecurrenceRule plain(WorkdayRule rule) {
        RecurrenceRuleBuilder builder =
                RecurrenceRule.every(rule.interval(), Frequency.MONTHLY).end(rule.end());
        if (rule.months().size() < 12) {
            builder.byMonth(rule.months().stream().map(Month::getValue).toArray(Integer[]::new));
        }
        List<String> nths = rule.nths().stream().map(String::valueOf).toList();
        return builder.extension(WORKDAY, String.join(",", nths))
                .extension(CALENDAR, rule.calendar().id())
                .build();
    }

    /**
     * Reads what {@link #of} writes, with the national calendars.
     *
     * @throws RuleSyntaxException when it is no such text
     */
    public static Rule parse(String text) {
        return parse(text, NationalCalendars::find);
    }

    /**
     * Reads what {@link #of} writes.
     *
     * @param calendars finds calendars by their ids
     * @throws RuleSyntaxException when it is no such text
     */
    public static Rule parse(String text, Function<String, Optional<WorkCalendar>> calendars) {
        if (text.regionMatches(true, 0, ELAPSED, 0, ELAPSED.length())) {
            return ElapsedRule.parse(text);
        }
        if (Rules.isKind(text)) {
            return Rules.parse(text);
        }
        RecurrenceRule read = RecurrenceRule.read(text).rule();
        return new RuleText(text, calendars, read.extensions()).rule(withoutOwnParts(read));
    }

    private static RecurrenceRule withoutOwnParts(RecurrenceRule rule) {
        Map<String, String> others = new TreeMap<>(rule.extensions());
        others.keySet().removeAll(OWN);
        return new RecurrenceRule(
                rule.frequency(),
                rule.interval(),
                rule.end(),
                rule.byMonth(),
                rule.byWeekNo(),
                rule.byYearDay(),
                rule.byMonthDay(),
                rule.byDay(),
                rule.byHour(),
                rule.byMinute(),
                rule.bySecond(),
                rule.bySetPos(),
                rule.weekStart(),
                rule.skip(),
                others);
    }

    private Rule rule(RecurrenceRule plain) {
        Rule counted = parts.containsKey(WORKDAY) ? workdays(plain) : plain;
        if (parts.containsKey(SHIFT)) {
            return new ShiftedRule(plain, new Shift(calendar(), policy()));
        }
        return parts.containsKey(ANCHOR) ? anchored(counted, plain.end()) : counted;
    }

    private Rule anchored(Rule rule, End end) {
        return AnchoredRule.of(rule, moment(parts.get(ANCHOR)), number(OFFSET, parts.getOrDefault(OFFSET, "0")), end);
    }

    private WorkdayRule workdays(RecurrenceRule plain) {
        List<Integer> nths = new ArrayList<>();
        for (String nth : parts.get(WORKDAY).split(",", -1)) {
            nths.add((int) number(WORKDAY, nth));
        }
        Set<Month> months = new TreeSet<>();
        plain.byMonth().forEach(month -> months.add(Month.of(month)));
        if (!plain.equals(RecurrenceRule.every(plain.interval(), Frequency.MONTHLY)
                .byMonth(plain.byMonth().toArray(Integer[]::new))
                .end(plain.end())
                .build())) {
            throw problem(
                    WORKDAY,
                    "parts that do not go with it, expected FREQ=MONTHLY with INTERVAL, BYMONTH and an end alone");
        }
        try {
            return new WorkdayRule(calendar(), nths, plain.interval(), months, plain.end());
        } catch (IllegalArgumentException outOfBounds) {
            throw problem(WORKDAY, outOfBounds.getMessage());
        }
    }

    private WorkCalendar calendar() {
        String id = parts.getOrDefault(CALENDAR, "");
        return calendars
                .apply(id)
                .orElseThrow(() -> problem(
                        CALENDAR,
                        "found calendar \"" + id + "\", expected the id of a known one, such as NO or SE+bank"));
    }

    private ShiftPolicy policy() {
        String name = parts.get(SHIFT);
        return Arrays.stream(ShiftPolicy.values())
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow(() -> problem(
                        SHIFT, "found \"" + name + "\", expected one of " + Arrays.toString(ShiftPolicy.values())));
    }

    private Moment moment(String written) {
        try {
            return Moment.parse(written);
        } catch (RuleSyntaxException noMoment) {
            throw problem(ANCHOR, noMoment.getMessage());
        }
    }

    private long number(String part, String written) {
        if (!written.matches("-?[0-9]{1,12}")) {
            throw problem(part, "found \"" + written + "\", expected a whole number");
        }
        return Long.parseLong(written);
    }

    private RuleSyntaxException problem(String part, String reason) {
        int found = text.toUpperCase(Locale.ROOT).indexOf(part);
        return new RuleSyntaxException(text, Math.max(found, 0), part + ": " + reason);
    }
}
