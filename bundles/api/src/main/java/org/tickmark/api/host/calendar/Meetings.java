package org.tickmark.api.host.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.host.calendar.Edit.Reach;

/**
 * People and resources of appointments: who takes part and what they said, when they are free, what would meet what. They are added and taken
 * away as fields of the appointment ({@link Fields#participant}), so by the same edits, previews and undoing as everything else. Safe
 * for use from many threads.
 *
 * <p>Errors are those of {@link Appointments}; an answer that is out of date, or of somebody who was not asked, is
 * {@code calendar.reply}. Whose appointments one may change: {@link org.tickmark.api.Permission#CALENDAR_EDIT} and
 * {@link org.tickmark.api.Permission#CALENDAR_EDIT_ALL}; everybody who may see the calendar may answer for themselves.
 */
@ProviderType
public interface Meetings {
    /** Who takes part in an appointment, with their answers to its date: people first, each group by name. */
    List<Participant> participants(Caller caller, AppointmentKey key);

    /**
     * Keeps an answer. To answer for others takes the right to change the appointment.
     *
     * @param who who answers, by the name that they take part under; empty for the caller
     * @param reach for the date alone, for it and those after it, or for all
     * @param comment one line; may be empty
     */
    Saved answer(Caller caller, AppointmentKey key, String who, Answer answer, Reach reach, String comment);

    /**
     * Keeps the answers in an iCalendar file that people sent back (RFC 5546, REPLY and COUNTER). A proposal of another time is declined by
     * mail and told as {@code calendar.countered}; the appointment stays. The first answer that cannot be taken refuses the file.
     *
     * @param from what the file is called
     * @param dryRun whether only to tell what would be done
     */
    List<ReadReply> reply(Caller caller, String text, String from, boolean dryRun);

    /**
     * When people and resources are taken in a range, each on its own and in order, what touches put together.
     *
     * @param who names as in {@link Participant}, or owners
     */
    List<BusyTime> busy(Caller caller, List<String> who, Instant fromInclusive, Instant toExclusive);

    /** The first time that everybody has; empty where there is none in the range. */
    Optional<Instant> firstFree(Caller caller, SlotSearch search);

    /**
     * What a draft would meet of its owner, people and resources.
     *
     * @param limit how many to list, 1 to {@value Appointments#MOST}
     */
    Clashes clashes(Caller caller, Draft draft, int limit);

    /** What an appointment, with its whole series, meets. */
    Clashes clashes(Caller caller, AppointmentKey key, int limit);

    /** The smallest moves that clear the conflicts of an appointment, with its whole series, within the next two years. */
    Clearing clear(Caller caller, AppointmentKey key, ClearingLimits limits);
}
