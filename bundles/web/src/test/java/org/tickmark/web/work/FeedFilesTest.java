package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.FeedText;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.testkit.host.Partly;
import org.tickmark.web.http.Answer;

/** Calendars that other programs read along. */
class FeedFilesTest {
    private static final String KNOWN = "tmf_known";
    private static final String ICS = "/feed.ics?key=" + KNOWN;

    @TempDir
    Path folder;

    private Bench bench;
    private String tag = "a1";

    @BeforeEach
    void open() {
        bench = new Bench(folder).user(Role.ADMIN);
        bench.feeds.set(Partly.implemented(Feeds.class, this));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** The one method of {@link Feeds} that is called. */
    Optional<FeedText> read(String secret, CalendarFormat format) {
        return Optional.of(new FeedText(format, format + " of Kåre", tag, Instant.parse("2026-03-02T07:00:00Z")))
                .filter(text -> secret.equals(KNOWN));
    }

    @Test
    void whoHasTheSecretReadsItInBothFormats() {
        Answer ics = bench.browser().get(ICS);
        assertThat(ics.status()).isEqualTo(200);
        assertThat(Browser.body(ics)).isEqualTo("ICALENDAR of Kåre");
        assertThat(Browser.header(ics, "Content-Type")).contains("text/calendar; charset=utf-8");
        assertThat(Browser.header(ics, "ETag")).contains("\"a1\"");
        assertThat(Browser.header(ics, "Last-Modified")).contains("Mon, 02 Mar 2026 07:00:00 GMT");
        assertThat(Browser.header(ics, "Cache-Control")).contains("private, no-cache");

        Answer jcal = bench.browser().get("/feed.json?key=" + KNOWN);
        assertThat(Browser.body(jcal)).isEqualTo("JCAL of Kåre");
        assertThat(Browser.header(jcal, "Content-Type")).contains("application/calendar+json; charset=utf-8");
    }

    @Test
    void anyOtherSecretOpensNothingWhoeverShowsIt() {
        assertThat(bench.browser().get("/feed.ics").status()).isEqualTo(404);
        assertThat(bench.browser().get("/feed.ics?key=tmf_other").status()).isEqualTo(404);
        assertThat(bench.signedIn("admin").get("/feed.ics?key=").status()).isEqualTo(404);
    }

    @Test
    void aProgramThatHasTheTextIsToldSoUntilItChanges() {
        Browser known = bench.browser().header("if-none-match", "\"other\", W/\"a1\"");
        Answer same = known.get(ICS);
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(Browser.header(same, "ETag")).contains("\"a1\"");

        tag = "a2";
        assertThat(known.get(ICS).status()).isEqualTo(200);
        assertThat(known.header("if-modified-since", "Mon, 02 Mar 2026 07:00:00 GMT")
                        .get(ICS)
                        .status())
                .as("a tag counts before a time")
                .isEqualTo(200);
    }

    @Test
    void aProgramThatKnowsNoTagsAsksByTime() {
        assertThat(since("Mon, 02 Mar 2026 07:00:00 GMT")).isEqualTo(304);
        assertThat(since("Mon, 02 Mar 2026 06:59:59 GMT")).isEqualTo(200);
        assertThat(since("yesterday")).isEqualTo(200);
    }

    private int since(String date) {
        return bench.browser().header("if-modified-since", date).get(ICS).status();
    }

    @Test
    void itIsAwayWhileTheCalendarIs() {
        bench.feeds.set(null);

        assertThat(bench.browser().get(ICS).status()).isEqualTo(503);
    }
}
