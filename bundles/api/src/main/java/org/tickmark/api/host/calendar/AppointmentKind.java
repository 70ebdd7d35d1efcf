package org.tickmark.api.host.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an appointment is, with the numbers of the columns {@code task_idx} and {@code type}. */
public enum AppointmentKind {
    /** A meeting: a time in the diary. */
    APPOINTMENT(1, 1),
    /** Something to do: an entry in the check list. */
    TASK(2, 2),
    /** A telephone call: a time in the diary. */
    CALL(3, 1);

    private final int number;
    private final int type;

    AppointmentKind(int number, int type) {
        this.number = number;
        this.type = type;
    }

    /** The number in {@code task_idx}. */
    public int number() {
        return number;
    }

    /** The number in {@code type}: 1 in the diary, 2 in the check list. */
    public int type() {
        return type;
    }

    /** The word that the field {@link Fields#KIND} holds. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word. */
    public static Optional<AppointmentKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
