package org.tickmark.script.crmscript.run;

/** A call: its function, where it is in it, and its variables. */
final class Frame {
    private static final long[] NO_NUMBERS = {};
    private static final Object[] NO_OBJECTS = {};
    /** What a call takes beside its variables. */
    private static final int OVERHEAD = 80;

    final Machine machine;
    final Function function;
    final Frame caller;
    final int depth;
    final long[] numbers;
    final Object[] objects;

    int pc;
    /** Whether the machine returns to what called it from Java when this call ends. */
    boolean outermost;
    /** The slot of the caller's that takes the result. */
    int resultSlot;

    Frame(Machine machine, Function function, Frame caller) {
        this.machine = machine;
        this.function = function;
        this.caller = caller;
        this.depth = caller == null ? 0 : caller.depth + 1;
        this.numbers = function.numbers() == 0 ? NO_NUMBERS : new long[function.numbers()];
        this.objects = function.objects() == 0 ? NO_OBJECTS : new Object[function.objects()];
    }

    long bytes() {
        return OVERHEAD + 8L * (numbers.length + objects.length);
    }
}
