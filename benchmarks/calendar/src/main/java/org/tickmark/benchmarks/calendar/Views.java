package org.tickmark.benchmarks.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.Clashes;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.api.host.calendar.ImportedCalendar;
import org.tickmark.api.host.calendar.Meetings;
import org.tickmark.api.host.calendar.ParticipantRole;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.calendar.CalendarComponent;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** Tickmark's calendar as its users ask it. */
final class Views {
    private static final Caller CALLER = Caller.os("benchmark", Locale.ENGLISH);
    private static final ZoneId ZONE = ZoneId.of(Workload.ZONE);
    private static final int LISTED = 100;

    private final Appointments appointments;
    private final Meetings meetings;

    Views(Transactions transactions, Clock clock) {
        CalendarComponent calendar = new CalendarComponent(
                transactions,
                new RecordingAudit(),
                new RecordingEvents(clock),
                Partly.answering(Outbox.class, "language", () -> Locale.ENGLISH),
                Partly.answering(Users.class, "users", List::of),
                clock);
        this.appointments = calendar;
        this.meetings = calendar;
    }

    /** Adds the series of a file. */
    void add(String file, String owner) {
        ImportedCalendar imported = appointments.importText(CALLER, file, "benchmark.ics", owner, false);
        if (!imported.problems().isEmpty()) {
            throw new IllegalStateException(imported.problems().toString());
        }
    }

    /** A month of a person, or of everybody. */
    List<Appointment> month(YearMonth month, Optional<String> owner) {
        Instant from = month.atDay(1).atStartOfDay(ZONE).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
        return appointments.between(CALLER, from, to, owner, Appointments.MOST);
    }

    /** What a new series without end meets, for ever, of a person and of others who take part in it. */
    Clashes conflicts(LocalDateTime start, String owner, List<String> others) {
        Draft draft = Draft.at(start, Workload.ZONE, "PT1H").of(owner).repeating("RRULE:FREQ=WEEKLY");
        for (String other : others) {
            draft = draft.with(Fields.participant(other), ParticipantRole.REQUIRED.word());
        }
        return meetings.clashes(CALLER, draft, LISTED);
    }
}
