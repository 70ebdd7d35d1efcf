package org.tickmark.recurrence.internal;

import org.tickmark.recurrence.Sequence;

/**
 * A rule that takes the same seconds from all periods of one shape, in every n-th period from a base on.
 *
 * <p>Periods of the rule are its steps. The shapes of the steps repeat after a cycle, so one table of prefix counts over the
 * cycle answers count and nth, and finds the next step that is not empty. It is made when first needed.
 */
final class PeriodSequence implements Sequence {
    private final Periods periods;
    private final int interval;
    private final int base;
    private final CellSource source;
    private final Cell[] cells;
    private final int lastStep;
    private final int cycle;
    private volatile long[] sizesBefore;

    /**
     * @param interval every how many periods
     * @param base the first of the rule's periods; nothing before it is an element
     */
    PeriodSequence(Periods periods, int interval, int base, CellSource source) {
        this.periods = periods;
        this.interval = interval;
        this.base = base;
        this.source = source;
        cells = new Cell[periods.shapes()];
        lastStep = (periods.indexOf(Civil.dayOf(MAX)) - base) / interval;
        cycle = Math.min(periods.cycle() / Periods.gcd(periods.cycle(), interval), lastStep + 1);
    }

    @Override
    public long next(long atOrAfter) {
        if (atOrAfter > MAX) {
            return NONE;
        }
        long second = Math.max(atOrAfter, MIN);
        int step = stepOf(second);
        if (step >= 0) {
            long start = start(step);
            long hit = cell(step).next(second - start);
            if (hit >= 0) {
                return start + hit;
            }
        }
        return first(nextFilled(Math.max(step, -1) + 1));
    }

    @Override
    public long previous(long atOrBefore) {
        long second = Math.min(atOrBefore, MAX);
        int step = second < MIN ? -1 : stepOf(second);
        if (step < 0) {
            return NONE;
        }
        long start = start(step);
        long hit = cell(step).previous(second - start);
        return hit >= 0 ? start + hit : lastOf(previousFilled(step - 1));
    }

    @Override
    public long countBefore(long second) {
        if (second <= MIN) {
            return 0;
        }
        int step = stepOf(Math.min(second, MAX + 1));
        return step < 0 ? 0 : sizesBefore(step) + cell(step).countBefore(Math.min(second, MAX + 1) - start(step));
    }

    @Override
    public long nth(long index) {
        long[] table = table();
        long perCycle = table[cycle];
        if (index < 0 || perCycle == 0 || index / perCycle > lastStep / cycle) {
            return NONE;
        }
        long rest = index % perCycle;
        int inCycle = Longs.countBefore(table, cycle + 1, rest + 1) - 1;
        long step = index / perCycle * cycle + inCycle;
        if (step > lastStep) {
            return NONE;
        }
        long hit = start((int) step) + cell((int) step).nth((int) (rest - table[inCycle]));
        return hit > MAX ? NONE : hit;
    }

    @Override
    public boolean isEndless() {
        return first() != NONE;
    }

    /** Whether it is easily told that there is an element after a second: in the same period of a later cycle. */
    boolean surelyGoesOnAfter(long second) {
        int step = stepOf(second);
        return step >= 0 && step + cycle < lastStep && source.surelyHasDays(base + step * interval);
    }

    /** The step that begins at or before a second; negative before the base. */
    private int stepOf(long second) {
        int distance = periods.indexOf(Civil.dayOf(second)) - base;
        return interval == 1 ? distance : Math.floorDiv(distance, interval);
    }

    private long start(int step) {
        return (long) periods.startDay(base + step * interval) * Civil.DAY;
    }

    private Cell cell(int step) {
        int period = base + step * interval;
        int shape = periods.shape(period);
        Cell cell = cells[shape];
        if (cell == null) {
            cell = source.cell(period);
            cells[shape] = cell;
        }
        return cell;
    }

    private long first(int step) {
        if (step < 0) {
            return NONE;
        }
        long hit = start(step) + cell(step).nth(0);
        return hit > MAX ? NONE : hit;
    }

    private long lastOf(int step) {
        if (step < 0) {
            return NONE;
        }
        Cell cell = cell(step);
        return start(step) + cell.nth(cell.size() - 1);
    }

    /** The first step from the given one on that is not empty, or -1. */
    private int nextFilled(int from) {
        int tried = Math.min(lastStep, from + periods.commonGap());
        for (int step = from; step <= tried; step++) {
            if (cell(step).size() > 0) {
                return step;
            }
        }
        return tried == lastStep ? -1 : nextFilledByTable(tried + 1);
    }

    private int nextFilledByTable(int from) {
        long[] table = table();
        int cycleStart = from - from % cycle;
        int inCycle = Longs.countBefore(table, cycle + 1, table[from % cycle] + 1) - 1;
        if (inCycle == cycle) {
            cycleStart += cycle;
            inCycle = Longs.countBefore(table, cycle + 1, 1) - 1;
        }
        return inCycle == cycle || cycleStart + inCycle > lastStep ? -1 : cycleStart + inCycle;
    }

    /** The last step up to the given one that is not empty, or -1. */
    private int previousFilled(int from) {
        int tried = Math.max(0, from - periods.commonGap());
        for (int step = from; step >= tried; step--) {
            if (cell(step).size() > 0) {
                return step;
            }
        }
        return tried == 0 ? -1 : previousFilledByTable(tried - 1);
    }

    private int previousFilledByTable(int from) {
        long[] table = table();
        int cycleStart = from - from % cycle;
        int inCycle = Longs.countBefore(table, cycle + 1, table[from % cycle + 1]) - 1;
        if (inCycle < 0) {
            cycleStart -= cycle;
            inCycle = Longs.countBefore(table, cycle + 1, table[cycle]) - 1;
        }
        return inCycle < 0 || cycleStart < 0 ? -1 : cycleStart + inCycle;
    }

    private long sizesBefore(int step) {
        if (periods.cycle() == 1) {
            return (long) step * cell(0).size();
        }
        long[] table = table();
        return step / cycle * table[cycle] + table[step % cycle];
    }

    /** How many elements the steps of a cycle before each of its steps have. Racing threads make equal tables. */
    private long[] table() {
        long[] table = sizesBefore;
        if (table == null) {
            table = new long[cycle + 1];
            for (int step = 0; step < cycle; step++) {
                table[step + 1] = table[step] + cell(step).size();
            }
            sizesBefore = table;
        }
        return table;
    }
}
