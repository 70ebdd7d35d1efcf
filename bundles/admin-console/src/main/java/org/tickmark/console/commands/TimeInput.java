package org.tickmark.console.commands;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.tickmark.console.engine.Values;

/** Reads moments as people write them: a date, a date with a time, an instant, a span of time from now, or {@code now}. */
final class TimeInput {
    /** Where a span of time leads. */
    enum Direction {
        /** Into the past: {@code 7d} is a week ago. */
        BACK,
        /** Into the future: {@code 2h} is in two hours. */
        ON
    }

    private static final String NOW = "now";
    private static final String FORMS = "2026-11-26, 2026-11-26T06:00, 2026-11-26T05:00Z, 2h, 7d, now";

    private final Clock clock;
    private final ZoneId zone;

    /** Reads times by the clocks of a zone. */
    TimeInput(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** The moment meant. */
    Instant moment(String where, String given, Direction direction) {
        if (given.equals(NOW)) {
            return clock.instant();
        }
        Optional<Instant> moment = read(
                        given, text -> OffsetDateTime.parse(text).toInstant())
                .or(() -> local(given).map(time -> time.atZone(zone).toInstant()))
                .or(() -> span(given)
                        .map(span -> direction == Direction.ON
                                ? clock.instant().plus(span)
                                : clock.instant().minus(span)));
        return moment.orElseThrow(() -> Texts.problem("usage.moment", where)
                .found(given)
                .expected(FORMS)
                .exception());
    }

    /** The time of the clocks meant, without a zone. */
    static LocalDateTime local(String where, String given) {
        return local(given).orElseThrow(() -> Texts.problem("usage.moment", where)
                .found(given)
                .expected("2026-11-26, 2026-11-26T06:00")
                .exception());
    }

    private static Optional<LocalDateTime> local(String given) {
        return read(given, LocalDateTime::parse)
                .or(() -> read(given, text -> LocalDate.parse(text).atStartOfDay()));
    }

    private static Optional<Duration> span(String given) {
        return Values.duration(given).map(Duration::parse);
    }

    private static <T> Optional<T> read(String given, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(given));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
