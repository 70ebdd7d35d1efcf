package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OSLO;
import static org.tickmark.calendar.CalendarFixture.at;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.calendar.Departure;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.kit.jdbc.Sql;

/** Series on the clocks of zones, and what becomes of them when the rules of a zone change. */
abstract class ClocksSuite extends CalendarSuite {
    @Test
    void aSeriesInOsloIsAtSixOClockInNewYorkButForTheWeeksBetweenTheirChanges() {
        calendar.series("2026-10-01T12:00", "pattern:weekly on TH until 2027-04-30");

        List<String> seen = calendar
                .appointments
                .between(
                        KARI,
                        Instant.parse("2026-10-15T00:00:00Z"),
                        Instant.parse("2027-04-09T00:00:00Z"),
                        Optional.empty(),
                        100)
                .stream()
                .filter(appointment -> !appointment
                        .startsAt()
                        .atZone(ZoneId.of("America/New_York"))
                        .toLocalTime()
                        .toString()
                        .equals("06:00"))
                .map(appointment -> appointment.start().toLocalDate().toString())
                .toList();

        assertThat(seen).containsExactly("2026-10-29", "2027-03-18", "2027-03-25");
    }

    @Test
    void aTimeThatTheZoneLeavesOutIsReadWithTheOffsetBeforeIt() {
        long series = calendar.series("2027-03-27T02:30", "pattern:daily times 3");

        assertThat(calendar.starts(series)).containsExactly("2027-03-27 02:30", "2027-03-28 03:30", "2027-03-29 02:30");
        assertConsistent();
    }

    @Test
    void rowsThatStandOnOldRulesOfAZoneAreFoundAndMended() {
        long series = tuesdays();
        calendar.transactions.inTransaction(
                tx -> Sql.on(tx.connection(), "UPDATE appointment SET starts_at = ? WHERE activeDate = ?")
                        .with(Instant.parse("2026-11-10T07:00:00Z"), LocalDateTime.parse(SECOND))
                        .update());

        List<Departure> found = calendar.appointments.check(KARI, true);

        assertThat(found).extracting(Departure::where).containsExactly(SECOND);
        assertThat(calendar.appointments
                        .appointment(KARI, at(series, SECOND))
                        .orElseThrow()
                        .startsAt())
                .isEqualTo(Instant.parse("2026-11-10T08:00:00Z"));
        assertConsistent();
    }

    @Test
    void newRulesOfAZoneMoveInstantsAndLeaveWhatClocksShow() {
        ShiftingZone.follow(ZoneId.of(OSLO).getRules());
        calendar.appointments.add(
                KARI,
                Draft.at(LocalDateTime.parse(FIRST), ShiftingZone.ID, "PT30M").repeating("pattern:weekly on TU"));
        assertThat(instants("2027-06-29", "2027-07-07"))
                .containsExactly("2027-06-29T07:00:00Z", "2027-07-06T07:00:00Z");

        ShiftingZone.follow(ZoneOffset.ofHours(1).getRules());
        List<Departure> found = calendar.appointments.check(KARI, true);

        assertThat(found).extracting(Departure::where).contains("rule");
        assertThat(found)
                .filteredOn(departure -> !departure.where().equals("rule"))
                .extracting(departure -> departure.where().substring(5, 7))
                .isSubsetOf("03", "04", "05", "06", "07", "08", "09", "10")
                .contains("07");
        assertThat(instants("2027-06-29", "2027-07-07"))
                .containsExactly("2027-06-29T08:00:00Z", "2027-07-06T08:00:00Z");
        assertThat(instants("2030-07-01", "2030-07-03")).containsExactly("2030-07-02T08:00:00Z");
        assertThat(instants("2027-01-05", "2027-01-06")).containsExactly("2027-01-05T08:00:00Z");
        assertThat(calendar.query(
                        "SELECT DISTINCT SUBSTRING(CAST(activeDate AS VARCHAR), 12, 5) AS x FROM appointment"))
                .containsExactly("09:00");
        assertConsistent();
    }

    private List<String> instants(String fromInclusive, String toExclusive) {
        return calendar
                .appointments
                .between(
                        KARI,
                        Instant.parse(fromInclusive + "T00:00:00Z"),
                        Instant.parse(toExclusive + "T00:00:00Z"),
                        Optional.empty(),
                        100)
                .stream()
                .map(appointment -> appointment.startsAt().toString())
                .toList();
    }
}
