package org.tickmark.api.host.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tickmark.api.message.Message;

/**
 * What an edit will do, told before it is done.
 *
 * @param revision what it stands on; to be given to the edit, so that nothing else is done
 * @param editCase what it does to the series as a whole
 * @param changed how many appointments look different; empty for those of a series without end
 * @param removed how many go; empty for those of a series without end
 * @param kept how many exceptions in its reach stay
 * @param lost original starts of exceptions that find no place
 * @param oldRuleEnds the last date of a rule that goes on no further
 * @param sentence all that for people: {@code 7 appointments change, 2 exceptions kept, the old rule ends on 10 November 2026}
 */
public record Preview(
        int revision,
        EditCase editCase,
        OptionalLong changed,
        OptionalLong removed,
        int kept,
        List<LocalDateTime> lost,
        Optional<LocalDate> oldRuleEnds,
        Message sentence) {
    public Preview {
        lost = List.copyOf(lost);
    }

    /** What an edit does to the series as a whole. */
    public enum EditCase {
        /** Nothing that needs a word. */
        NONE,
        /** It begins at the second appointment: the first one stands alone from now on. */
        CHANGED_ON_SECOND,
        /** It begins within the series, which becomes two. */
        CHANGED_IN_SERIES,
        /** A deletion leaves one appointment, which stands alone from now on. */
        DELETE_LEAVING_ONLY_ONE,
        /** The first appointment is deleted: the series begins later. */
        DELETE_ONLY_FIRST,
        /** A deletion reaches the last appointment: the series ends earlier. */
        DELETE_INCLUDING_LAST,
        /** The series is stopped on its first appointment, which stands alone from now on. */
        STOP_ON_FIRST,
        /** The series is stopped within: it ends with the appointment at hand. */
        STOP_IN_SERIES
    }
}
