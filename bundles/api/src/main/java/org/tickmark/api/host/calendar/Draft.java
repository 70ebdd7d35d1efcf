package org.tickmark.api.host.calendar;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An appointment or a series that is about to be added.
 *
 * @param owner whose it is; empty for the caller's
 * @param start where it begins, or where the rule is counted from; midnight for whole days
 * @param zone id of the zone whose wall clock is meant, {@code Z} for UTC; empty for the zone of the calendar
 * @param allDay whether it takes whole days
 * @param length how long, in ISO 8601: {@code PT30M}, {@code P1D}
 * @param rule canonical text of the rule, as the recurrence library reads it; empty for one appointment
 * @param fields what is known of it, by the names of {@link Fields}
 * @param adjustments what was done to the list of its dates, in order
 * @param holidays id of the calendar whose holidays are marked, such as {@code NO}; empty for none
 */
public record Draft(
        String owner,
        LocalDateTime start,
        String zone,
        boolean allDay,
        String length,
        String rule,
        Map<String, String> fields,
        List<Adjustment> adjustments,
        String holidays) {
    public Draft {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(holidays, "holidays");
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        adjustments = List.copyOf(adjustments);
    }

    /** An appointment at a time on the wall clock of a zone. */
    public static Draft at(LocalDateTime start, String zone, String length) {
        return new Draft("", start, zone, false, length, "", Map.of(), List.of(), "");
    }

    /** An appointment of whole days. */
    public static Draft ofDays(LocalDateTime start, String length) {
        return new Draft("", start, "", true, length, "", Map.of(), List.of(), "");
    }

    /** The same for someone else. */
    public Draft of(String other) {
        return new Draft(other, start, zone, allDay, length, rule, fields, adjustments, holidays);
    }

    /** The same as a series. */
    public Draft repeating(String other) {
        return new Draft(owner, start, zone, allDay, length, other, fields, adjustments, holidays);
    }

    /** The same with another value of a field. */
    public Draft with(String field, String value) {
        Map<String, String> more = new TreeMap<>(fields);
        more.put(field, value);
        return new Draft(owner, start, zone, allDay, length, rule, more, adjustments, holidays);
    }

    /** The same with the list of dates adjusted anew. */
    public Draft adjusted(List<Adjustment> others) {
        return new Draft(owner, start, zone, allDay, length, rule, fields, others, holidays);
    }

    /** The same with the holidays of a calendar marked. */
    public Draft marking(String calendar) {
        return new Draft(owner, start, zone, allDay, length, rule, fields, adjustments, calendar);
    }

    /**
     * What is done to one date of the list before it is saved.
     *
     * @param kind what
     * @param date the start that the rule gives; for {@link Kind#ADD} the start to add
     */
    public record Adjustment(Kind kind, LocalDateTime date) {
        public Adjustment {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(date, "date");
        }

        /** What can be done to a date. */
        public enum Kind {
            /** A day earlier than it is now. */
            EARLIER,
            /** A day later than it is now. */
            LATER,
            /** One more. */
            ADD,
            /** Not on this date. */
            DELETE,
            /** As the rule has it. */
            RESET
        }
    }
}
