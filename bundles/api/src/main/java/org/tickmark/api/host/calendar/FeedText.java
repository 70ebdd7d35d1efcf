package org.tickmark.api.host.calendar;

import java.time.Instant;
import java.util.Objects;

/**
 * What a feed says at a moment.
 *
 * @param format how it is written
 * @param text the text; the same for the same content
 * @param tag what this very text is known by, for {@code ETag} and {@code If-None-Match} (RFC 9110 section 8.8.3), without quotation marks
 * @param lastModified when what it tells last changed, to the second, for {@code Last-Modified}; what the days that go by bring into it or take out of
 *     it counts as a change at the beginning of the day
 */
public record FeedText(CalendarFormat format, String text, String tag, Instant lastModified) {
    public FeedText {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(lastModified, "lastModified");
    }
}
