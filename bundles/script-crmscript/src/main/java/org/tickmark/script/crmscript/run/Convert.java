package org.tickmark.script.crmscript.run;

import org.tickmark.script.crmscript.value.GenericValue;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.Type;
import org.tickmark.script.crmscript.value.Values;

/** Makes a value stand where a wider type is demanded. */
public final class Convert {
    private Convert() {}

    /** The value as one of the demanded type, which it fits. */
    public static Node to(Type demanded, Type type, Node value) {
        if (demanded == Simple.GENERIC && type != Simple.GENERIC) {
            return new ToGeneric(type, value);
        }
        if (demanded == Simple.FLOAT && type != Simple.FLOAT) {
            return new ToReal(value);
        }
        return value;
    }

    private static final class ToReal extends Node.OfReal {
        private final Node value;

        ToReal(Node value) {
            this.value = value;
        }

        @Override
        double real(Frame frame) {
            long number = value.number(frame);
            return number == Values.NULL ? Double.NaN : number;
        }
    }

    private static final class ToGeneric extends Node.OfObject {
        private static final int BYTES = 32;

        private final Type type;
        private final Node value;

        ToGeneric(Type type, Node value) {
            this.type = type;
            this.value = value;
        }

        @Override
        Object object(Frame frame) {
            frame.machine.meter().bytes(BYTES);
            return new GenericValue(type, value.boxed(frame));
        }
    }
}
