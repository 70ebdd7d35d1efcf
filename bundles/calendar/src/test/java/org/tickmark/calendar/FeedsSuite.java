package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OSLO;
import static org.tickmark.calendar.CalendarFixture.OWNER;
import static org.tickmark.calendar.CalendarFixture.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Feed;
import org.tickmark.api.host.calendar.FeedText;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.api.host.calendar.Feeds.Issued;
import org.tickmark.kit.hash.Sha256;

/** What feeds promise, on either database. */
abstract class FeedsSuite {
    private static final Caller OLA =
            new Caller("user:ola", Set.of(Permission.CALENDAR_READ), Set.of(), Locale.ENGLISH, Origin.SHELL);

    private CalendarFixture calendar;
    private Feeds feeds;

    /** The database of the subclass, with the tables of the calendar. */
    abstract Transactions transactions();

    @BeforeEach
    void setUp() {
        calendar = new CalendarFixture(transactions());
        feeds = new StoredFeeds(transactions(), calendar.audit, calendar.clock.withZone(ZoneId.of(OSLO)));
    }

    private Issued feed() {
        return feeds.add(KARI, "Kari", Optional.of(OWNER), 31, 90, Duration.ofDays(30));
    }

    private FeedText read(Issued issued) {
        return feeds.read(issued.secret(), CalendarFormat.ICALENDAR).orElseThrow();
    }

    private void single(String start, String title) {
        calendar.appointments.add(
                KARI, Draft.at(LocalDateTime.parse(start), OSLO, "PT1H").with("title", title));
    }

    private static List<String> summaries(String text) {
        return text.lines().filter(line -> line.startsWith("SUMMARY")).toList();
    }

