package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.at;
import static org.tickmark.calendar.CalendarFixture.draft;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.api.host.calendar.Edit.Restart;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.ReadReply;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.message.Message;
import org.tickmark.platform.DatabaseFixture;

/** Invitations by mail and the answers that come back (RFC 5546). */
class InvitationsTest {
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.calendar", CalendarComponent.class);

    private static final String FIRST = "2026-12-01T09:00";
    private static final String SECOND = "2026-12-08T09:00";
    private static final String THIRD = "2026-12-15T09:00";
    private static final String ANNA = "user:anna";
    private static final String BO = "bo@example.org";

    private CalendarFixture calendar;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void setUp() {
        calendar = new CalendarFixture(TRANSACTIONS);
    }

    private static Draft meeting(String rule) {
        return draft(FIRST, rule)
                .with(Fields.SEND_MAIL, "yes")
                .with(Fields.ORGANIZER, "kari@example.org")
                .with("location", "Attic")
                .with("alarm", "15")
                .with("x-own", "secret of ours")
                .with(Fields.participant(ANNA), "chair Anna Berg")
                .with(Fields.participant(BO), "optional")
                .with(Fields.participant("resource:Fjord room"), "required");
    }

    private long series() {
        long series = calendar.appointments
                .add(KARI, meeting("pattern:weekly on TU times 4"))
                .series()
                .get(0);
        calendar.outbox.taken();
        return series;
    }

    private List<String> messages() {
        return calendar.outbox.taken().stream().map(FakeOutbox::message).toList();
    }

