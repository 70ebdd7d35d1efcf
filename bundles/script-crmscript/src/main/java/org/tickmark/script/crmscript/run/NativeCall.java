package org.tickmark.script.crmscript.run;

import java.util.List;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Builtin;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.Type;
import org.tickmark.script.crmscript.value.Values;

/** Calls of the library. */
public final class NativeCall {
    private final Builtin.Code code;
    private final Node[] arguments;

    private NativeCall(Builtin.Code code, List<Node> arguments) {
        this.code = code;
        this.arguments = arguments.toArray(Node[]::new);
    }

    /** A call that yields a value of the type; of {@link Simple#VOID}, it yields nothing of use. */
    public static Node of(Builtin.Code code, Type result, List<Node> arguments) {
        NativeCall call = new NativeCall(code, arguments);
        return switch (result.storage()) {
            case NUMBER -> new OfNumber(call);
            case REAL -> new OfReal(call);
            case FLAG -> new OfFlag(call);
            case OBJECT, NONE -> new OfObject(call);
        };
    }

    /** A call whose result becomes the value of the cell, and is yielded. */
    public static Node mutating(Builtin.Code code, Cell cell, List<Node> arguments) {
        return cell.store(Simple.STRING, of(code, Simple.STRING, arguments));
    }

    private Object call(Frame frame) {
        frame.machine.meter().step();
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i].boxed(frame);
        }
        return code.call(frame.machine, new Arguments(values));
    }

    private static final class OfNumber extends Node.OfNumber {
        private final NativeCall call;

        OfNumber(NativeCall call) {
            this.call = call;
        }

        @Override
        long number(Frame frame) {
            Object result = call.call(frame);
            return result == null ? Values.NULL : (Long) result;
        }
    }

    private static final class OfReal extends Node.OfReal {
        private final NativeCall call;

        OfReal(NativeCall call) {
            this.call = call;
        }

        @Override
        double real(Frame frame) {
            Object result = call.call(frame);
            return result == null ? Double.NaN : (Double) result;
        }
    }

    private static final class OfFlag extends Node.OfFlag {
        private final NativeCall call;

        OfFlag(NativeCall call) {
            this.call = call;
        }

        @Override
        boolean flag(Frame frame) {
            return (Boolean) call.call(frame);
        }
    }

    private static final class OfObject extends Node.OfObject {
        private final NativeCall call;

        OfObject(NativeCall call) {
            this.call = call;
        }

        @Override
        Object object(Frame frame) {
            return call.call(frame);
        }
    }
}
