package org.tickmark.script.crmscript.run;

import java.time.Instant;
import java.util.List;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Storage;
import org.tickmark.script.crmscript.value.Text;
import org.tickmark.script.crmscript.value.Type;
import org.tickmark.script.crmscript.value.Values;

/** A piece of a function that runs in one go. Between two of them a run can pause. */
public abstract class Instruction {
    /** The machine goes on with its top call, which is another than before. */
    static final int SWITCHED = -1;
    /** The outermost call has ended. */
    static final int LEFT = -2;
    /** The run waits. */
    static final int WAITS = -3;

    private ScriptPosition at;
    private int stop = -1;
    private Variable[] touched = {};

    /** Runs it; the index of the next instruction, or one of the constants. */
    abstract int step(Frame frame, int pc);

    /** Where it stands in the source. */
    public final ScriptPosition at() {
        return at;
    }

    public final void at(ScriptPosition position) {
        at = position;
    }

    /** The index of the statement that begins with it; -1 if none does. */
    public final int stop() {
        return stop;
    }

    public final void stop(int index) {
        stop = index;
    }

    /** The variables that it may have given another value. */
    final Variable[] touched() {
        return touched;
    }

    public final void touched(List<Variable> variables) {
        touched = variables.toArray(Variable[]::new);
    }

    /** A place to jump to. It is no instruction of its own: the finished function has none. */
    public static final class Label extends Instruction {
        private int target;

        public void target(int index) {
            target = index;
        }

        public int target() {
            return target;
        }

        @Override
        int step(Frame frame, int pc) {
            throw new IllegalStateException("A label is not run");
        }
    }

    /** Evaluates an expression. */
    public static Instruction evaluate(Node node) {
        return new Evaluate(node);
    }

    public static Instruction jump(Label to) {
        return new Jump(to);
    }

    /** Jumps if the condition is as wanted. */
    public static Instruction jumpIf(Node condition, boolean wanted, Label to) {
        return new JumpIf(wanted ? condition : Logic.not(condition), to);
    }

    /**
     * Calls a function of the script.
     *
     * @param slot the slot of the caller's, of the result's storage, that takes the result
     */
    public static Instruction invoke(Function function, List<Node> arguments, int slot) {
        return new Invoke(function, arguments.toArray(Node[]::new), slot);
    }

    /** Returns a value. */
    public static Instruction returning(Type type, Node value) {
        return type.storage() == Storage.OBJECT ? new ReturnObject(value) : new ReturnBits(value);
    }

    /** Returns nothing. */
    public static Instruction returning() {
        return new ReturnNothing();
    }

    public static Instruction throwing(Node text) {
        return new Throw(text);
    }

    /** Lets the run wait for so many seconds. */
    public static Instruction sleep(Node seconds) {
        return new Sleep(seconds);
    }

    private static final class Evaluate extends Instruction {
        private final Node node;

        Evaluate(Node node) {
            this.node = node;
        }

        @Override
        int step(Frame frame, int pc) {
            node.run(frame);
            return pc + 1;
        }
    }

    private static final class Jump extends Instruction {
        private final Label to;

        Jump(Label to) {
            this.to = to;
        }

        @Override
        int step(Frame frame, int pc) {
            return to.target;
        }
    }

    private static final class JumpIf extends Instruction {
        private final Node condition;
        private final Label to;

        JumpIf(Node condition, Label to) {
            this.condition = condition;
            this.to = to;
        }

        @Override
        int step(Frame frame, int pc) {
            return condition.flag(frame) ? to.target : pc + 1;
        }
    }

    private static final class Invoke extends Instruction {
        private final Function function;
        private final Node[] arguments;
        private final int slot;

        Invoke(Function function, Node[] arguments, int slot) {
            this.function = function;
            this.arguments = arguments;
            this.slot = slot;
        }

        @Override
        int step(Frame frame, int pc) {
            Frame callee = frame.machine.enter(function, frame);
            Function.Slot[] slots = function.parameterSlots();
            for (int i = 0; i < arguments.length; i++) {
                Function.Slot parameter = slots[i];
                if (parameter.isObject()) {
                    callee.objects[parameter.index()] = arguments[i].object(frame);
                } else {
                    callee.numbers[parameter.index()] = arguments[i].bits(frame);
                }
            }
            callee.resultSlot = slot;
            frame.pc = pc + 1;
            frame.machine.top(callee);
            return SWITCHED;
        }
    }

    private static int leave(Frame frame) {
        frame.machine.top(frame.caller);
        return frame.outermost ? LEFT : SWITCHED;
    }

    private static final class ReturnBits extends Instruction {
        private final Node value;

        ReturnBits(Node value) {
            this.value = value;
        }

        @Override
        int step(Frame frame, int pc) {
            long bits = value.bits(frame);
            if (frame.outermost) {
                frame.machine.returned(Values.box(frame.function.result(), bits));
            } else {
                frame.caller.numbers[frame.resultSlot] = bits;
            }
            return leave(frame);
        }
    }

    private static final class ReturnObject extends Instruction {
        private final Node value;

        ReturnObject(Node value) {
            this.value = value;
        }

        @Override
        int step(Frame frame, int pc) {
            Object object = value.object(frame);
            if (frame.outermost) {
                frame.machine.returned(object);
            } else {
                frame.caller.objects[frame.resultSlot] = object;
            }
            return leave(frame);
        }
    }

    private static final class ReturnNothing extends Instruction {
        @Override
        int step(Frame frame, int pc) {
            return leave(frame);
        }
    }

    private static final class Throw extends Instruction {
        private final Node text;

        Throw(Node text) {
            this.text = text;
        }

        @Override
        int step(Frame frame, int pc) {
            throw Fault.thrown(Text.of(text.object(frame)));
        }
    }

    private static final class Sleep extends Instruction {
        private final Node seconds;

        Sleep(Node seconds) {
            this.seconds = seconds;
        }

        @Override
        int step(Frame frame, int pc) {
            Instant now = frame.machine.clock().instant();
            frame.machine.waitUntil(now.plusSeconds(Math.max(0, Values.orZero(seconds.number(frame)))));
            frame.pc = pc + 1;
            return WAITS;
        }
    }
}