    @Test
    void tellsTheSeriesAndAppointmentsOfItsDaysAndOwner() {
        long series = calendar.series("2026-11-03T09:00", "pattern:weekly on TU");
        calendar.apply(at(series, "2026-12-01T09:00"), Edit.Change.field("title", "Quarterly", Reach.THIS));
        calendar.series("2025-01-07T09:00", "pattern:weekly on TU times 3");
        calendar.series("2027-06-01T09:00", "pattern:weekly on TU times 3");
        single("2026-12-24T09:00", "Soon");
        single("2026-10-26T09:00", "Too long ago");
        single("2027-03-01T09:00", "Too far ahead");
        calendar.appointments.add(
                KARI,
                Draft.at(LocalDateTime.parse("2026-12-02T09:00"), OSLO, "PT1H").of("os:ola"));

        String text = read(feed()).text();

        assertThat(summaries(text)).containsExactly("SUMMARY:Standing meeting", "SUMMARY:Quarterly", "SUMMARY:Soon");
        assertThat(text).contains("NAME:Kari\r\n", "X-WR-CALNAME:Kari\r\n", "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
        assertThat(text).contains("RRULE:FREQ=WEEKLY;BYDAY=TU\r\n", "RECURRENCE-ID;TZID=Europe/Oslo:20261201T090000");
    }

    @Test
    void tellsASeriesWithoutEndBeyondItsRowsAndALongAppointmentThatBeganLongAgo() {
        long endless = calendar.series("2026-11-03T09:00", "pattern:yearly on 11-03");
        calendar.appointments.add(
                KARI,
                Draft.at(LocalDateTime.parse("2026-01-01T09:00"), OSLO, "P400D").with("title", "Long"));
        calendar.clock.set(Instant.parse("2031-11-01T08:00:00Z"));
        Issued far = feeds.add(KARI, "Far", Optional.empty(), 0, 30, Duration.ofDays(1));
        calendar.clock.set(Instant.parse("2026-12-01T08:00:00Z"));
        Issued near = feeds.add(KARI, "Near", Optional.empty(), 0, 30, Duration.ofDays(1));

        assertThat(summaries(read(near).text())).containsExactly("SUMMARY:Long");
        calendar.clock.set(Instant.parse("2031-11-01T08:00:00Z"));
        assertThat(read(far).text()).contains("UID:series-" + endless + "@tickmark");
    }

    @Test
    void saysTheSameAsJson() {
        calendar.series("2026-11-03T09:00", "pattern:weekly on TU");
        Issued issued = feed();
        FeedText json = feeds.read(issued.secret(), CalendarFormat.JCAL).orElseThrow();

        assertThat(json.text()).startsWith("[\"vcalendar\",");
        assertThat(calendar.appointments.importText(KARI, json.text(), "f.json", "os:ola", true))
                .isEqualTo(calendar.appointments.importText(KARI, read(issued).text(), "f.ics", "os:ola", true));
        assertThat(json.tag()).isNotEqualTo(read(issued).tag());
    }

    @Test
    void theTagChangesWithWhatIsToldAndWithNothingElse() {
        long series = calendar.series("2026-11-03T09:00", "pattern:weekly on TU");
        single("2027-03-01T09:00", "Outside");
        Issued issued = feed();
        FeedText first = read(issued);

        calendar.clock.advance(Duration.ofMinutes(5));
        assertThat(read(issued)).isEqualTo(first);
        single("2028-03-01T09:00", "Far outside");
        assertThat(read(issued).tag()).isEqualTo(first.tag());
        calendar.apply(at(series, "2026-12-01T09:00"), new Edit.Delete(Reach.THIS));
        FeedText changed = read(issued);
        assertThat(changed.tag()).isNotEqualTo(first.tag());
        assertThat(changed.lastModified()).isEqualTo("2026-11-27T08:05:00Z");
        assertThat(changed.text()).contains("DTSTAMP:20261127T080500Z");

        calendar.clock.advance(Duration.ofDays(5));
        FeedText later = read(issued);
        assertThat(later.tag()).isNotEqualTo(changed.tag());
        assertThat(later.lastModified()).isEqualTo("2026-12-01T23:00:00Z");
        assertThat(summaries(later.text())).contains("SUMMARY:Outside");
    }

    @Test
    void onlyTheHashOfTheSecretIsKept() {
        Issued issued = feed();

        assertThat(issued.secret()).matches(Pattern.compile("tmf_[A-Za-z0-9_-]{43}"));
        assertThat(issued.toString()).doesNotContain(issued.secret());
        assertThat(calendar.query("SELECT hash AS x FROM calendar_feed")).containsExactly(Sha256.hex(issued.secret()));
        assertThat(calendar.audit.acts().toString()).contains("feed.add").doesNotContain(issued.secret());
    }

    @Test
    void noteWhenItWasLastReadToTheMinute() {
        Issued issued = feed();
        read(issued);
        Instant first = calendar.clock.instant();
        calendar.clock.advance(Duration.ofSeconds(50));
        read(issued);
        assertThat(feeds.feeds(KARI)).extracting(Feed::lastUsed).containsExactly(Optional.of(first));
        feeds.show(KARI, issued.feed().id(), CalendarFormat.ICALENDAR);
        calendar.clock.advance(Duration.ofSeconds(50));
        read(issued);
        assertThat(feeds.feeds(KARI)).extracting(Feed::lastUsed).containsExactly(Optional.of(first.plusSeconds(100)));
    }

    @Test
    void aFeedThatHasEndedOrWasRevokedOpensNothing() {
        Issued issued = feed();
        Issued other = feed();

        assertThat(feeds.read(issued.secret() + "x", CalendarFormat.ICALENDAR)).isEmpty();
        assertThat(feeds.read("x".repeat(100_000), CalendarFormat.ICALENDAR)).isEmpty();
        assertThat(feeds.revoke(KARI, issued.feed().id())).isTrue();
        assertThat(feeds.revoke(KARI, issued.feed().id())).isFalse();
        assertThat(feeds.read(issued.secret(), CalendarFormat.ICALENDAR)).isEmpty();
        assertThat(feeds.read(other.secret(), CalendarFormat.ICALENDAR)).isPresent();
        calendar.clock.advance(Duration.ofDays(30));
        assertThat(feeds.read(other.secret(), CalendarFormat.ICALENDAR)).isEmpty();
        assertThat(feeds.feeds(KARI)).isEmpty();
    }

    @Test
    void othersSeeAndEndNoFeedsButTheirOwn() {
        Issued karis = feed();
        Issued olas = feeds.add(OLA, "Ola", Optional.empty(), 0, 1, Duration.ofDays(1));

        assertThat(feeds.feeds(OLA)).containsExactly(olas.feed());
        assertThat(feeds.feeds(KARI)).containsExactly(olas.feed(), karis.feed());
        assertThat(feeds.revoke(OLA, karis.feed().id())).isFalse();
        assertThat(feeds.show(OLA, karis.feed().id(), CalendarFormat.ICALENDAR)).isEmpty();
        assertThat(feeds.show(OLA, olas.feed().id(), CalendarFormat.ICALENDAR)).isPresent();
        Caller nobody = new Caller("user:per", Set.of(), Set.of(), Locale.ENGLISH, Origin.SHELL);
        assertThatThrownBy(() -> feeds.add(nobody, "Per", Optional.empty(), 0, 1, Duration.ofDays(1)))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        Duration day = Duration.ofDays(1);
        assertInvalid("label", () -> feeds.add(KARI, "a\nb", Optional.empty(), 0, 1, day));
        assertInvalid("days-back", () -> feeds.add(KARI, "a", Optional.empty(), -1, 1, day));
        assertInvalid("days-ahead", () -> feeds.add(KARI, "a", Optional.empty(), 0, Feeds.MOST_DAYS + 1, day));
        assertInvalid("lasts", () -> feeds.add(KARI, "a", Optional.empty(), 0, 1, Feeds.LONGEST.plusDays(1)));
    }

    private static void assertInvalid(String where, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(TickmarkException.class, thrown -> {
            assertThat(thrown.problem().code()).isEqualTo("calendar.invalid");
            assertThat(thrown.problem().where()).contains(where);
        });
    }

    @Test
    void saysThatItWouldTellTooMuchInsteadOfTellingAPart() {
        String note = "x".repeat(199_000);
        for (int i = 0; i < 51; i++) {
            calendar.appointments.add(
                    KARI,
                    Draft.at(LocalDateTime.parse("2026-12-02T09:00").plusDays(i), OSLO, "PT1H")
                            .with("note", note));
        }

        assertThatThrownBy(() -> read(feed())).isInstanceOfSatisfying(TickmarkException.class, thrown -> assertThat(
                        thrown.problem().code())
                .isEqualTo("calendar.feed-large"));
    }
}
