package org.tickmark.recurrence.internal;

import org.tickmark.recurrence.Sequence;

/**
 * Every n-th hour, minute or second from a base on, with the same offsets in each.
 *
 * <p>The units the rule meets are numbered from 0, its steps. Which hours, minutes and seconds a rule allows depends on the
 * place of the unit in the day alone, and that repeats after a cycle of steps; the steps allowed in one cycle are bits.
 */
final class UnitSequence implements Sequence {
    private final int unit;
    private final long interval;
    private final long base;
    private final Times within;
    private final StepCycle cycle;
    private final long lastStep;

    /**
     * @param unit how many seconds a unit has: 3600, 60 or 1
     * @param interval every how many units
     * @param base the number of the first unit; nothing before it is an element
     * @param within the offsets inside a unit
     * @param cycle which steps are allowed
     */
    UnitSequence(int unit, long interval, long base, Times within, StepCycle cycle) {
        this.unit = unit;
        this.interval = interval;
        this.base = base;
        this.within = within;
        this.cycle = cycle;
        lastStep = (Math.floorDiv(MAX, unit) - base) / interval;
    }

    @Override
    public long next(long atOrAfter) {
        if (atOrAfter > MAX || isEmpty()) {
            return NONE;
        }
        long second = Math.max(atOrAfter, MIN);
        long step = Math.max(Math.floorDiv(second - start(0), interval * unit), -1);
        if (step >= 0 && cycle.has(step)) {
            long start = start(step);
            int hit = second - start < unit ? within.next((int) (second - start)) : Times.NONE;
            if (hit >= 0) {
                return start + hit;
            }
        }
        long later = cycle.next(step + 1);
        return later > lastStep ? NONE : start(later) + within.first();
    }

    @Override
    public long previous(long atOrBefore) {
        long index = countBefore(Math.min(atOrBefore, MAX) + 1) - 1;
        return index < 0 ? NONE : nth(index);
    }

    @Override
    public long countBefore(long second) {
        if (second <= MIN || isEmpty()) {
            return 0;
        }
        long until = Math.min(second, MAX + 1);
        long units = Math.floorDiv(until, unit) - base;
        if (units < 0) {
            return 0;
        }
        long step = units / interval;
        long count = cycle.countBefore(step) * within.size();
        if (!cycle.has(step)) {
            return count;
        }
        long offset = until - start(step);
        return count + (offset < unit ? within.countBefore((int) offset) : within.size());
    }

    @Override
    public long nth(long index) {
        if (index < 0 || isEmpty() || index > MAX - MIN) {
            return NONE;
        }
        long step = cycle.nth(index / within.size());
        if (step > lastStep) {
            return NONE;
        }
        return start(step) + within.nth((int) (index % within.size()));
    }

    @Override
    public boolean isEndless() {
        return first() != NONE;
    }

    private boolean isEmpty() {
        return within.size() == 0 || cycle.isEmpty();
    }

    private long start(long step) {
        return (base + step * interval) * unit;
    }
}
