package org.tickmark.benchmarks.recurrence;

import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.RecurrenceRule;

/** Tickmark: asked in seconds, as {@link org.tickmark.recurrence.Sequence} answers. */
record TickmarkRule(Recurrence recurrence) implements Compiled {
    private static final Moment LOCAL = Moment.of(Clock.START);
    private static final Moment ZONED = Moment.of(Clock.START, Clock.ZONED.zone());

    static TickmarkRule compile(String text, Clock clock) {
        return new TickmarkRule(Recurrence.of(clock == Clock.LOCAL ? LOCAL : ZONED, RecurrenceRule.parse(text)));
    }

    @Override
    public long expand(int occurrences) {
        long sum = 0;
        long at = recurrence.first();
        for (int i = 0; i < occurrences; i++) {
            sum += at;
            at = recurrence.next(at + 1);
        }
        return sum;
    }

    @Override
    public long next(long after) {
        return recurrence.next(after + 1);
    }
}
