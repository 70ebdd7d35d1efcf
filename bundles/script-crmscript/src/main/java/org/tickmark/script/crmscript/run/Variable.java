package org.tickmark.script.crmscript.run;

import org.tickmark.script.crmscript.value.Storage;
import org.tickmark.script.crmscript.value.Type;
import org.tickmark.script.crmscript.value.Values;

/**
 * A variable of a script, for whoever looks at a run.
 *
 * @param name what it is called
 * @param type its type
 * @param slot where it is kept, among those of its storage
 * @param global whether it belongs to the whole program
 * @param from the first instruction at which it is visible
 * @param to the first behind them
 */
public record Variable(String name, Type type, int slot, boolean global, int from, int to) {
    /** The same, visible at other instructions. */
    public Variable visible(int first, int behind) {
        return new Variable(name, type, slot, global, first, behind);
    }

    boolean isVisible(int pc) {
        return pc >= from && pc < to;
    }

    Cell cell() {
        return global ? Cell.global(slot) : Cell.local(slot);
    }

    /** What holds it, looked at from a call. */
    Frame holder(Frame frame) {
        return global ? frame.machine.globals() : frame;
    }

    View view(Frame frame) {
        Frame holder = holder(frame);
        Object value = type.storage() == Storage.OBJECT ? holder.objects[slot] : Values.box(type, holder.numbers[slot]);
        return new View(name, type, value);
    }
}
