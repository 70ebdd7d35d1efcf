package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.Feed;
import org.tickmark.api.host.calendar.FeedText;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;

class CalFeedCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    private final FakeTerminal terminal = new FakeTerminal();
    private final Kept feeds = new Kept();

    /** Feeds in memory. */
    private static final class Kept implements Feeds {
        private final List<Feed> feeds = new ArrayList<>();

        @Override
        public Issued add(
                Caller caller, String label, Optional<String> owner, int daysBack, int daysAhead, Duration lasts) {
            Feed feed = new Feed(
                    feeds.size() + 1L,
                    label,
                    owner,
                    daysBack,
                    daysAhead,
                    caller.identity(),
                    NOW,
                    NOW.plus(lasts),
                    Optional.empty());
            feeds.add(feed);
            return new Issued(feed, "tmf_secret");
        }

        @Override
        public List<Feed> feeds(Caller caller) {
            return List.copyOf(feeds);
        }

        @Override
        public boolean revoke(Caller caller, long id) {
            return feeds.removeIf(feed -> feed.id() == id);
        }

        @Override
        public Optional<FeedText> show(Caller caller, long id, CalendarFormat format) {
            return feeds.stream()
                    .filter(feed -> feed.id() == id)
                    .map(feed -> new FeedText(format, format + " of " + feed.label(), "tag", NOW))
                    .findFirst();
        }

        @Override
        public Optional<FeedText> read(String secret, CalendarFormat format) {
            return Optional.empty();
        }
    }

    private ExitCode run(String... words) {
        List<String> all = new ArrayList<>(List.of("cal", "feed"));
        all.addAll(Arrays.asList(words));
        return new Workbench()
                .with(CalFeedCommand.of(feeds, ZoneId.of("Europe/Oslo")))
                .run(terminal, all.toArray(String[]::new));
    }

    @Test
    void addsAFeedAndShowsItsSecretOnce() {
        assertThat(run("add", "Kari", "--owner", "os:kari", "--back", "7", "--ahead", "90", "--lasts", "P30D"))
                .isEqualTo(ExitCode.OK);

        assertThat(terminal.out()).contains("tmf_secret", "2026-12-27 09:00:00 Europe/Oslo");
        assertThat(terminal.err()).contains("not shown again", "/feed.ics?key=");
        Feed feed = feeds.feeds.get(0);
        assertThat(feed.owner()).contains("os:kari");
        assertThat(feed.daysBack()).isEqualTo(7);
        assertThat(feed.daysAhead()).isEqualTo(90);
    }

    @Test
    void listsShowsAndEndsFeeds() {
        run("add", "All of us");
        assertThat(run("list", "-o", "csv", "--no-headers")).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("1,All of us,,31,366,").doesNotContainPattern("tmf_secret.*tmf_secret");
        run("show", "1", "--format", "jcal");
        assertThat(terminal.out()).contains("JCAL of All of us");
        assertThat(run("revoke", "1")).isEqualTo(ExitCode.OK);
        assertThat(feeds.feeds).isEmpty();
        assertThat(terminal.err()).contains("Feed 1 has ended");
    }

    @Test
    void aFeedIsMadeAnewUnderAnotherSecret() {
        run("add", "Kari", "--owner", "os:kari", "--ahead", "90");

        assertThat(run("renew", "1")).isEqualTo(ExitCode.OK);

        assertThat(feeds.feeds).hasSize(1);
        Feed renewed = feeds.feeds.get(0);
        assertThat(renewed.id()).isNotEqualTo(1);
        assertThat(renewed.owner()).contains("os:kari");
        assertThat(renewed.daysAhead()).isEqualTo(90);
        assertThat(terminal.out()).contains("/feed.ics?key=tmf_secret");
    }

    @Test
    void refusesWhatNamesNoFeed() {
        for (String[] words : List.of(
                new String[] {"show", "1"},
                new String[] {"revoke", "one"},
                new String[] {"renew", "1"},
                new String[] {"show"},
                new String[] {"add"})) {
            assertThat(run(words)).as(String.join(" ", words)).isEqualTo(ExitCode.USAGE);
        }
    }
}
