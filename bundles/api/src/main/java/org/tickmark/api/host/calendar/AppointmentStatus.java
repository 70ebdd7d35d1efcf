package org.tickmark.api.host.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an appointment is, with the numbers of the column {@code status}. */
public enum AppointmentStatus {
    UNKNOWN(0),
    NOT_STARTED(1),
    STARTED(2),
    COMPLETED(3),
    HIDDEN(4),
    BOOKING(5),
    BOOKING_MOVED(6),
    BOOKING_SEEN(7),
    BOOKING_MOVED_SEEN(8),
    BOOKING_DECLINED(9),
    BOOKING_DELETED(10),
    ASSIGNMENT(11),
    ASSIGNMENT_SEEN(12),
    ASSIGNMENT_DECLINED(13);

    private final int number;

    AppointmentStatus(int number) {
        this.number = number;
    }

    /** The number, 0 to 13. */
    public int number() {
        return number;
    }

    /** The word that the field {@link Fields#STATUS} holds: {@code not-started}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status of a word. */
    public static Optional<AppointmentStatus> ofWord(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
