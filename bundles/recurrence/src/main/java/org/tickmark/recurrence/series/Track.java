package org.tickmark.recurrence.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A series as the time that it takes. */
final class Track {
    /** What a zone may add to the length of days: Samoa once left out a whole one. */
    private static final long ZONE_SLACK = 2 * Cycles.DAY;

    private final Series series;
    private final long longest;

    Track(Series series) {
        this.series = series;
        long found = longest(series.length());
        for (Slot slot : series.index().placed()) {
            found = Math.max(found, longest(series.index().length(slot.original())));
        }
        this.longest = found;
    }

    private static long longest(Length length) {
        return Math.max(1, length.days() * Cycles.DAY + length.seconds() + (length.days() == 0 ? 0 : ZONE_SLACK));
    }

    Series series() {
        return series;
    }

    /** No occurrence takes more seconds. */
    long longest() {
        return longest;
    }

    /** The first span that begins at the second or later. */
    Optional<Span> from(long start) {
        return series.after(Slot.before(start)).map(this::span);
    }

    Optional<Span> after(Span span) {
        return series.after(span.slot()).map(this::span);
    }

    /** The spans that share a second with the range, in order. */
    List<Span> within(long start, long end) {
        List<Span> spans = new ArrayList<>();
        Optional<Span> span = from(start - longest + 1);
        while (span.isPresent() && span.get().start() < end) {
            if (span.get().end() > start) {
                spans.add(span.get());
            }
            span = after(span.get());
        }
        return spans;
    }

    /** The spans of what was changed or added by hand. */
    List<Span> placed() {
        return series.index().placed().stream().map(this::span).toList();
    }

    private Span span(Slot slot) {
        Length length = series.index().length(slot.original());
        long end = length.days() == 0
                ? slot.start() + length.seconds()
                : length.endSecond(series.definition().at(slot.start()));
        return new Span(slot.start(), Math.max(end, slot.start() + 1), slot);
    }
}
