package org.tickmark.calendar.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.calendar.ics.IcsReader.ReadCalendar;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Editing;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.RandomEdits;
import org.tickmark.calendar.series.SeriesRules;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Series;

class IcsTest {
    private static final int ROUNDS = Integer.getInteger("tickmark.calendar.files", 40);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Instant STAMP = Instant.parse("2026-11-27T08:00:00Z");

    static String written(Item item) {
        return new IcsWriter(STAMP, Instant.parse("2030-01-01T00:00:00Z"), OSLO)
                .add(item, "series-3@tickmark")
                .text();
    }

    private static ReadCalendar read(String... lines) {
        return IcsReader.read(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n",
                "file.ics",
                "kari");
    }

    private static Item only(ReadCalendar read) {
        assertThat(read.items()).as("%s", read.problems()).hasSize(1);
        return read.items().get(0).item();
    }

    private static List<String> starts(Item item) {
        return item.content()
                .occurrences()
                .limit(20)
                .map(occurrence -> occurrence.start().wallClock().toString())
                .toList();
    }

    /** What a person sees of an occurrence. */
    private record Look(Moment original, Moment start, Moment end, Map<String, String> fields) {
        static Look of(Occurrence occurrence, boolean repeats) {
            Map<String, String> fields = new TreeMap<>(occurrence.fields());
            fields.remove("x-uid");
            fields.values().removeIf(String::isEmpty);
            Moment original = repeats ? occurrence.original() : occurrence.start();
            return new Look(original, occurrence.start(), occurrence.end(), fields);
        }
    }

    private static List<Look> looks(Item item) {
        boolean repeats = item.content() instanceof Series;
        return item.content()
                .occurrences()
                .limit(500)
                .map(occurrence -> Look.of(occurrence, repeats))
                .toList();
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        for (Dial dial : List.of(
                new Dial("Europe/Oslo", false),
                new Dial("America/New_York", false),
                new Dial("", false),
                new Dial(Dial.UTC, false))) {
            for (int round = 0; round < ROUNDS; round++) {
                Item item = RandomEdits.edited(round, dial);
                ReadCalendar read = IcsReader.read(written(item), "own.ics", "kari");
                assertThat(looks(only(read))).as("%s", item).isEqualTo(looks(item));
                String again = written(only(read));
                assertThat(written(only(IcsReader.read(again, "own.ics", "kari"))))
                        .as("%s", item)
                        .isEqualTo(again);
            }
        }
    }

