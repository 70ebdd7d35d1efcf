package org.tickmark.script.crmscript.run;

import org.tickmark.script.crmscript.value.Values;

/**
 * An expression that can be evaluated. Each yields values of one storage, by one of four methods; the compiler calls no other. What calls a
 * function of the script is an {@link Instruction}, so that a run can pause there.
 */
public abstract class Node {
    long number(Frame frame) {
        throw new IllegalStateException("No number: " + getClass());
    }

    double real(Frame frame) {
        throw new IllegalStateException("No real: " + getClass());
    }

    boolean flag(Frame frame) {
        throw new IllegalStateException("No flag: " + getClass());
    }

    Object object(Frame frame) {
        throw new IllegalStateException("No object: " + getClass());
    }

    /** The value as an object, null for none. */
    abstract Object boxed(Frame frame);

    /** Evaluates it for its effect. */
    abstract void run(Frame frame);

    /** How it is kept in a slot of numbers. */
    abstract long bits(Frame frame);

    /** Whether it yields the same at any time, so that it does not matter when it is evaluated. */
    public boolean isConstant() {
        return false;
    }

    /** Yields whole numbers. */
    abstract static class OfNumber extends Node {
        @Override
        abstract long number(Frame frame);

        @Override
        final long bits(Frame frame) {
            return number(frame);
        }

        @Override
        final Object boxed(Frame frame) {
            long number = number(frame);
            return number == Values.NULL ? null : (Object) number;
        }

        @Override
        final void run(Frame frame) {
            number(frame);
        }
    }

    /** Yields Floats. */
    abstract static class OfReal extends Node {
        @Override
        abstract double real(Frame frame);

        @Override
        final long bits(Frame frame) {
            return Double.doubleToRawLongBits(real(frame));
        }

        @Override
        final Object boxed(Frame frame) {
            double real = real(frame);
            return Double.isNaN(real) ? null : (Object) real;
        }

        @Override
        final void run(Frame frame) {
            real(frame);
        }
    }

    /** Yields truth values. */
    abstract static class OfFlag extends Node {
        @Override
        abstract boolean flag(Frame frame);

        @Override
        final long bits(Frame frame) {
            return flag(frame) ? 1 : 0;
        }

        @Override
        final Object boxed(Frame frame) {
            return flag(frame);
        }

        @Override
        final void run(Frame frame) {
            flag(frame);
        }
    }

    /** Yields objects. */
    abstract static class OfObject extends Node {
        @Override
        abstract Object object(Frame frame);

        @Override
        final long bits(Frame frame) {
            throw new IllegalStateException("No bits: " + getClass());
        }

        @Override
        final Object boxed(Frame frame) {
            return object(frame);
        }

        @Override
        final void run(Frame frame) {
            object(frame);
        }
    }
}
