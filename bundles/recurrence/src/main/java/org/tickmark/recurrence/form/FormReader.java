package org.tickmark.recurrence.form;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.tickmark.recurrence.RuleSyntaxException;

/** Reads the words of a canonical text, which single blanks separate; every position in an error is one in the whole text. */
final class FormReader {
    private static final int SHOWN = 20;

    private final String text;
    private int at;

    /** @param from where in the text the first word begins */
    FormReader(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** Steps over the next word if it is this one. */
    boolean take(String word) {
        boolean there = peek().equals(word);
        at = there ? after(at) : at;
        return there;
    }

    void require(String word) {
        if (!take(word)) {
            throw fail("\"" + word + "\"");
        }
    }

    void requireEnd(String otherwise) {
        if (at < text.length()) {
            throw fail(otherwise);
        }
    }

    boolean isAtDigit() {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    /** The next word as a value; what the reader throws becomes an error at the word. */
    <T> T value(String expected, Function<String, T> reader) {
        String word = peek();
        if (word.isEmpty()) {
            throw fail(expected);
        }
        try {
            T value = reader.apply(word);
            at = after(at);
            return value;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new RuleSyntaxException(text, at, found() + ", expected " + expected);
        }
    }

    int number(String expected, int most) {
        return value(expected + ", 1 to " + most, word -> {
            int number = Integer.parseInt(word);
            if (number < 1 || number > most || !word.equals(Integer.toString(number))) {
                throw new IllegalArgumentException(word);
            }
            return number;
        });
    }

    Set<DayOfWeek> weekdays() {
        return value("weekdays such as MO,TH", word -> {
            EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (String name : word.split(",", -1)) {
                days.add(weekday(name));
            }
            return days;
        });
    }

    Set<Month> months() {
        return value("months such as 1,4,7,10", word -> {
            EnumSet<Month> months = EnumSet.noneOf(Month.class);
            for (String number : word.split(",", -1)) {
                months.add(Month.of(Integer.parseInt(number)));
            }
            return months;
        });
    }

    /** What a short month does, where the day needs it said; else nothing is read. */
    ShortMonth shortMonth(boolean needed) {
        if (!needed) {
            return ShortMonth.OMIT;
        }
        return value("clamp or omit, for months without that day", word -> {
            if (!word.equals(word.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(word);
            }
            return ShortMonth.valueOf(word.toUpperCase(Locale.ROOT));
        });
    }

    static DayOfWeek weekday(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> FormWriter.name(day).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    RuleSyntaxException fail(String expected) {
        return new RuleSyntaxException(text, Math.min(at, text.length()), found() + ", expected " + expected);
    }

    /** An error of a value that was read but cannot stand here. */
    RuleSyntaxException refuse(String reason) {
        return new RuleSyntaxException(text, Math.min(at, text.length()), reason);
    }

    private String found() {
        String word = peek();
        if (word.isEmpty()) {
            return at >= text.length() ? "found the end" : "found a blank";
        }
        return "found \"" + (word.length() <= SHOWN ? word : word.substring(0, SHOWN) + "…") + "\"";
    }

    private String peek() {
        return at >= text.length() ? "" : text.substring(at, endOf(at));
    }

    private int endOf(int start) {
        int blank = text.indexOf(' ', start);
        return blank < 0 ? text.length() : blank;
    }

    private int after(int start) {
        return endOf(start) + 1;
    }
}
