package org.tickmark.script.crmscript.value;

import java.util.function.Consumer;

/** A value of a struct: its fields, each among those of its storage. */
public final class StructValue implements Weighed {
    private static final int OVERHEAD = 64;

    public final StructType type;
    public final long[] numbers;
    public final Object[] objects;

    StructValue(StructType type, int numbers, int objects) {
        this.type = type;
        this.numbers = new long[numbers];
        this.objects = new Object[objects];
    }

    static long bytes(int numbers, int objects) {
        return OVERHEAD + 8L * (numbers + objects);
    }

    /** The value of a field, boxed. */
    public Object get(StructType.Field field) {
        return field.type().storage() == Storage.OBJECT
                ? objects[field.slot()]
                : Values.box(field.type(), numbers[field.slot()]);
    }

    /** Gives a field a boxed value of its type. */
    public void set(StructType.Field field, Object value) {
        if (field.type().storage() == Storage.OBJECT) {
            objects[field.slot()] = value;
        } else {
            numbers[field.slot()] = Values.bits(field.type(), value);
        }
    }

    @Override
    public long weigh(Consumer<Object> inner) {
        for (Object object : objects) {
            inner.accept(object);
        }
        return bytes(numbers.length, objects.length);
    }
}
