package org.tickmark.calendar.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Item;
import org.tickmark.calendar.series.RandomEdits;
import org.tickmark.recurrence.Moment;

/** What another reader of iCalendar makes of our files. */
class IcsWitnessTest {
    private static final int ROUNDS = Integer.getInteger("tickmark.calendar.witnessed", 40);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /** It follows the rules of a zone for some ten years only. */
    private static final Instant COMPARED = Instant.parse("2036-01-01T00:00:00Z");

    @Test
    void ical4jReadsTheSameOccurrences() throws Exception {
        int compared = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Item item = RandomEdits.edited(round, new Dial("Europe/Oslo", false));
            String text = IcsTest.written(item);
            if (!isUnderstood(text)) {
                continue;
            }
            List<Instant> ours = item.content()
                    .occurrences()
                    .map(occurrence -> ((Moment.Zoned) occurrence.start()).instant())
                    .toList();
            assertThat(compared(theirs(text))).as("%s%n%s", item, text).isEqualTo(compared(ours));
            compared++;
        }
        assertThat(compared).isGreaterThan(ROUNDS / 2);
    }

    private static List<Instant> compared(List<Instant> instants) {
        return instants.stream().filter(instant -> instant.isBefore(COMPARED)).toList();
    }

    /** It reads SKIP of RFC 7529 otherwise than the standard says. */
    private static boolean isUnderstood(String text) {
        return !text.contains("SKIP=");
    }

    /** The dates of the series, with each event of its own in the place of the one that it names; reading them as a group, it leaves such events out. */
    static List<Instant> theirs(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        List<VEvent> events = calendar.getComponents("VEVENT");
        List<Instant> instants = new ArrayList<>(starts(events.get(0)));
        for (VEvent own : events.subList(1, events.size())) {
            Instant replaced = Instant.from(own.getRecurrenceId().getDate());
            assertThat(instants.remove(replaced)).as("%s in %s", replaced, text).isTrue();
            instants.addAll(starts(own));
        }
        return instants.stream().sorted().toList();
    }

    private static List<Instant> starts(VEvent event) {
        Period<ZonedDateTime> years = new Period<>(
                ZonedDateTime.of(2025, 1, 1, 0, 0, 0, 0, OSLO), ZonedDateTime.of(2100, 1, 1, 0, 0, 0, 0, OSLO));
        return event.calculateRecurrenceSet(years).stream()
                .map(period -> Instant.from(period.getStart()))
                .toList();
    }
}
