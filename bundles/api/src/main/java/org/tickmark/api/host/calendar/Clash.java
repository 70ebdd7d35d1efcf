package org.tickmark.api.host.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * The first time at which an appointment or series meets another one of the same people or resources.
 *
 * @param who who or what is wanted twice
 * @param other the other appointment
 * @param series the number of its series; 0 for one that stands alone
 * @param title what the other one is called
 * @param original the start that the rule gives for the date at hand, on its own clock
 * @param from the first instant that is blocked by both
 * @param to the instant at which one of them blocks no longer
 */
public record Clash(
        List<String> who,
        AppointmentKey other,
        long series,
        String title,
        LocalDateTime original,
        Instant from,
        Instant to) {
    public Clash {
        who = List.copyOf(who);
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
