package org.tickmark.api.host.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A series: its rule, and what was changed by hand.
 *
 * @param id its number
 * @param revision grows with each change
 * @param owner whose it is
 * @param start where the rule is counted from, on the wall clock of the zone
 * @param zone id of the zone; empty for whole days and for times on any clock
 * @param allDay whether its appointments take whole days
 * @param length of an appointment, ISO 8601
 * @param rule canonical text of the rule
 * @param label the rule as a sentence, in the language of the caller
 * @param shortLabel the pattern and its dates, in the language of the caller
 * @param count how many appointments there are; empty for a series without end
 * @param last the date of the last one; empty for a series without end
 * @param fields of an appointment that has none of its own
 * @param handChanges what was changed by hand, in order
 */
public record Repetition(
        long id,
        int revision,
        String owner,
        LocalDateTime start,
        String zone,
        boolean allDay,
        String length,
        String rule,
        String label,
        String shortLabel,
        OptionalLong count,
        Optional<LocalDate> last,
        Map<String, String> fields,
        List<HandChange> handChanges) {
    public Repetition {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        handChanges = List.copyOf(handChanges);
    }

    /**
     * What was changed by hand about one appointment.
     *
     * @param original the start that the rule gives; of an added one, the start it was added at
     * @param kind what was done
     * @param start the start it has instead
     * @param length the length it has instead
     * @param fields the fields it has instead
     */
    public record HandChange(
            LocalDateTime original,
            Kind kind,
            Optional<LocalDateTime> start,
            Optional<String> length,
            Map<String, String> fields) {
        public HandChange {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }

        /** What was done. */
        public enum Kind {
            /** It does not take place. */
            DELETED,
            /** It is different. */
            CHANGED,
            /** It was added. */
            ADDED
        }
    }
}
