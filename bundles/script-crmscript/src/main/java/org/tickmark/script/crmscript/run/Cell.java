package org.tickmark.script.crmscript.run;

import org.tickmark.script.crmscript.value.ScriptArray;
import org.tickmark.script.crmscript.value.Storage;
import org.tickmark.script.crmscript.value.StructValue;
import org.tickmark.script.crmscript.value.Type;
import org.tickmark.script.crmscript.value.Values;

/** A place that holds a value: a variable, a field or an element. */
public abstract class Cell {
    abstract long bits(Frame frame);

    abstract void setBits(Frame frame, long bits);

    abstract Object object(Frame frame);

    abstract void setObject(Frame frame, Object value);

    /** A variable of the function. */
    public static Cell local(int slot) {
        return new Local(slot);
    }

    /** A variable of the whole program. */
    public static Cell global(int slot) {
        return new Global(slot);
    }

    /** A field of what the expression yields. */
    public static Cell field(Node struct, int slot) {
        return new Field(struct, slot);
    }

    /** An element of what the expression yields. */
    public static Cell element(Node array, Node index) {
        return new Element(array, index);
    }

    /** Reads it. */
    public final Node load(Type type) {
        Storage storage = type.storage();
        if (this instanceof Local local && storage == Storage.NUMBER) {
            return new LoadLocal(local.slot);
        }
        return switch (storage) {
            case NUMBER -> new LoadNumber(this);
            case REAL -> new LoadReal(this);
            case FLAG -> new LoadFlag(this);
            case OBJECT -> new LoadObject(this);
            case NONE -> throw new IllegalArgumentException(type.word());
        };
    }

    /** Writes it; yields what was written. */
    public final Node store(Type type, Node value) {
        Storage storage = type.storage();
        if (this instanceof Local local && storage == Storage.NUMBER) {
            return new StoreLocal(local.slot, value);
        }
        return switch (storage) {
            case NUMBER -> new StoreNumber(this, value);
            case REAL -> new StoreReal(this, value);
            case FLAG -> new StoreFlag(this, value);
            case OBJECT -> new StoreObject(this, value);
            case NONE -> throw new IllegalArgumentException(type.word());
        };
    }

    // ---------------------------------------------------------------- the places

    private static final class Local extends Cell {
        private final int slot;

        Local(int slot) {
            this.slot = slot;
        }

        @Override
        long bits(Frame frame) {
            return frame.numbers[slot];
        }

        @Override
        void setBits(Frame frame, long bits) {
            frame.numbers[slot] = bits;
        }

        @Override
        Object object(Frame frame) {
            return frame.objects[slot];
        }

        @Override
        void setObject(Frame frame, Object value) {
            frame.objects[slot] = value;
        }
    }

    private static final class Global extends Cell {
        private final int slot;

        Global(int slot) {
            this.slot = slot;
        }

        @Override
        long bits(Frame frame) {
            return frame.machine.globals().numbers[slot];
        }

        @Override
        void setBits(Frame frame, long bits) {
            frame.machine.globals().numbers[slot] = bits;
        }

        @Override
        Object object(Frame frame) {
            return frame.machine.globals().objects[slot];
        }

        @Override
        void setObject(Frame frame, Object value) {
            frame.machine.globals().objects[slot] = value;
        }
    }

    private static final class Field extends Cell {
        private final Node struct;
        private final int slot;

        Field(Node struct, int slot) {
            this.struct = struct;
            this.slot = slot;
        }

        private StructValue struct(Frame frame) {
            return (StructValue) struct.object(frame);
        }

        @Override
        long bits(Frame frame) {
            return struct(frame).numbers[slot];
        }

        @Override
        void setBits(Frame frame, long bits) {
            struct(frame).numbers[slot] = bits;
        }

        @Override
        Object object(Frame frame) {
            return struct(frame).objects[slot];
        }

        @Override
        void setObject(Frame frame, Object value) {
            struct(frame).objects[slot] = value;
        }
    }

