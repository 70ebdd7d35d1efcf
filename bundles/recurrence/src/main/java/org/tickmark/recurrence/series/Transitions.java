package org.tickmark.recurrence.series;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.tickmark.recurrence.Sequence;

/** When the clocks of a zone are changed. */
final class Transitions {
    private Transitions() {}

    /** The second from which on the zone changes its clocks by the same rules every year, or not at all. */
    static long settled(ZoneId zone) {
        List<ZoneOffsetTransition> history = zone.getRules().getTransitions();
        return history.isEmpty()
                ? Sequence.MIN
                : history.get(history.size() - 1).toEpochSecond() + 1;
    }

    /** The first change at or after the second; {@link Sequence#NONE} where none is to come. */
    static long next(ZoneId zone, long from) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition transition = rules.nextTransition(Instant.ofEpochSecond(Math.max(from, Sequence.MIN) - 1));
        return transition == null ? Sequence.NONE : transition.toEpochSecond();
    }
}
