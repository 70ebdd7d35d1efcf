package org.tickmark.console.commands;

import java.time.Duration;

/** Spans of time for people: {@code 350 ms}, {@code 12 s}, {@code 3 min 12 s}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
final class Spans {
    private Spans() {}

    static String text(Duration span) {
        if (span.toDays() > 0) {
            return two(span.toDays(), "d", span.toHoursPart(), "h");
        }
        if (span.toHours() > 0) {
            return two(span.toHours(), "h", span.toMinutesPart(), "min");
        }
        if (span.toMinutes() > 0) {
            return two(span.toMinutes(), "min", span.toSecondsPart(), "s");
        }
        return span.toSeconds() > 0 || span.isZero() ? span.toSeconds() + " s" : span.toMillis() + " ms";
    }

    private static String two(long first, String unit, long second, String smaller) {
        return first + " " + unit + (second > 0 ? " " + second + " " + smaller : "");
    }
}
