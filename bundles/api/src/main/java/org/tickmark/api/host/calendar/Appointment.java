package org.tickmark.api.host.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One appointment as it takes place.
 *
 * @param key what names it
 * @param series the number of its series; 0 for one that stands alone
 * @param revision of its series, or of itself where it stands alone; grows with each change
 * @param owner whose it is
 * @param original the start that its rule gives, where it has or had one
 * @param start on the wall clock of its zone; midnight for whole days
 * @param end on the same clock, not part of it
 * @param zone id of the zone, {@code Z} for UTC; empty for whole days and for times on any clock
 * @param allDay whether it takes whole days
 * @param startsAt the instant; whole days and times on any clock are read in the zone of the calendar
 * @param endsAt likewise
 * @param origin where it comes from
 * @param fields what is known of it, by the names of {@link Fields} and others that begin with {@code x-}
 */
public record Appointment(
        AppointmentKey key,
        long series,
        int revision,
        String owner,
        Optional<LocalDateTime> original,
        LocalDateTime start,
        LocalDateTime end,
        String zone,
        boolean allDay,
        Instant startsAt,
        Instant endsAt,
        AppointmentOrigin origin,
        Map<String, String> fields) {
    public Appointment {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** A field; empty where it has none. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
