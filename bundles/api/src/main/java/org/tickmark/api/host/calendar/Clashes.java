package org.tickmark.api.host.calendar;

import java.util.List;

/**
 * What an appointment or series meets, for ever where it has no end.
 *
 * @param clashes one for each other appointment or series: the first time that they meet, by that time
 * @param total how many there are; more than are listed where the list was limited
 */
public record Clashes(List<Clash> clashes, int total) {
    public Clashes {
        clashes = List.copyOf(clashes);
    }
}
