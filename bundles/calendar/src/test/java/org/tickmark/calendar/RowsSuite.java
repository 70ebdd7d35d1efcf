package org.tickmark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.calendar.CalendarFixture.KARI;
import static org.tickmark.calendar.CalendarFixture.OSLO;
import static org.tickmark.calendar.CalendarFixture.OWNER;
import static org.tickmark.calendar.CalendarFixture.draft;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.kit.jdbc.Sql;

/** Rows beside what they are made from: comparing and mending them, and finding long ones. */
abstract class RowsSuite extends CalendarSuite {
    @Test
    void checkFindsAndMendsWhateverWasDoneToTheRows() {
        long series = tuesdays();
        calendar.appointments.add(
                KARI, Draft.at(LocalDateTime.parse(FIRST), OSLO, "PT1H").with("title", "Visit"));
        List<String> right = calendar.query("SELECT title AS x FROM appointment ORDER BY activeDate, title");
        calendar.transactions.inTransaction(tx -> {
            Sql.on(tx.connection(), "UPDATE appointment SET title = 'Forged' WHERE activeDate = ?")
                    .with(LocalDateTime.parse(FIRST))
                    .update();
            Sql.on(tx.connection(), "DELETE FROM appointment WHERE activeDate = ?")
                    .with(LocalDateTime.parse(SECOND))
                    .update();
            Sql.on(tx.connection(), "UPDATE appointment SET original_start_date = ? WHERE activeDate = ?")
                    .with(LocalDateTime.parse("2031-01-01T00:00"), LocalDateTime.parse(FOURTH))
                    .update();
            Sql.on(tx.connection(), "UPDATE appointment SET recurrenceRuleId = 999999 WHERE activeDate = ?")
                    .with(LocalDateTime.parse(LAST))
                    .update();
            return Sql.on(tx.connection(), "UPDATE recurrence_rule SET weekdays = 1, endDate = NULL")
                    .update();
        });

        assertThat(calendar.appointments.check(KARI, true))
                .extracting(departure -> departure.what().id())
                .containsExactlyInAnyOrder(
                        "rule.different",
                        "row.different",
                        "row.missing",
                        "row.missing",
                        "row.superfluous",
                        "row.missing",
                        "row.different",
                        "row.orphan");
        assertConsistent();
        assertThat(calendar.query("SELECT title AS x FROM appointment ORDER BY activeDate, title"))
                .isEqualTo(right);
        assertThat(calendar.starts(series)).hasSize(8);
    }

    @Test
    void whatAnEarlierReleaseHasStoredIsCompleted() {
        tuesdays(ANNA, ROOM);
        calendar.appointments.add(KARI, with(Draft.at(LocalDateTime.parse(FIRST), OSLO, "PT1H"), BO));
        calendar.transactions.inTransaction(tx -> {
            Sql.on(tx.connection(), "DELETE FROM appointment_participant").update();
            return Sql.on(tx.connection(), "DELETE FROM busy_hour").update();
        });
        assertThat(clashes(draft(FIRST, ""))).isEmpty();

        assertThat(calendar.appointments.complete()).isEqualTo(2);
        assertConsistent();
        assertThat(clashes(draft(FIRST, ""))).hasSize(2);
        assertThat(calendar.appointments.complete()).isZero();
    }

    @Test
    void findsLongAppointmentsThatBeganLongAgo() {
        calendar.appointments.add(KARI, Draft.ofDays(LocalDateTime.parse("2026-01-01T00:00"), "P300D"));

        assertThat(calendar.appointments.between(
                        KARI,
                        Instant.parse("2026-09-01T00:00:00Z"),
                        Instant.parse("2026-09-02T00:00:00Z"),
                        Optional.of(OWNER),
                        10))
                .hasSize(1);
        assertThat(calendar.appointments.between(
                        KARI,
                        Instant.parse("2026-09-01T00:00:00Z"),
                        Instant.parse("2026-09-02T00:00:00Z"),
                        Optional.of("os:nobody"),
                        10))
                .isEmpty();
    }

    @Test
    void checkMendsWhatIsKeptForPeople() {
        tuesdays(ANNA);
        calendar.appointments.add(KARI, with(draft("2026-12-01T13:00", ""), BO));
        calendar.transactions.inTransaction(tx -> {
            Sql.on(tx.connection(), "DELETE FROM appointment_participant").update();
            return Sql.on(tx.connection(), "DELETE FROM busy_hour").update();
        });

        assertThat(calendar.appointments.check(KARI, true)).hasSize(11);
        assertConsistent();
        assertThat(busy(BO, "2026-12-01T00:00", "2026-12-02T00:00")).hasSize(1);
    }
}
