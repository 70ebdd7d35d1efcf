package org.tickmark.api.host.calendar;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to do to an appointment and its series.
 *
 * @param key the appointment it is done at
 * @param revision the revision that the decision stands on; {@link #ANY} for whatever stands
 * @param action what
 */
public record Edit(AppointmentKey key, int revision, Action action) {
    /** Any revision. */
    public static final int ANY = 0;

    public Edit {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(action, "action");
    }

    /** An edit of whatever stands. */
    public static Edit of(AppointmentKey key, Action action) {
        return new Edit(key, ANY, action);
    }

    /** The same edit, standing on a revision. */
    public Edit seen(int decided) {
        return new Edit(key, decided, action);
    }

    /** How much of a series it reaches. */
    public enum Reach {
        /** One appointment. */
        THIS,
        /** One and those that the rule has later. */
        FOLLOWING,
        /** Every one. */
        ALL
    }

    /** What becomes of appointments that were changed by hand before, when many are changed. */
    public enum HandChanged {
        /** They take over what they have no value of their own for. */
        FIELD_BY_FIELD,
        /** They stay exactly as they look. */
        UNTOUCHED,
        /** They lose what was changed by hand; deleted and added ones stay so. */
        RESET
    }

    /** What another start means for a series. */
    public enum Restart {
        /** Every appointment moves by the same time, with what was changed by hand. */
        SHIFT,
        /** The rule stays and is counted from the new start; appointments come and go as it says. */
        REANCHOR,
        /** The series ends before the appointment; that one and those after it move by the same time, as a new series. */
        SPLIT
    }

    /** What can be done. */
    public sealed interface Action permits Change, Repeat, Begin, Delete, Stop, Add, Restore, Cut, Join {}

    /**
     * Other values. For more than one appointment of a series the start may change its time of day alone; for the date there is
     * {@link Begin}.
     *
     * @param start another start, on the wall clock of its zone
     * @param length another length, ISO 8601
     * @param fields other values of fields, by name
     */
    public record Change(
            Optional<LocalDateTime> start,
            Optional<String> length,
            Map<String, String> fields,
            Reach reach,
            HandChanged handChanged)
            implements Action {
        public Change {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }

        /** Another value of a field. */
        public static Change field(String name, String value, Reach reach) {
            return new Change(
                    Optional.empty(), Optional.empty(), Map.of(name, value), reach, HandChanged.FIELD_BY_FIELD);
        }

        /** Another start. */
        public static Change start(LocalDateTime start, Reach reach) {
            return new Change(Optional.of(start), Optional.empty(), Map.of(), reach, HandChanged.FIELD_BY_FIELD);
        }
    }

    /**
     * Another rule, for the whole series or from the appointment on; a first one for an appointment that stands alone.
     *
     * @param rule canonical text
     * @param reach {@code FOLLOWING} or {@code ALL}
     */
    public record Repeat(String rule, Reach reach) implements Action {}

    /** Another start of the series, given for the appointment. */
    public record Begin(LocalDateTime start, Restart how) implements Action {}

    /** Away with it. */
    public record Delete(Reach reach) implements Action {}

    /** The appointment stays, those after it are deleted. */
    public record Stop() implements Action {}

    /** One more appointment of the series, at the original start in the key; one that was deleted comes back. */
    public record Add() implements Action {}

    /** What was changed by hand about the original start in the key ends. */
    public record Restore() implements Action {}

    /** The series becomes two, the second of which begins with the appointment. */
    public record Cut() implements Action {}

    /**
     * Two series that were cut become one.
     *
     * @param following number of the second one
     */
    public record Join(long following) implements Action {}
}
