package org.tickmark.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.Appointment;
import org.tickmark.api.host.calendar.AppointmentKey;
import org.tickmark.api.host.calendar.Appointments;
import org.tickmark.api.host.calendar.BusyTime;
import org.tickmark.api.host.calendar.CalendarFormat;
import org.tickmark.api.host.calendar.Clashes;
import org.tickmark.api.host.calendar.Clearing;
import org.tickmark.api.host.calendar.ClearingLimits;
import org.tickmark.api.host.calendar.DateList;
import org.tickmark.api.host.calendar.Departure;
import org.tickmark.api.host.calendar.Draft;
import org.tickmark.api.host.calendar.Edit;
import org.tickmark.api.host.calendar.ImportedCalendar;
import org.tickmark.api.host.calendar.Meetings;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.api.host.calendar.Preview;
import org.tickmark.api.host.calendar.ReadReply;
import org.tickmark.api.host.calendar.Repetition;
import org.tickmark.api.host.calendar.Saved;
import org.tickmark.api.host.calendar.SlotSearch;
import org.tickmark.api.host.mail.Outbox;

/**
 * Registers {@link Appointments} and {@link Meetings}; completes at the start what an earlier release has stored, and makes the rows of
 * series without end ahead, a minute later and once a day.
 */
@Component(name = "org.tickmark.calendar", immediate = true)
public final class CalendarComponent implements Appointments, Meetings {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarComponent.class);

    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int PATIENCE_SECONDS = 10;

    private final StoredAppointments appointments;
    private final StoredMeetings meetings;
    private final ScheduledExecutorService upkeep =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "calendar-upkeep"));
    private ScheduledFuture<?> rolling;

    @Activate
    public CalendarComponent(
            @Reference(target = "(tickmark.schema=org.tickmark.calendar)") Transactions transactions,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Outbox outbox,
            @Reference Users users,
            @Reference Clock clock) {
        Clock here = clock.withZone(ZoneId.systemDefault());
        Keeper keeper = new Keeper(audit, events, outbox, users, here);
        this.appointments = new StoredAppointments(transactions, events, keeper, here);
        this.meetings = new StoredMeetings(transactions, events, keeper, here);
    }

    @Activate
    void start() {
        upkeep.execute(this::complete);
        rolling = upkeep.scheduleWithFixedDelay(this::rollForward, 1, MINUTES_OF_A_DAY, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        // Never by an interrupt, which would close the files of the database.
        rolling.cancel(false);
        upkeep.shutdown();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!upkeep.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Rows of series without end were still being made after {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void complete() {
        try {
            int completed = appointments.complete();
            if (completed > 0) {
                LOG.info("Hours and people of {} items kept that an earlier release had stored", completed);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Hours and people of older items could not be kept; conflicts with them are found after cal check"
                            + " --mend",
                    e);
        }
    }

    private void rollForward() {
        try {
            int rolled = appointments.rollForward();
            LOG.debug("Rows of {} series made ahead", rolled);
        } catch (RuntimeException e) {
            LOG.warn("Rows of series without end could not be made ahead; the next try is in a day", e);
        }
    }

    @Override
    public List<Appointment> between(
            Caller caller, Instant fromInclusive, Instant toExclusive, Optional<String> owner, int limit) {
        return appointments.between(caller, fromInclusive, toExclusive, owner, limit);
    }

    @Override
    public Optional<Appointment> appointment(Caller caller, AppointmentKey key) {
        return appointments.appointment(caller, key);
    }

    @Override
    public Optional<Repetition> repetition(Caller caller, long series) {
        return appointments.repetition(caller, series);
    }

    @Override
    public DateList dates(Caller caller, Draft draft, int limit) {
        return appointments.dates(caller, draft, limit);
    }

    @Override
    public DateList dates(Caller caller, long series, String holidays, int limit) {
        return appointments.dates(caller, series, holidays, limit);
    }

    @Override
    public Saved add(Caller caller, Draft draft) {
        return appointments.add(caller, draft);
    }

    @Override
    public Preview preview(Caller caller, Edit edit) {
        return appointments.preview(caller, edit);
    }

    @Override
    public Saved apply(Caller caller, Edit edit) {
        return appointments.apply(caller, edit);
    }

    @Override
    public Saved undo(Caller caller, long change) {
        return appointments.undo(caller, change);
    }

    @Override
    public String exportText(Caller caller, List<Long> series, Optional<String> owner, CalendarFormat format) {
        return appointments.exportText(caller, series, owner, format);
    }

    @Override
    public ImportedCalendar importText(Caller caller, String text, String from, String owner, boolean dryRun) {
        return appointments.importText(caller, text, from, owner, dryRun);
    }

    @Override
    public List<Departure> check(Caller caller, boolean mend) {
        return appointments.check(caller, mend);
    }

    @Override
    public List<Participant> participants(Caller caller, AppointmentKey key) {
        return meetings.participants(caller, key);
    }

    @Override
    public Saved answer(
            Caller caller, AppointmentKey key, String who, Answer answer, Edit.Reach reach, String comment) {
        return meetings.answer(caller, key, who, answer, reach, comment);
    }

    @Override
    public List<ReadReply> reply(Caller caller, String text, String from, boolean dryRun) {
        return meetings.reply(caller, text, from, dryRun);
    }

    @Override
    public List<BusyTime> busy(Caller caller, List<String> who, Instant fromInclusive, Instant toExclusive) {
        return meetings.busy(caller, who, fromInclusive, toExclusive);
    }

    @Override
    public Optional<Instant> firstFree(Caller caller, SlotSearch search) {
        return meetings.firstFree(caller, search);
    }

    @Override
    public Clashes clashes(Caller caller, Draft draft, int limit) {
        return meetings.clashes(caller, draft, limit);
    }

    @Override
    public Clashes clashes(Caller caller, AppointmentKey key, int limit) {
        return meetings.clashes(caller, key, limit);
    }

    @Override
    public Clearing clear(Caller caller, AppointmentKey key, ClearingLimits limits) {
        return meetings.clear(caller, key, limits);
    }
}
