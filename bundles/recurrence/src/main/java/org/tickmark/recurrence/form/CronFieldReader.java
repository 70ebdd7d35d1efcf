package org.tickmark.recurrence.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tickmark.recurrence.RuleSyntaxException;

/** Reads one field of a cron expression, from left to right. */
final class CronFieldReader {
    private static final int MOST_DIGITS = 4;

    private final String text;
    private final int end;
    private int at;

    CronFieldReader(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** The whole field as Unix cron has it. */
    CronField unix(CronUnit unit) {
        int start = at;
        List<CronSpan> spans = new ArrayList<>();
        do {
            refuseQuartzSigns(unit);
            int place = at;
            CronSpan span = span(unit, false);
            if (span.star() && place > start && isOfDays(unit)) {
                throw fail(
                        place,
                        "found \"*\" later in a list of days, where programs disagree; expected it first or alone");
            }
            spans.add(span);
        } while (take(','));
        requireEnd(unit);
        return new CronField(unit, spans);
    }

    /** The whole field as Quartz has it. */
    CronField quartz(CronUnit unit) {
        List<CronSpan> spans = new ArrayList<>();
        do {
            spans.add(span(unit, true));
        } while (take(','));
        requireEnd(unit);
        return new CronField(unit, spans);
    }

    private static boolean isOfDays(CronUnit unit) {
        return unit == CronUnit.DAY_OF_MONTH || unit == CronUnit.DAY_OF_WEEK;
    }

    private void refuseQuartzSigns(CronUnit unit) {
        if (at < end && "?LW#".indexOf(Character.toUpperCase(text.charAt(at))) >= 0 && !startsName(unit)) {
            throw fail(
                    at,
                    "found \"" + text.charAt(at) + "\", which only Quartz knows; expected a " + unit.words()
                            + ", or six fields after quartz:");
        }
    }

    private boolean startsName(CronUnit unit) {
        return end - at >= 3 && unit.names().contains(text.substring(at, at + 3).toUpperCase(Locale.ROOT));
    }

    /** {@code *}, a number or a range, each perhaps with a step. */
    CronSpan span(CronUnit unit, boolean quartz) {
        if (take('*')) {
            return CronSpan.everyOf(unit, at('/') ? step(unit) : 1);
        }
        int place = at;
        int first = number(unit);
        if (take('-')) {
            int last = lastOf(unit, first);
            if (first > last && !(quartz && unit != CronUnit.YEAR)) {
                throw fail(
                        place,
                        "found the range " + text.substring(place, at) + ", expected its end not before its start");
            }
            return new CronSpan(first, last, at('/') ? step(unit) : 1, false);
        }
        if (!at('/')) {
            return CronSpan.single(first);
        }
        if (!quartz) {
            throw fail(
                    at,
                    "found a step after a single number, expected * or a range before it: " + first + "-"
                            + unit.starLast() + "/…");
        }
        return new CronSpan(first, unit.most(), step(unit), false);
    }

    /** A range may end on Sunday: 7 in Unix cron, whatever it is written as. */
    private int lastOf(CronUnit unit, int first) {
        int last = number(unit);
        return unit == CronUnit.DAY_OF_WEEK && last == 0 && first > 0 ? 7 : last;
    }

    private int step(CronUnit unit) {
        at++;
        int place = at;
        int step = digits("a step");
        if (step < 1 || step > unit.size()) {
            throw fail(
                    place,
                    "found step " + step + ", expected 1 to " + unit.size()
                            + "; a step counts within the field and starts anew with each turn of it");
        }
        return step;
    }

    /** A number of the unit, or its name. */
    int number(CronUnit unit) {
        int place = at;
        if (startsName(unit)) {
            at += 3;
            return unit.least() + unit.names().indexOf(text.substring(place, at).toUpperCase(Locale.ROOT));
        }
        String expected = unit.words() + " " + unit.least() + " to " + unit.most()
                + (unit.names().isEmpty()
                        ? ""
                        : " or " + unit.names().get(0) + " to "
                                + unit.names().get(unit.names().size() - 1));
        int number = digits(expected);
        if (number < unit.least() || number > unit.most()) {
            throw fail(place, "found " + number + ", expected " + expected);
        }
        return number;
    }

    int digits(String expected) {
        int place = at;
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
        if (at == place || at - place > MOST_DIGITS) {
            throw fail(place, "found " + found(place) + ", expected " + expected);
        }
        return Integer.parseInt(text, place, at, 10);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether the next character is this one, in either case. */
    boolean at(char c) {
        return at < end && Character.toUpperCase(text.charAt(at)) == c;
    }

    /** Steps over the next character if it is this one, in either case. */
    boolean take(char c) {
        boolean there = at(c);
        at += there ? 1 : 0;
        return there;
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    boolean isAtEnd() {
        return at == end;
    }

    void requireEnd(CronUnit unit) {
        if (at < end) {
            throw fail(at, "found " + found(at) + ", expected the end of the field " + unit.words() + ", or a comma");
        }
    }

    RuleSyntaxException fail(int position, String reason) {
        return new RuleSyntaxException(text, position, reason);
    }

    private String found(int place) {
        if (place >= end) {
            return place >= text.length() ? "the end" : "the end of the field";
        }
        return "\"" + text.substring(place, Math.min(end, place + 20)) + "\"";
    }
}
