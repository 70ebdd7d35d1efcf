package org.tickmark.api.host.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;

/**
 * Appointments, and series of them kept as a rule with what was changed by hand. Safe for use from many threads.
 *
 * <p>Every occurrence of a series is also a row of {@code appointment}; of a series without end, those of the next two years are.
 * Whoever reads them reads the views {@code calendar_appointment_v1} and {@code calendar_series_v1}; the bundle's README lists
 * their columns.
 *
 * <p>What cannot be done is a {@link org.tickmark.api.TickmarkException} whose code begins with {@code calendar.}: {@code calendar.unknown}
 * for what there is not, {@code calendar.invalid} for values that are wrong, {@code calendar.refused} for an edit that makes no sense,
 * {@code calendar.meanwhile} for one that stands on what has changed since; that one tells the difference.
 */
@ProviderType
public interface Appointments {
    /** The most appointments that {@link #between} gives and dates that {@link #dates} lists. */
    int MOST = 10_000;

    /**
     * The appointments that take place, in part at least, in a range, by their start; however far away it is.
     *
     * @param owner whose; empty for everybody's
     * @param limit 1 to {@value #MOST}
     */
    List<Appointment> between(
            Caller caller, Instant fromInclusive, Instant toExclusive, Optional<String> owner, int limit);

    /** One appointment. */
    Optional<Appointment> appointment(Caller caller, AppointmentKey key);

    /** A series. */
    Optional<Repetition> repetition(Caller caller, long series);

    /**
     * The dates that a draft would have, with conflicts and holidays. Nothing is stored.
     *
     * @param limit 1 to {@value #MOST}
     */
    DateList dates(Caller caller, Draft draft, int limit);

    /**
     * The dates of a series that stands, likewise.
     *
     * @param holidays id of the calendar whose holidays are marked; empty for none
     */
    DateList dates(Caller caller, long series, String holidays, int limit);

    /**
     * Adds what the draft says.
     *
     * @throws org.tickmark.api.TickmarkException {@code calendar.taken} if it brings the name of a file (field {@code x-uid}) that the owner has already
     */
    Saved add(Caller caller, Draft draft);

    /** What an edit would do. Nothing is stored. */
    Preview preview(Caller caller, Edit edit);

    /** Does it. */
    Saved apply(Caller caller, Edit edit);

    /**
     * Puts back what a change has changed. That is a change as well, and can be undone.
     *
     * @param change number of a change
     */
    Saved undo(Caller caller, long change);

    /**
     * Series and appointments for other programs, a series as its rule with what was changed by hand.
     *
     * @param series numbers of series; none for everything
     * @param owner whose, where everything is meant; empty for everybody's
     */
    String exportText(Caller caller, List<Long> series, Optional<String> owner, CalendarFormat format);

    /**
     * Adds what a file in a {@link CalendarFormat} tells, and changes what an earlier one has told under the same name (UID). What the calendar does not
     * know of an event is kept, and written again.
     *
     * @param from what the file is called
     * @param owner whose they are to be; empty for the caller's
     * @param dryRun whether only to tell what would be done
     * @throws org.tickmark.api.TickmarkException {@code calendar.invalid} if it is no such file
     */
    ImportedCalendar importText(Caller caller, String text, String from, String owner, boolean dryRun);

    /**
     * Rebuilds every row from its rule and compares.
     *
     * @param mend whether to write what is right where it differs
     * @return what was wrong
     */
    List<Departure> check(Caller caller, boolean mend);
}