    private static String line(String message, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + "[;:].*$").matcher(message);
        return line.find() ? line.group() : "";
    }

    private void apply(AppointmentKey key, Edit.Action action) {
        calendar.clock.advance(Duration.ofMinutes(1));
        calendar.apply(key, action);
    }

    // Out

    @Test
    void anInvitationTellsTheRuleThePeopleAndNothingOfOurOwn() {
        calendar.appointments.add(KARI, meeting("pattern:weekly on TU times 4"));

        Letter letter = calendar.outbox.taken().get(0);
        String message = FakeOutbox.message(letter);
        assertThat(letter.recipients()).containsExactlyInAnyOrder("anna@example.org", BO);
        assertThat(letter.about()).startsWith("series/");
        assertThat(letter.content().subject().text(Locale.ENGLISH)).isEqualTo("Invitation: Standing meeting");
        assertThat(letter.content().subject().text(Locale.forLanguageTag("nb"))).startsWith("Innkalling");
        assertThat(letter.content().subject().text(Locale.forLanguageTag("sv"))).startsWith("Kallelse");
        assertThat(message)
                .startsWith("text/calendar; method=REQUEST\nBEGIN:VCALENDAR")
                .contains(
                        "METHOD:REQUEST",
                        "SEQUENCE:0",
                        "ORGANIZER:mailto:kari@example.org",
                        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Anna Berg\":mailto:anna@example.org",
                        "ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:bo@example.org",
                        "RESOURCES:Fjord room",
                        "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TU",
                        "DTSTART;TZID=Europe/Oslo:20261201T090000",
                        "BEGIN:VTIMEZONE",
                        "LOCATION:Attic",
                        "SUMMARY:Standing meeting")
                .doesNotContain("VALARM", "secret", "X-TICKMARK");
        assertThat(line(message, "UID")).matches("UID:[0-9a-f-]{36}@tickmark");
    }

    @Test
    void nobodyIsWrittenToUnlessAskedFor() {
        calendar.appointments.add(KARI, draft(FIRST, "").with(Fields.participant(BO), "required"));
        assertThat(messages()).isEmpty();
    }

    @Test
    void aBlockedEditWritesToNobody() {
        calendar = new CalendarFixture(TRANSACTIONS, new EventHandler() {
            @Override
            public Verdict before(Proposal proposal) {
                return Verdict.block(Message.verbatim("not today"));
            }
        });
        assertThatThrownBy(() -> calendar.appointments.add(KARI, meeting(""))).isInstanceOf(TickmarkException.class);
        assertThat(messages()).isEmpty();
    }

    @Test
    void anInvitationNeedsAnAddressThatItComesFrom() {
        assertProblem(
                "calendar.invalid",
                "no mail address",
                () -> calendar.appointments.add(KARI, meeting("").with(Fields.ORGANIZER, "")));
        assertProblem(
                "calendar.invalid",
                "cannot hold this",
                () -> calendar.appointments.add(KARI, meeting("").with(Fields.ORGANIZER, "k@example.org\r\nBcc: x@y")));

        calendar.appointments.add(KARI, meeting("").with(Fields.ORGANIZER, "").of(ANNA));
        assertThat(messages().get(0)).contains("ORGANIZER:mailto:anna@example.org");
    }

    @Test
    void aTitleAddsNoLineToAMessage() {
        calendar.appointments.add(
                KARI, meeting("").with("location", "Attic\rATTENDEE:mailto:eve@example.org\r\nX-EVIL:1"));
        assertThat(messages().get(0)).doesNotContain("\nATTENDEE:mailto:eve", "\rATTENDEE", "\nX-EVIL");
    }

    @Test
    void oneDateThatIsMovedIsToldAloneAndRaisesTheSequence() {
        long series = series();
        apply(at(series, SECOND), Edit.Change.start(LocalDateTime.parse("2026-12-09T13:00"), Reach.THIS));

        assertThat(messages()).singleElement().satisfies(message -> assertThat(message)
                .contains(
                        "METHOD:REQUEST",
                        "RECURRENCE-ID;TZID=Europe/Oslo:20261208T090000",
                        "DTSTART;TZID=Europe/Oslo:20261209T130000",
                        "SEQUENCE:2")
                .doesNotContain("RRULE:FREQ=WEEKLY"));
    }

    @Test
    void oneDateThatIsDeletedIsCalledOffAlone() {
        long series = series();
        apply(at(series, SECOND), new Edit.Delete(Reach.THIS));

        assertThat(messages()).singleElement().satisfies(message -> assertThat(message)
                .contains(
                        "METHOD:CANCEL",
                        "STATUS:CANCELLED",
                        "RECURRENCE-ID;TZID=Europe/Oslo:20261208T090000",
                        "SEQUENCE:2"));
    }

    @Test
    void aSeriesThatIsDeletedIsCalledOffAndAskedForAgainWhenThatIsUndone() {
        long series = series();
        long change =
                calendar.apply(at(series, FIRST), new Edit.Delete(Reach.ALL)).change();
        List<String> off = messages();
        calendar.appointments.undo(KARI, change);
        List<String> again = messages();

        assertThat(off).singleElement().satisfies(message -> assertThat(message)
                .contains("METHOD:CANCEL", "SEQUENCE:2", "RRULE:FREQ=WEEKLY"));
        assertThat(again).singleElement().satisfies(message -> assertThat(message)
                .contains("METHOD:REQUEST", "SEQUENCE:2"));
        assertThat(line(again.get(0), "UID")).isEqualTo(line(off.get(0), "UID"));
    }

    @Test
    void whoIsAddedIsAskedAndWhoIsTakenAwayIsToldAndNobodyElse() {
        long series = series();
        apply(at(series, FIRST), Edit.Change.field(Fields.participant("eli@example.org"), "required", Reach.ALL));
        List<Letter> added = calendar.outbox.taken();
        apply(at(series, SECOND), Edit.Change.field(Fields.participant(BO), "", Reach.THIS));
        List<Letter> gone = calendar.outbox.taken();

        assertThat(added).singleElement().satisfies(letter -> {
            assertThat(letter.recipients()).containsExactly("eli@example.org");
            assertThat(FakeOutbox.message(letter)).contains("METHOD:REQUEST", "RRULE:FREQ=WEEKLY", "SEQUENCE:0");
        });
        assertThat(gone).singleElement().satisfies(letter -> {
            assertThat(letter.recipients()).containsExactly(BO);
            assertThat(FakeOutbox.message(letter)).contains("METHOD:CANCEL", "20261208T090000");
        });
    }

    @Test
    void whoComesToOneDateIsAskedToThatOne() {
        long series = series();
        apply(at(series, THIRD), Edit.Change.field(Fields.participant("eli@example.org"), "required", Reach.THIS));

        assertThat(calendar.outbox.taken()).singleElement().satisfies(letter -> {
            assertThat(letter.recipients()).containsExactly("eli@example.org");
            assertThat(FakeOutbox.message(letter))
                    .contains("METHOD:REQUEST", "RECURRENCE-ID;TZID=Europe/Oslo:20261215T090000")
                    .doesNotContain("RRULE:FREQ=WEEKLY");
        });
    }

    @Test
    void whatConcernsTheOwnerAloneIsNoNews() {
        long series = series();
        apply(at(series, FIRST), Edit.Change.field("alarm", "30", Reach.ALL));
        apply(at(series, FIRST), Edit.Change.field("x-own", "more", Reach.ALL));
        assertThat(messages()).isEmpty();
    }

    @Test
    void thisAndFollowingIsAnEndOfTheOldAndAnInvitationToTheNew() {
        long series = series();
        apply(at(series, THIRD), Edit.Change.start(LocalDateTime.parse("2026-12-15T14:00"), Reach.FOLLOWING));

        List<String> told = messages();
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).contains("METHOD:REQUEST", "RRULE:FREQ=WEEKLY;COUNT=2", "SEQUENCE:2");
        assertThat(told.get(1)).contains("METHOD:REQUEST", "20261215T140000", "SEQUENCE:0");
        assertThat(line(told.get(0), "UID")).isNotEqualTo(line(told.get(1), "UID"));
    }

    // In

    private String uid(long series) {
        return calendar.query("SELECT uid AS x FROM recurrence_rule WHERE recurrencerule_id = ?", series)
                .get(0);
    }

    private static String reply(String uid, String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Some//Program//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:"
                + uid + "\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private List<ReadReply> read(String text) {
        return calendar.meetings.reply(KARI, text, "answer.ics", false);
    }

    private List<String> people(AppointmentKey key) {
        return calendar.meetings.participants(KARI, key).stream()
                .filter(one -> !one.isResource())
                .map(one -> one.who() + " " + one.answer().word())
                .toList();
    }

    private static void assertProblem(String code, String text, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TickmarkException.class, thrown -> {
            assertThat(thrown.problem().code()).isEqualTo(code);
            assertThat(thrown.problem().text(Locale.ENGLISH)).contains(text);
        });
    }

    @Test
    void anAnswerToAllIsKept() {
        long series = series();
        List<ReadReply> read = read(reply(
                uid(series),
                "SEQUENCE:0",
                "DTSTAMP:20261127T080000Z",
                "ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Anna@Example.org",
                "COMMENT:Gladly\\, thanks"));

        assertThat(read).singleElement().satisfies(one -> {
            assertThat(one.who()).isEqualTo(ANNA);
            assertThat(one.result().text(Locale.ENGLISH)).isEqualTo("the answer is kept: accepted");
        });
        assertThat(people(at(series, SECOND))).containsExactly(BO + " needs-action", ANNA + " accepted");
        assertThat(messages()).isEmpty();
    }

    @Test
    void anAnswerToOneDateAndToTheRestIsKeptFromWhateverClock() {
        long series = series();
        read(reply(uid(series), "RECURRENCE-ID:20261208T080000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.org"));
        read(reply(
                uid(series),
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Oslo:20261215T090000",
                "ATTENDEE;PARTSTAT=TENTATIVE:mailto:bo@example.org"));

        assertThat(people(at(series, FIRST))).contains(BO + " needs-action");
        assertThat(people(at(series, SECOND))).contains(BO + " declined");
        assertThat(people(at(series, "2026-12-22T09:00"))).contains(BO + " tentative");
    }

    @Test
    void anAnswerToAnEarlierStateIsRefused() {
        long series = series();
        apply(at(series, FIRST), new Edit.Begin(LocalDateTime.parse("2026-12-01T10:00"), Restart.SHIFT));
        String accepted = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.org";

        assertProblem("calendar.reply", "earlier state", () -> read(reply(uid(series), "SEQUENCE:0", accepted)));
        assertProblem("calendar.reply", "never was", () -> read(reply(uid(series), "SEQUENCE:9", accepted)));
        assertThat(people(at(series, "2026-12-01T10:00"))).contains(BO + " needs-action");
        read(reply(uid(series), "SEQUENCE:2", accepted));
        assertThat(people(at(series, "2026-12-01T10:00"))).contains(BO + " accepted");
    }

    @Test
    void anAnswerThatWasWrittenBeforeOneThatWasTakenIsRefused() {
        long series = series();
        read(reply(uid(series), "DTSTAMP:20261127T090000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.org"));

        assertProblem(
                "calendar.reply",
                "later answer",
                () -> read(reply(
                        uid(series), "DTSTAMP:20261127T085959Z", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.org")));
        assertThat(people(at(series, FIRST))).contains(BO + " declined");
    }

    @Test
    void whatWasNotAskedAndWhoWasNotAreRefused() {
        long series = series();
        String accepted = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.org";

        assertProblem("calendar.reply", "not known", () -> read(reply("other@example.org", accepted)));
        assertProblem(
                "calendar.reply",
                "was not asked",
                () -> read(reply(uid(series), "ATTENDEE;PARTSTAT=ACCEPTED:mailto:eve@example.org")));
        assertProblem(
                "calendar.reply",
                "no appointment",
                () -> read(reply(uid(series), "RECURRENCE-ID:20261209T080000Z", accepted)));
        assertProblem(
                "calendar.reply",
                "no answer",
                () -> read(reply(uid(series), "ATTENDEE;PARTSTAT=DELEGATED:mailto:bo@example.org")));
        assertProblem("calendar.reply", "one person", () -> read(reply(uid(series), accepted, accepted)));
        assertProblem(
                "calendar.reply",
                "Only answers",
                () -> read(reply(uid(series), accepted).replace("METHOD:REPLY", "METHOD:REQUEST")));
        assertProblem("calendar.reply", "no answer to an invitation", () -> read("Dear Kari"));
    }

    @Test
    void aDryRunOnlyTells() {
        long series = series();
        String text = reply(uid(series), "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.org");

        assertThat(calendar.meetings.reply(KARI, text, "answer.ics", true)).hasSize(1);
        assertThat(people(at(series, FIRST))).contains(BO + " needs-action");
    }

    @Test
    void aProposalOfAnotherTimeIsDeclinedWithThanksAndTold() {
        long series = series();
        String counter = reply(
                        uid(series),
                        "RECURRENCE-ID:20261208T080000Z",
                        "DTSTART:20261208T120000Z",
                        "DTEND:20261208T123000Z",
                        "COMMENT:After lunch?",
                        "ATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.org")
                .replace("METHOD:REPLY", "METHOD:COUNTER");
        read(counter);

        assertThat(calendar.outbox.taken()).singleElement().satisfies(letter -> {
            assertThat(letter.recipients()).containsExactly(BO);
            assertThat(FakeOutbox.message(letter)).contains("METHOD:DECLINECOUNTER", "20261208T090000");
        });
        assertThat(calendar.events.recorded()).anySatisfy(event -> {
            assertThat(event.topic()).isEqualTo("calendar.countered");
            assertThat(event.fields()).containsEntry("who", BO).containsEntry("comment", "After lunch?");
        });
        assertThat(people(at(series, SECOND))).contains(BO + " needs-action");
    }
}
