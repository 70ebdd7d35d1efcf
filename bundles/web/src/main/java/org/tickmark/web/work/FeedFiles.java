package org.tickmark.web.work;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.FeedText;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Ask;
import org.tickmark.web.http.Refusal;

/**
 * Calendars that other programs read along. Their secret stands behind the question mark of the address, which the access log leaves out and all
 * programs can be given. A program that has the text of now is told only that (RFC 9110 section 13).
 */
final class FeedFiles {
    /** Leaves most threads of the server to pages. */
    private static final int AT_ONCE = 4;

    // As RFC 9110 section 5.6.7 wants it: two digits of the day, which RFC_1123_DATE_TIME does not write.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Supplier<Optional<Feeds>> feeds;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * The routes of feeds.
     *
     * @param feeds empty while their bundle is away
     */
    FeedFiles(Supplier<Optional<Feeds>> feeds) {
        this.feeds = feeds;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/feed.ics", Access.SECRET, visit -> answer(visit.ask(), CalendarFormat.ICALENDAR)),
                Route.get("/feed.json", Access.SECRET, visit -> answer(visit.ask(), CalendarFormat.JCAL)));
    }

    private Answer answer(Ask ask, CalendarFormat format) {
        if (!places.tryAcquire()) {
            return Answer.text("503\n").status(503).with("Retry-After", "5");
        }
        try {
            String secret = ask.query().first("key").orElse("");
            FeedText text = feeds.get()
                    .orElseThrow(() -> new Refusal(503))
                    .read(secret, format)
                    .orElseThrow(() -> new Refusal(404));
            return marked(isKnown(ask, text) ? Answer.empty(304) : whole(text), text);
        } finally {
            places.release();
        }
    }

    private static Answer whole(FeedText text) {
        String type = text.format() == CalendarFormat.JCAL ? "application/calendar+json" : "text/calendar";
        return Answer.of(200, type + "; charset=utf-8", text.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Kept by nobody on the way, and asked for anew each time. */
    private static Answer marked(Answer answer, FeedText text) {
        return answer.with("ETag", tag(text))
                .with("Last-Modified", DATE.format(text.lastModified()))
                .with("Cache-Control", "private, no-cache");
    }

    private static String tag(FeedText text) {
        return "\"" + text.tag() + "\"";
    }

    /** By the tag, if it tells one that it has; else by the time. */
    private static boolean isKnown(Ask ask, FeedText text) {
        Optional<String> tags = ask.header("if-none-match");
        return tags.isPresent()
                ? Arrays.stream(tags.get().split(",", -1))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals(tag(text)))
                : ask.header("if-modified-since")
                        .flatMap(FeedFiles::instant)
                        .map(since -> !text.lastModified().isAfter(since))
                        .orElse(false);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
