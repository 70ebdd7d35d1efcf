package org.tickmark.script.crmscript.value;

import java.util.Arrays;
import java.util.List;

/** What a built-in is called with; for a method the value comes first. A number or text without value reads as 0 or empty. */
public final class Arguments {
    private final Object[] values;

    public Arguments(Object[] values) {
        this.values = values;
    }

    /** The value as it is, boxed, null for none. */
    public Object raw(int index) {
        return values[index];
    }

    public String text(int index) {
        return Text.of(values[index]);
    }

    public int integer(int index) {
        return (int) whole(index);
    }

    public long whole(int index) {
        return values[index] == null ? 0 : (Long) values[index];
    }

    public double real(int index) {
        return values[index] == null ? 0 : (Double) values[index];
    }

    public boolean flag(int index) {
        return (Boolean) values[index];
    }

    public ScriptArray array(int index) {
        return (ScriptArray) values[index];
    }

    public <T> T value(Class<T> type, int index) {
        return type.cast(values[index]);
    }

    /** All of them, boxed. */
    public List<Object> all() {
        return Arrays.asList(values);
    }
}