    @Test
    void foldsLinesAndKeepsEveryCharacter() {
        String title = "Møte; «årsregnskap», del \\1\nmed vedlegg " + "ø".repeat(120);
        Item item = only(read(
                "BEGIN:VEVENT",
                "UID:1",
                "DTSTART;TZID=Europe/Oslo:20261103T090000",
                "DURATION:PT30M",
                ContentLine.of("SUMMARY", ContentLine.escaped(title)).folded().strip(),
                "END:VEVENT"));

        assertThat(looks(item).get(0).fields()).containsEntry("title", title);
        assertThat(written(item).lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(looks(only(IcsReader.read(written(item), "own.ics", "kari"))))
                .isEqualTo(looks(item));
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        String text = written(only(read(
                "BEGIN:VEVENT",
                "UID:1",
                "DTSTART;VALUE=DATE:20261103",
                "SUMMARY;LANGUAGE=nb:Styremøte",
                "ORGANIZER;CN=\"Berg; Kari\":mailto:kari@example.com",
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ola@example.com",
                "CATEGORIES:Board,Finance",
                "X-FOREIGN;A=b:c\\,d",
                "BEGIN:VALARM",
                "ACTION:AUDIO",
                "TRIGGER:-P1D",
                "END:VALARM",
                "END:VEVENT")));

        assertThat(text.lines())
                .contains(
                        "UID:1",
                        "SUMMARY;LANGUAGE=nb:Styremøte",
                        "ORGANIZER;CN=\"Berg; Kari\":mailto:kari@example.com",
                        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ola@example.com",
                        "CATEGORIES:Board,Finance",
                        "X-FOREIGN;A=b:c\\,d",
                        "ACTION:AUDIO",
                        "TRIGGER:-P1D");
    }

    @Test
    void readsASeriesAsOfficeProgramsOfWindowsWriteIt() {
        Item item = only(read(
                "BEGIN:VTIMEZONE",
                "TZID:W. Europe Standard Time",
                "BEGIN:STANDARD",
                "DTSTART:16010101T030000",
                "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100",
                "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
                "END:STANDARD",
                "END:VTIMEZONE",
                "BEGIN:VEVENT",
                "RRULE:FREQ=WEEKLY;UNTIL=20261222T080000Z;INTERVAL=1;BYDAY=TU;WKST=MO",
                "EXDATE;TZID=W. Europe Standard Time:20261117T090000",
                "UID:040000008200E00074C5B7101A82E008",
                "SUMMARY:Standup",
                "DTSTART;TZID=W. Europe Standard Time:20261103T090000",
                "DTEND;TZID=W. Europe Standard Time:20261103T093000",
                "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "SUMMARY:Standup (moved)",
                "DTSTART;TZID=W. Europe Standard Time:20261111T100000",
                "DTEND;TZID=W. Europe Standard Time:20261111T110000",
                "UID:040000008200E00074C5B7101A82E008",
                "RECURRENCE-ID;TZID=W. Europe Standard Time:20261110T090000",
                "END:VEVENT"));

        assertThat(starts(item))
                .containsExactly(
                        "2026-11-03T09:00",
                        "2026-11-11T10:00",
                        "2026-11-24T09:00",
                        "2026-12-01T09:00",
                        "2026-12-08T09:00",
                        "2026-12-15T09:00",
                        "2026-12-22T09:00");
        assertThat(looks(item).get(1).fields()).containsEntry("title", "Standup (moved)");
        assertThat(item.dial().zone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void readsASeriesAsCalendarsOfTheWebWriteIt() {
        Item item = only(read(
                "BEGIN:VEVENT",
                "DTSTART:20261104T080000Z",
                "DTEND:20261104T083000Z",
                "RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=1WE",
                "EXDATE:20261202T080000Z",
                "UID:7kukuqrfedlm2f9t0vr2rd@example.com",
                "RECURRENCE-ID:20270106T080000Z",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "DTSTART:20261104T080000Z",
                "DTEND:20261104T083000Z",
                "RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=1WE",
                "EXDATE:20261202T080000Z",
                "UID:7kukuqrfedlm2f9t0vr2rd@example.com",
                "TRANSP:TRANSPARENT",
                "END:VEVENT"));

        assertThat(starts(item)).containsExactly("2026-11-04T08:00", "2026-11-04T08:00", "2027-02-03T08:00");
        assertThat(looks(item).get(0).fields()).containsEntry("show-as", "free");
    }

    @Test
    void readsWholeDaysAndPeriodsAndHandPickedDatesAsDesktopProgramsWriteThem() {
        Item days = only(read(
                "BEGIN:VEVENT",
                "UID:a",
                "DTSTART;VALUE=DATE:20261224",
                "DTEND;VALUE=DATE:20261227",
                "RRULE:FREQ=YEARLY",
                "EXDATE;VALUE=DATE:20271224",
                "END:VEVENT"));
        Item picked = only(read(
                "BEGIN:VEVENT",
                "UID:b",
                "DTSTART;TZID=/example.org/20260101/Europe/Oslo:20261103T090000",
                "DURATION:PT1H",
                "RDATE;TZID=/example.org/20260101/Europe/Oslo:20261105T090000,20261201T130000",
                "RDATE;VALUE=PERIOD:20261210T080000Z/PT2H",
                "END:VEVENT"));

        assertThat(starts(days)).startsWith("2026-12-24T00:00", "2028-12-24T00:00");
        assertThat(looks(days).get(0).end()).isEqualTo(Moment.parse("20261227"));
        assertThat(starts(picked))
                .containsExactly("2026-11-03T09:00", "2026-11-05T09:00", "2026-12-01T13:00", "2026-12-10T09:00");
        assertThat(looks(picked).get(3).end()).isEqualTo(Moment.parse("TZID=Europe/Oslo:20261210T110000"));
    }

    @Test
    void theFirstOccurrenceIsTheStartOfWhatIsWritten() {
        Series series = SeriesRules.series(
                Moment.of(LocalDateTime.parse("2020-08-01T14:00"), OSLO), "pattern:daily on workdays until 2020-12-31");

        assertThat(written(new Item("kari", series)).lines())
                .contains(
                        "DTSTART;TZID=Europe/Oslo:20200803T140000",
                        "RRULE:FREQ=WEEKLY;UNTIL=20201231T130000Z;BYDAY=MO,TU,WE,TH,FR");
    }

    @Test
    void aRuleWithoutWordsIsWrittenWithItsDates() {
        Series series = SeriesRules.series(
                Moment.of(LocalDateTime.parse("2026-11-09T09:00"), OSLO), "pattern:monthly on second MO times 4");
        Item moved = new Item(
                "kari",
                Editing.of(
                                new Item("kari", series),
                                series.start(),
                                new Edit.Begin(LocalDateTime.parse("2026-11-10T09:00"), Edit.Restart.SHIFT))
                        .pieces()
                        .get(0));

        String text = written(moved);

        assertThat(text).contains("RDATE;TZID=Europe/Oslo:20261215T090000").doesNotContain("\nRRULE:FREQ=MONTHLY");
        assertThat(looks(only(IcsReader.read(text, "own.ics", "kari")))).isEqualTo(looks(moved));
    }

    @Test
    void leavesOutWhatCannotBeReadAndTellsIt() {
        ReadCalendar read = read(
                "BEGIN:VEVENT",
                "UID:no-start",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:zone",
                "DTSTART;TZID=Nowhere:20261103T090000",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:rules",
                "DTSTART:20261103T090000Z",
                "RRULE:FREQ=DAILY",
                "RRULE:FREQ=WEEKLY",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:rule",
                "DTSTART:20261103T090000Z",
                "RRULE:FREQ=SOMETIMES",
                "END:VEVENT",
                "BEGIN:VTODO",
                "UID:todo",
                "END:VTODO",
                "BEGIN:VEVENT",
                "UID:time",
                "DTSTART:tomorrow",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:right",
                "DTSTART:20261103T090000Z",
                "END:VEVENT");

        assertThat(read.items()).extracting(IcsReader.ReadItem::uid).containsExactly("right");
        assertThat(read.problems())
                .extracting(Problem::what)
                .extracting(what -> what.id())
                .containsExactlyInAnyOrder("ics.no-start", "ics.zone", "ics.rules", "rule", "ics.other", "ics.time");
    }

    @Test
    void anOverrideWithoutItsSeriesIsKeptAlone() {
        ReadCalendar read = read(
                "BEGIN:VEVENT", "UID:1", "RECURRENCE-ID:20261110T080000Z", "DTSTART:20261111T080000Z", "END:VEVENT");

        assertThat(starts(only(read))).containsExactly("2026-11-11T08:00");
        assertThat(read.problems()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoSuchFile() {
        List<String> texts = new ArrayList<>(List.of("", "hello", "BEGIN:VCARD\r\nEND:VCARD\r\n"));
        texts.add("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n");
        texts.add("BEGIN:VCALENDAR\r\n");
        texts.add("END:VCALENDAR\r\n");
        for (String text : texts) {
            assertThatThrownBy(() -> IcsReader.read(text, "file.ics", "kari"))
                    .as(text)
                    .isInstanceOfSatisfying(
                            TickmarkException.class,
                            thrown -> assertThat(thrown.problem().code()).isEqualTo("calendar.invalid"));
        }
    }
}
