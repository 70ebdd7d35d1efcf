package org.tickmark.script.crmscript.run;

import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Values;

/** {@code ++} and {@code --} on a whole number. */
public final class Step extends Node.OfNumber {
    private final Cell cell;
    private final int by;
    private final boolean before;
    private final long least;
    private final long most;

    /**
     * A step.
     *
     * @param by 1 or -1
     * @param before whether the value is that behind the step
     * @param wide whether the number has 64 bits
     */
    public Step(Cell cell, int by, boolean before, boolean wide) {
        this.cell = cell;
        this.by = by;
        this.before = before;
        this.least = wide ? Values.NULL + 1 : Integer.MIN_VALUE;
        this.most = wide ? Long.MAX_VALUE : Integer.MAX_VALUE;
    }

    @Override
    long number(Frame frame) {
        long old = Values.orZero(cell.bits(frame));
        if (old == (by > 0 ? most : least)) {
            throw new Fault(Fault.MATH, Texts.text("run.overflow", most == Long.MAX_VALUE ? "Long" : "Integer"));
        }
        cell.setBits(frame, old + by);
        return before ? old + by : old;
    }
}
