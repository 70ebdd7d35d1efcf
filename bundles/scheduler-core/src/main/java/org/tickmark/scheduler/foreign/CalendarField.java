package org.tickmark.scheduler.foreign;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The numbers that one part of a calendar expression allows.
 *
 * @param numbers the numbers, in order; all of the part's where {@code isAny}
 * @param isAny whether it allows all
 */
record CalendarField(TreeSet<Integer> numbers, boolean isAny) {
    private static final Pattern SPAN = Pattern.compile("(\\w+)(?:\\.\\.(\\w+))?(?:/(\\d+))?");

    /** What a part may hold: its first and last number, and how a word of it is read. */
    record Bounds(int first, int last, UnaryOperator<String> reader) {
        static Bounds of(int first, int last) {
            return new Bounds(first, last, UnaryOperator.identity());
        }

        /** A part whose numbers may also be named. */
        static Bounds named(int first, int last, Map<String, Integer> names) {
            return new Bounds(first, last, word -> String.valueOf(names.getOrDefault(word, -1)));
        }
    }

    /** A part that allows one number. */
    static CalendarField only(int number) {
        return new CalendarField(new TreeSet<>(Set.of(number)), false);
    }

    /** A part that allows all. */
    static CalendarField any(Bounds bounds) {
        TreeSet<Integer> numbers = new TreeSet<>();
        add(numbers, bounds.first(), bounds.last(), 1);
        return new CalendarField(numbers, true);
    }

    /**
     * Reads a part: {@code *}, or a list of numbers, of spans {@code a..b}, and of either with a step {@code /n}; a number with a step goes on to
     * the part's last number.
     */
    static CalendarField parse(String text, Bounds bounds) throws CalendarSyntaxException {
        if (text.equals("*")) {
            return any(bounds);
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String span : text.split(",", -1)) {
            Matcher parts = SPAN.matcher(span);
            if (!parts.matches()) {
                throw new CalendarSyntaxException(span.contains(".") ? "systemd.fraction" : "systemd.part", text);
            }
            int first = number(parts.group(1), bounds, text);
            int last = parts.group(2) != null
                    ? number(parts.group(2), bounds, text)
                    : parts.group(3) != null ? bounds.last() : first;
            int step = parts.group(3) != null ? Integer.parseInt(parts.group(3)) : 1;
            if (first > last || step < 1) {
                throw new CalendarSyntaxException("systemd.part", text);
            }
            add(numbers, first, last, step);
        }
        return new CalendarField(numbers, false);
    }

    private static void add(TreeSet<Integer> numbers, int first, int last, int step) {
        for (int number = first; number <= last; number += step) {
            numbers.add(number);
        }
    }

    private static int number(String word, Bounds bounds, String text) throws CalendarSyntaxException {
        String read = bounds.reader().apply(word);
        if (!read.matches("\\d{1,4}")) {
            throw new CalendarSyntaxException("systemd.part", text);
        }
        int number = Integer.parseInt(read);
        if (number < bounds.first() || number > bounds.last()) {
            throw new CalendarSyntaxException("systemd.part", text);
        }
        return number;
    }

    /** Whether it allows exactly one number. */
    boolean isSingle() {
        return numbers.size() == 1;
    }

    /** Whether the numbers follow each other without a gap. */
    boolean isSpan() {
        return numbers.last() - numbers.first() + 1 == numbers.size();
    }

    /** The numbers joined by commas, or {@code *}. */
    String list() {
        return isAny ? "*" : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
