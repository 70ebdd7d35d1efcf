package org.tickmark.script.crmscript.value;

import java.util.Arrays;
import java.util.function.Consumer;
import org.tickmark.script.crmscript.problem.Texts;

/** An array: a reference to values of one type, which grows. */
public final class ScriptArray implements Weighed {
    /** What an empty one takes. */
    public static final long EMPTY_BYTES = 64;

    private static final long[] NO_NUMBERS = {};
    private static final Object[] NO_OBJECTS = {};
    private static final int FIRST = 8;

    private final Type element;
    private final boolean ofObjects;
    private long[] numbers = NO_NUMBERS;
    private Object[] objects = NO_OBJECTS;
    private int size;

    public ScriptArray(Type element) {
        this.element = element;
        this.ofObjects = element.storage() == Storage.OBJECT;
    }

    /** The type of its elements. */
    public Type element() {
        return element;
    }

    public int size() {
        return size;
    }

    /** Checks an index. */
    public int checked(long index) {
        if (index < 0 || index >= size) {
            throw new Fault(
                    Fault.INDEX, Texts.text("run.index", String.valueOf(Values.orZero(index)), String.valueOf(size)));
        }
        return (int) index;
    }

    public long number(int index) {
        return numbers[index];
    }

    public Object object(int index) {
        return objects[index];
    }

    public void setNumber(int index, long bits) {
        numbers[index] = bits;
    }

    public void setObject(int index, Object value) {
        objects[index] = value;
    }

    /** An element, boxed. */
    public Object get(int index) {
        return ofObjects ? objects[index] : Values.box(element, numbers[index]);
    }

    public void set(int index, Object value) {
        if (ofObjects) {
            objects[index] = value;
        } else {
            numbers[index] = Values.bits(element, value);
        }
    }

    /** Inserts before an index, from 0 to the size. */
    public void insert(int index, Object value, Meter meter) {
        grow(size + 1L, meter);
        meter.move(size - (long) index);
        if (ofObjects) {
            System.arraycopy(objects, index, objects, index + 1, size - index);
        } else {
            System.arraycopy(numbers, index, numbers, index + 1, size - index);
        }
        size++;
        set(index, value);
    }

    public void add(Object value, Meter meter) {
        grow(size + 1L, meter);
        set(size++, value);
    }

    public void remove(int index, Meter meter) {
        meter.move(size - (long) index);
        size--;
        if (ofObjects) {
            System.arraycopy(objects, index + 1, objects, index, size - index);
            objects[size] = null;
        } else {
            System.arraycopy(numbers, index + 1, numbers, index, size - index);
        }
    }

    public void clear() {
        size = 0;
        numbers = NO_NUMBERS;
        objects = NO_OBJECTS;
    }

    /** Makes it that long, with what a variable of the element's type is at first in each new place. */
    public void fill(long length, Run run) {
        grow(length, run.meter());
        while (size < length) {
            run.meter().work(1);
            Object value = element.initial(run);
            set(size++, value);
        }
    }

    private void grow(long needed, Meter meter) {
        int capacity = ofObjects ? objects.length : numbers.length;
        if (needed <= capacity) {
            return;
        }
        int larger =
                Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, Math.max(FIRST, capacity * 2L))));
        meter.bytes(8L * larger);
        meter.move(size);
        if (ofObjects) {
            objects = Arrays.copyOf(objects, larger);
        } else {
            numbers = Arrays.copyOf(numbers, larger);
        }
    }

    @Override
    public long weigh(Consumer<Object> inner) {
        for (int i = 0; ofObjects && i < size; i++) {
            inner.accept(objects[i]);
        }
        return EMPTY_BYTES + 8L * (objects.length + (long) numbers.length);
    }
}
