package org.tickmark.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** An empty calendar in Oslo on a Friday in November 2026. */
final class CalendarFixture {
    static final Caller KARI = Caller.os("kari", Locale.ENGLISH);
    static final String OWNER = "os:kari";
    static final String OSLO = "Europe/Oslo";

    final ManualClock clock = ManualClock.at("2026-11-27T08:00:00Z");
    final RecordingAudit audit = new RecordingAudit();
    final RecordingEvents events;
    final Transactions transactions;
    final FakeOutbox outbox = new FakeOutbox();
    final StoredAppointments appointments;
    final StoredMeetings meetings;

    CalendarFixture(Transactions transactions, EventHandler... handlers) {
        this.transactions = transactions;
        transactions.inTransaction(tx -> {
            for (String table : List.of(
                    "calendar_feed",
                    "calendar_change_row",
                    "calendar_change_item",
                    "calendar_change",
                    "busy_hour",
                    "appointment",
                    "recurrence_override",
                    "recurrence_rule",
                    "associate")) {
                Sql.on(tx.connection(), "DELETE FROM " + table).update();
            }
            return tx;
        });
        events = new RecordingEvents(clock, handlers);
        ManualClock here = clock.withZone(ZoneId.of(OSLO));
        Users users = Partly.answering(
                Users.class, "users", () -> List.of(user("anna", "Anna@example.org"), user("kari", "")));
        Keeper keeper = new Keeper(audit, events, outbox, users, here);
        appointments = new StoredAppointments(transactions, events, keeper, here);
        meetings = new StoredMeetings(transactions, events, keeper, here);
    }

    private UserStatus user(String name, String email) {
        User user = new User(name, "", email, Set.of(Role.VIEWER), new TreeSet<>(), Optional.empty());
        return new UserStatus(user, Optional.empty(), true, clock.instant(), Optional.empty(), 1);
    }

    /** Someone who may change what is their own alone. */
    static Caller owning(String name) {
        return new Caller(
                User.IDENTITY + name,
                Set.of(Permission.CALENDAR_READ, Permission.CALENDAR_EDIT),
                Set.of(),
                Locale.ENGLISH,
                Origin.SHELL);
    }

    /** Half an hour of Kari's. */
    static Draft draft(String start, String rule) {
        return Draft.at(LocalDateTime.parse(start), OSLO, "PT30M")
                .repeating(rule)
                .with("title", "Standing meeting");
    }

    /** Adds a series; tells its number. */
    long series(String start, String rule) {
        return appointments.add(KARI, draft(start, rule)).series().get(0);
    }

    Saved apply(AppointmentKey key, Edit.Action action) {
        return appointments.apply(KARI, Edit.of(key, action));
    }

    static AppointmentKey at(long series, String original) {
        return AppointmentKey.of(series, LocalDateTime.parse(original));
    }

    /** What a query of one column gives, as text. */
    List<String> query(String sql, Object... values) {
        return transactions.reading(
                tx -> Sql.on(tx.connection(), sql).with(values).list(row -> row.optionalText("x")
                        .orElse("null")));
    }

    /** The starts of a series' rows, in order: {@code 2026-11-10 09:00}. */
    List<String> starts(long series) {
        return query("SELECT activeDate AS x FROM appointment WHERE recurrenceRuleId = ? ORDER BY activeDate", series)
                .stream()
                .map(start -> start.substring(0, 16))
                .toList();
    }
}
