package org.tickmark.recurrence;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Something in a recurrence that RFC 5545 forbids or leaves open and that is read in one documented way. */
public enum Notice {
    /** The start is not an occurrence: no rule and no added date makes it one. */
    START_IS_NO_OCCURRENCE,
    /** UNTIL is a date and the start has a time: the end of that day is meant. */
    UNTIL_WITHOUT_TIME,
    /** UNTIL has a time and the start is a date: UNTIL's date is meant. */
    UNTIL_WITH_TIME,
    /** UNTIL is floating and the start has a zone or is in UTC: the start's wall clock is meant. */
    UNTIL_WITHOUT_ZONE,
    /** UNTIL is in UTC and the start is floating: the time is taken from the same wall clock. */
    UNTIL_IN_UTC,
    /** BYHOUR, BYMINUTE or BYSECOND stand with a start that is a date: they are ignored. */
    TIMES_WITHOUT_TIME;

    static Set<Notice> of(Recurrence recurrence) {
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        if (!recurrence.matches(recurrence.start())) {
            notices.add(START_IS_NO_OCCURRENCE);
        }
        for (Rule rule : recurrence.rules()) {
            if (rule.end() instanceof End.Until until) {
                addUntil(recurrence.start(), until.last(), notices);
            } else if (rule.end() instanceof End.CountOrUntil either) {
                addUntil(recurrence.start(), either.last(), notices);
            }
            if (rule instanceof RecurrenceRule rfc && hasTimes(rfc) && recurrence.start() instanceof Moment.DateOnly) {
                notices.add(TIMES_WITHOUT_TIME);
            }
        }
        return Collections.unmodifiableSet(notices);
    }

    private static boolean hasTimes(RecurrenceRule rule) {
        return !rule.byHour().isEmpty()
                || !rule.byMinute().isEmpty()
                || !rule.bySecond().isEmpty();
    }

    private static void addUntil(Moment start, Moment until, Set<Notice> notices) {
        boolean isDate = until instanceof Moment.DateOnly;
        if (start instanceof Moment.DateOnly) {
            if (!isDate) {
                notices.add(UNTIL_WITH_TIME);
            }
        } else if (isDate) {
            notices.add(UNTIL_WITHOUT_TIME);
        } else if (Kinds.hasInstant(start) && until instanceof Moment.Floating) {
            notices.add(UNTIL_WITHOUT_ZONE);
        } else if (start instanceof Moment.Floating && until instanceof Moment.Utc) {
            notices.add(UNTIL_IN_UTC);
        }
    }
}
