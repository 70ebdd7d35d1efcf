package org.tickmark.recurrence.series;

import java.util.Optional;
import org.tickmark.recurrence.Sequence;

/** Occurrences that take place when the rule says. */
record PlainCandidates(Sequence line) implements Candidates {
    @Override
    public Optional<Slot> after(Slot slot) {
        long from = slot.original() < slot.start() ? slot.start() : slot.start() + 1;
        return slot(line.next(from));
    }

    @Override
    public Optional<Slot> before(Slot slot) {
        long until = slot.original() > slot.start() ? slot.start() : slot.start() - 1;
        return slot(line.previous(until));
    }

    @Override
    public long countBefore(long start) {
        return line.countBefore(start);
    }

    @Override
    public Optional<Slot> named(long original) {
        return line.contains(original) ? slot(original) : Optional.empty();
    }

    @Override
    public boolean isEndless() {
        return line.isEndless();
    }

    private static Optional<Slot> slot(long second) {
        return second == Sequence.NONE ? Optional.empty() : Optional.of(new Slot(second, second));
    }
}
