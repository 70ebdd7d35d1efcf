package org.tickmark.api.host.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What someone who is asked to an appointment has said, with the numbers of the column {@code status}. RFC 5545 section 3.2.12. */
public enum Answer {
    /** Nothing yet. */
    NEEDS_ACTION(AppointmentStatus.BOOKING),
    /** They come. */
    ACCEPTED(AppointmentStatus.NOT_STARTED),
    /** They may come. */
    TENTATIVE(AppointmentStatus.BOOKING_SEEN),
    /** They do not come. */
    DECLINED(AppointmentStatus.BOOKING_DECLINED);

    private final AppointmentStatus status;

    Answer(AppointmentStatus status) {
        this.status = status;
    }

    /** What the originals call it. */
    public AppointmentStatus status() {
        return status;
    }

    /** The word of it: {@code needs-action}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The answer of a word, in any case. */
    public static Optional<Answer> ofWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(answer -> answer.word().equals(lower))
                .findFirst();
    }
}
