package org.tickmark.calendar.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.RandomEdits;

class JcalTest {
    private static final int ROUNDS = Integer.getInteger("tickmark.calendar.files", 40);
    private static final String CHARACTERS = "[]{}\",:\\ 0123456789TZ-";

    private static String calendar(String... lines) {
        return "BEGIN:VCALENDAR\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n";
    }

    private static List<ContentLine> lines(List<Component> components) {
        return components.stream().flatMap(one -> one.flat().stream()).toList();
    }

    private static void assertProblem(String json) {
        assertThatThrownBy(() -> IcsReader.read(json, "file.json", "kari"))
                .as(json)
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        thrown -> assertThat(thrown.problem().code()).isEqualTo("calendar.invalid"));
    }

    @Test
    void saysOfEverySeriesWhatTheLinesSay() {
        for (Dial dial : List.of(new Dial("Europe/Oslo", false), new Dial("", false), new Dial(Dial.UTC, false))) {
            for (int round = 0; round < ROUNDS; round++) {
                String text = IcsTest.written(RandomEdits.edited(round, dial));

                assertThat(IcsReader.read(Jcal.of(text), "file", "kari"))
                        .as(text)
                        .isEqualTo(IcsReader.read(text, "file", "kari"));
            }
        }
    }

    @Test
    void writesValuesAsTheStandardHasThem() {
        String json = Jcal.of(calendar(
                "VERSION:2.0",
                "BEGIN:VEVENT",
                "UID:a\\,b",
                "DTSTART;TZID=Europe/Oslo:20261103T113000",
                "DTEND:20261103T110000Z",
                "RRULE:FREQ=WEEKLY;UNTIL=20261203;INTERVAL=2;BYDAY=TU,TH",
                "EXDATE;VALUE=DATE:20261105,20261110",
                "CATEGORIES:one,two\\, three",
                "GEO:59.91;10.75",
                "FREEBUSY:20261103T100000Z/PT30M",
                "TZOFFSETTO:+0130",
                "SEQUENCE:3",
                "ATTENDEE;CN=\"Berg, Ola\";RSVP=TRUE:mailto:ola@example.org",
                "X-OWN;VALUE=BOOLEAN:TRUE",
                "X-RAW:a\\,b;c",
                "END:VEVENT"));

        assertThat(json)
                .isEqualTo("[\"vcalendar\",[[\"version\",{},\"text\",\"2.0\"]],[[\"vevent\",["
                        + "[\"uid\",{},\"text\",\"a,b\"],"
                        + "[\"dtstart\",{\"tzid\":\"Europe/Oslo\"},\"date-time\",\"2026-11-03T11:30:00\"],"
                        + "[\"dtend\",{},\"date-time\",\"2026-11-03T11:00:00Z\"],"
                        + "[\"rrule\",{},\"recur\",{\"freq\":\"WEEKLY\",\"until\":\"2026-12-03\",\"interval\":2,\"byday\":[\"TU\",\"TH\"]}],"
                        + "[\"exdate\",{},\"date\",\"2026-11-05\",\"2026-11-10\"],"
                        + "[\"categories\",{},\"text\",\"one\",\"two, three\"],"
                        + "[\"geo\",{},\"float\",[\"59.91\",\"10.75\"]],"
                        + "[\"freebusy\",{},\"period\",[\"2026-11-03T10:00:00Z\",\"PT30M\"]],"
                        + "[\"tzoffsetto\",{},\"utc-offset\",\"+01:30\"],"
                        + "[\"sequence\",{},\"integer\",3],"
                        + "[\"attendee\",{\"cn\":\"Berg, Ola\",\"rsvp\":\"TRUE\"},\"cal-address\",\"mailto:ola@example.org\"],"
                        + "[\"x-own\",{},\"boolean\",true],"
                        + "[\"x-raw\",{},\"unknown\",\"a\\\\,b;c\"]"
                        + "],[]]]]");
    }

    @Test
    void givesEveryLineBack() {
        List<Component> file = Component.read(calendar(
                "VERSION:2.0",
                "BEGIN:VEVENT",
                "UID:1",
                "DTSTAMP:20261127T080000Z",
                "DTSTART;VALUE=DATE:20261103",
                "RDATE;VALUE=PERIOD:20261103T100000Z/PT30M,20261104T100000Z/20261104T110000Z",
                "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1,15;BYSETPOS=1;WKST=SU;X-WORKDAY=2",
                "SUMMARY;LANGUAGE=nb:Møte\\; «del 1»\\, \\\\ og\\nmer",
                "ATTENDEE;MEMBER=\"mailto:a@example.org\",\"mailto:b@example.org\":mailto:c@example.org",
                "ORGANIZER;CN=^'Kari^' Berg^nOslo:mailto:kari@example.org",
                "ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY:QUJD",
                "REQUEST-STATUS:2.0;Success\\; all",
                "CREATED:not a time",
                "SEQUENCE:007",
                "X-WR-ALARMUID:7A",
                "BEGIN:VALARM",
                "TRIGGER;VALUE=DATE-TIME:20261103T060000Z",
                "END:VALARM",
                "END:VEVENT"));
        String json = Jcal.of(calendarOf(file));

        assertThat(lines(Jcal.read(json))).isEqualTo(lines(file));
    }

    private static String calendarOf(List<Component> components) {
        StringBuilder text = new StringBuilder();
        lines(components).forEach(line -> text.append(line.folded()));
        return text.toString();
    }

    @Test
    void severalCalendarsAreAList() {
        String two = calendar("VERSION:2.0") + calendar("PRODID:-//b//EN");

        assertThat(Jcal.of(two)).startsWith("[[\"vcalendar\",");
        assertThat(lines(Jcal.read(Jcal.of(two)))).isEqualTo(lines(Component.read(two)));
    }

    @Test
    void nothingThatIsToldBecomesALineOfItsOwn() {
        String text = "[\"vcalendar\",[],[[\"vevent\",[[\"uid\",{},\"text\",\"1\"],"
                + "[\"dtstart\",{},\"date-time\",\"2026-11-03T11:30:00\"],%s],[]]]]";

        assertProblem(text.formatted("[\"x-a\",{},\"unknown\",\"1\\r\\nATTENDEE:mailto:eve@example.org\"]"));
        assertProblem(text.formatted("[\"x-a:1\\r\\nx-b\",{},\"unknown\",\"1\"]"));
        assertProblem(text.formatted("[\"rrule\",{},\"recur\",{\"freq\":\"DAILY\\nX-B:1\"}]"));
        assertProblem(text.formatted("[\"x-a\",{\"p:x\\n\":\"1\"},\"unknown\",\"1\"]"));
        List<Component> kept = Jcal.read(text.formatted("[\"summary\",{\"x-p\":\"a\\nb\"},\"text\",\"1\\r\\n2\\r3\"]"));
        assertThat(lines(kept)).map(ContentLine::toString).contains("SUMMARY;X-P=a^nb:1\\n2\\n3");
    }

    @Test
    void refusesWhatIsNoSuchFile() {
        for (String json : List.of(
                "[",
                "[]",
                "[1]",
                "[\"vcalendar\"]",
                "[\"vcalendar\",[],[]] 1",
                "[\"vcalendar\",{},[]]",
                "[\"vcalendar\",[[\"version\",{},\"text\"]],[]]",
                "[\"vcalendar\",[[\"version\",[],\"text\",\"2.0\"]],[]]",
                "[\"vcalendar\",[[\"version\",{},\"text\",null]],[]]",
                "[\"vevent\",[],[]]",
                "[".repeat(100_000))) {
            assertProblem(json);
        }
    }

    @Test
    void refusesOrReadsDamagedFiles() {
        int texts = Integer.getInteger("tickmark.calendar.damaged", 500);
        for (int i = 0; i < texts; i++) {
            Random random = new Random(i);
            StringBuilder damaged = new StringBuilder(
                    Jcal.of(IcsTest.written(RandomEdits.edited(i % 50, new Dial("Europe/Oslo", false)))));
            for (int j = 0; j < 1 + random.nextInt(4); j++) {
                int at = random.nextInt(damaged.length());
                damaged.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            try {
                IcsReader.read(damaged.toString(), "file.json", "kari");
            } catch (TickmarkException refused) {
                assertThat(refused.problem().code()).isEqualTo("calendar.invalid");
            } catch (RuntimeException e) {
                fail("Text " + i + ":\n" + damaged, e);
            }
        }
    }
}
