package org.tickmark.recurrence.words;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The unit of a part of a duration. */
enum Span {
    HOUR(3600),
    MINUTE(60),
    SECOND(1);

    private final long seconds;

    Span(long seconds) {
        this.seconds = seconds;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Duration one() {
        return Duration.ofSeconds(seconds);
    }

    boolean isOne(Duration value) {
        return value.equals(one());
    }

    boolean isWhole(Duration value) {
        return value.toSeconds() % seconds == 0;
    }

    long count(Duration value) {
        return value.toSeconds() / seconds;
    }

    Duration of(long count) {
        if (count > Integer.MAX_VALUE) {
            throw new DateTimeException(count + " " + this);
        }
        return Duration.ofSeconds(count * seconds);
    }

    /** Hours, minutes and seconds, without those that are none. */
    static List<Duration> partsOf(Duration whole) {
        List<Duration> parts = new ArrayList<>();
        Duration rest = whole;
        for (Span span : values()) {
            Duration part = Duration.ofSeconds(span.count(rest) * span.seconds);
            if (!part.isZero()) {
                parts.add(part);
                rest = rest.minus(part);
            }
        }
        return parts;
    }
}