    private static final class Element extends Cell {
        private final Node array;
        private final Node index;

        Element(Node array, Node index) {
            this.array = array;
            this.index = index;
        }

        private ScriptArray array(Frame frame) {
            return (ScriptArray) array.object(frame);
        }

        private int index(Frame frame, ScriptArray array) {
            return array.checked(Values.orZero(index.number(frame)));
        }

        @Override
        long bits(Frame frame) {
            ScriptArray values = array(frame);
            return values.number(index(frame, values));
        }

        @Override
        void setBits(Frame frame, long bits) {
            ScriptArray values = array(frame);
            values.setNumber(index(frame, values), bits);
        }

        @Override
        Object object(Frame frame) {
            ScriptArray values = array(frame);
            return values.object(index(frame, values));
        }

        @Override
        void setObject(Frame frame, Object value) {
            ScriptArray values = array(frame);
            values.setObject(index(frame, values), value);
        }
    }

    // ---------------------------------------------------------------- reading and writing

    private static final class LoadLocal extends Node.OfNumber {
        private final int slot;

        LoadLocal(int slot) {
            this.slot = slot;
        }

        @Override
        long number(Frame frame) {
            return frame.numbers[slot];
        }
    }

    private static final class LoadNumber extends Node.OfNumber {
        private final Cell cell;

        LoadNumber(Cell cell) {
            this.cell = cell;
        }

        @Override
        long number(Frame frame) {
            return cell.bits(frame);
        }
    }

    private static final class LoadReal extends Node.OfReal {
        private final Cell cell;

        LoadReal(Cell cell) {
            this.cell = cell;
        }

        @Override
        double real(Frame frame) {
            return Double.longBitsToDouble(cell.bits(frame));
        }
    }

    private static final class LoadFlag extends Node.OfFlag {
        private final Cell cell;

        LoadFlag(Cell cell) {
            this.cell = cell;
        }

        @Override
        boolean flag(Frame frame) {
            return cell.bits(frame) != 0;
        }
    }

    private static final class LoadObject extends Node.OfObject {
        private final Cell cell;

        LoadObject(Cell cell) {
            this.cell = cell;
        }

        @Override
        Object object(Frame frame) {
            return cell.object(frame);
        }
    }

    private static final class StoreLocal extends Node.OfNumber {
        private final int slot;
        private final Node value;

        StoreLocal(int slot, Node value) {
            this.slot = slot;
            this.value = value;
        }

        @Override
        long number(Frame frame) {
            long number = value.number(frame);
            frame.numbers[slot] = number;
            return number;
        }
    }

    private static final class StoreNumber extends Node.OfNumber {
        private final Cell cell;
        private final Node value;

        StoreNumber(Cell cell, Node value) {
            this.cell = cell;
            this.value = value;
        }

        @Override
        long number(Frame frame) {
            long number = value.number(frame);
            cell.setBits(frame, number);
            return number;
        }
    }

    private static final class StoreReal extends Node.OfReal {
        private final Cell cell;
        private final Node value;

        StoreReal(Cell cell, Node value) {
            this.cell = cell;
            this.value = value;
        }

        @Override
        double real(Frame frame) {
            double real = value.real(frame);
            cell.setBits(frame, Double.doubleToRawLongBits(real));
            return real;
        }
    }

    private static final class StoreFlag extends Node.OfFlag {
        private final Cell cell;
        private final Node value;

        StoreFlag(Cell cell, Node value) {
            this.cell = cell;
            this.value = value;
        }

        @Override
        boolean flag(Frame frame) {
            boolean flag = value.flag(frame);
            cell.setBits(frame, flag ? 1 : 0);
            return flag;
        }
    }

    private static final class StoreObject extends Node.OfObject {
        private final Cell cell;
        private final Node value;

        StoreObject(Cell cell, Node value) {
            this.cell = cell;
            this.value = value;
        }

        @Override
        Object object(Frame frame) {
            Object object = value.object(frame);
            cell.setObject(frame, object);
            return object;
        }
    }
}
