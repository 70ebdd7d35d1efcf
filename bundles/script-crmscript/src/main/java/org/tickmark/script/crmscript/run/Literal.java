package org.tickmark.script.crmscript.run;

import org.tickmark.script.crmscript.value.Type;
import org.tickmark.script.crmscript.value.Values;

/** Values that are written in the script, and what variables are at first. */
public final class Literal {
    private Literal() {}

    /** A boxed value of a type. */
    public static Node of(Type type, Object value) {
        return switch (type.storage()) {
            case NUMBER -> new Whole(Values.bits(type, value));
            case REAL -> new Real(value == null ? Double.NaN : (Double) value);
            case FLAG -> new Flag(Boolean.TRUE.equals(value));
            case OBJECT -> new Constant(value);
            case NONE -> throw new IllegalArgumentException(type.word());
        };
    }

    /** What a variable of a type is before anything is assigned. */
    public static Node initial(Type type) {
        return switch (type.storage()) {
            case NUMBER, REAL, FLAG -> of(type, null);
            case OBJECT -> new Initial(type);
            case NONE -> throw new IllegalArgumentException(type.word());
        };
    }

    private static final class Whole extends Node.OfNumber {
        private final long value;

        Whole(long value) {
            this.value = value;
        }

        @Override
        long number(Frame frame) {
            return value;
        }

        @Override
        public boolean isConstant() {
            return true;
        }
    }

    private static final class Real extends Node.OfReal {
        private final double value;

        Real(double value) {
            this.value = value;
        }

        @Override
        double real(Frame frame) {
            return value;
        }

        @Override
        public boolean isConstant() {
            return true;
        }
    }

    private static final class Flag extends Node.OfFlag {
        private final boolean value;

        Flag(boolean value) {
            this.value = value;
        }

        @Override
        boolean flag(Frame frame) {
            return value;
        }

        @Override
        public boolean isConstant() {
            return true;
        }
    }

    private static final class Constant extends Node.OfObject {
        private final Object value;

        Constant(Object value) {
            this.value = value;
        }

        @Override
        Object object(Frame frame) {
            return value;
        }

        @Override
        public boolean isConstant() {
            return true;
        }
    }

    private static final class Initial extends Node.OfObject {
        private final Type type;

        Initial(Type type) {
            this.type = type;
        }

        @Override
        Object object(Frame frame) {
            return type.initial(frame.machine);
        }
    }
}
