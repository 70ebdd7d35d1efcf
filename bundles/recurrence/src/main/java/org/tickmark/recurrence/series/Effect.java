package org.tickmark.recurrence.series;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tickmark.recurrence.Moment;

/** What a change amounts to, to be told before it is made. Immutable. */
public final class Effect {
    static final long ENDLESS = Long.MAX_VALUE;

    private final long changed;
    private final long removed;
    private final List<Deviation> kept;
    private final List<Deviation> lost;
    private final Moment oldRuleEnds;

    Effect(long changed, long removed, List<Deviation> kept, List<Deviation> lost, Moment oldRuleEnds) {
        this.changed = changed;
        this.removed = removed;
        this.kept = List.copyOf(kept);
        this.lost = List.copyOf(lost);
        this.oldRuleEnds = oldRuleEnds;
    }

    /**
     * How many occurrences look different afterwards, under another rule or start all but those that were changed by hand and look
     * as before; empty for those of a series without end.
     */
    public OptionalLong changed() {
        return known(changed);
    }

    /** How many occurrences are gone afterwards; empty for those of a series without end. */
    public OptionalLong removed() {
        return known(removed);
    }

    /** What was changed by hand in the part that the change reaches, and still is. */
    public List<Deviation> kept() {
        return kept;
    }

    /** What was changed by hand and has no place afterwards, by its moment before the change. */
    public List<Deviation> lost() {
        return lost;
    }

    /** Where the rule ends that goes on no further: its last occurrence; empty when no rule ends. */
    public Optional<Moment> oldRuleEnds() {
        return Optional.ofNullable(oldRuleEnds);
    }

    private static OptionalLong known(long number) {
        return number == ENDLESS ? OptionalLong.empty() : OptionalLong.of(number);
    }

    @Override
    public String toString() {
        return "changes " + changed() + ", removes " + removed() + ", keeps " + kept + ", loses " + lost
                + ", old rule ends " + oldRuleEnds();
    }
}
