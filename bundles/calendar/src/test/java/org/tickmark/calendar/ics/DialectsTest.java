package org.tickmark.calendar.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.Severity;
import org.tickmark.calendar.ics.IcsReader.ReadCalendar;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Item;

/** One series as calendar programs write it, each in its way: it is read, written and read again by us, and read from what we write by others. */
class DialectsTest {
    /** Tuesdays and Thursdays at 11:30 in Oslo, the 12th left out, the 17th moved to noon of the 18th. */
    private static final List<String> STARTS = List.of(
            "2026-11-03T10:30:00Z",
            "2026-11-05T10:30:00Z",
            "2026-11-10T10:30:00Z",
            "2026-11-18T11:00:00Z",
            "2026-11-19T10:30:00Z",
            "2026-11-24T10:30:00Z",
            "2026-11-26T10:30:00Z",
            "2026-12-01T10:30:00Z",
            "2026-12-03T10:30:00Z");

    private static String file(String program) throws IOException {
        try (InputStream in = DialectsTest.class.getResourceAsStream("/dialect/" + program + ".ics")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Item only(String text) {
        ReadCalendar read = IcsReader.read(text, "file", "kari");
        assertThat(read.items()).as("%s", read.problems()).hasSize(1);
        assertThat(read.problems()).noneMatch(problem -> problem.severity() == Severity.ERROR);
        return read.items().get(0).item();
    }

    private static List<Instant> starts(Item item) {
        return item.content()
                .occurrences()
                .map(occurrence -> Dial.instant(occurrence.start(), ZoneId.of("UTC")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"outlook", "google", "apple", "thunderbird", "exchange"})
    void isReadWrittenAndReadAgainAsTheSame(String program) throws Exception {
        Item item = only(file(program));
        String written = IcsTest.written(item);

        assertThat(starts(item)).extracting(Instant::toString).isEqualTo(STARTS);
        assertThat(starts(only(written))).isEqualTo(starts(item));
        assertThat(IcsTest.written(only(written))).isEqualTo(written);
        assertThat(Jcal.of(IcsTest.written(only(Jcal.of(written))))).isEqualTo(Jcal.of(written));
        assertThat(IcsWitnessTest.theirs(written)).isEqualTo(starts(item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"outlook", "google", "apple", "thunderbird", "exchange"})
    void whatOnlyTheProgramKnowsComesBack(String program) throws Exception {
        String file = file(program);
        String written = IcsTest.written(only(file));

        List<String> own = ContentLine.read(file).stream()
                .map(ContentLine::toString)
                .filter(line -> line.startsWith("X-") && !isOfCalendar(line))
                .toList();
        assertThat(ContentLine.read(written)).extracting(ContentLine::toString).containsAll(own);
    }

    private static boolean isOfCalendar(String line) {
        return List.of("X-WR-CALNAME", "X-WR-TIMEZONE", "X-LIC-LOCATION", "X-TZINFO", "X-APPLE-CALENDAR", "X-MS-OLK")
                .stream()
                .anyMatch(line::startsWith);
    }
}
