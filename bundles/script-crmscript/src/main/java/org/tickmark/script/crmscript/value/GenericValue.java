package org.tickmark.script.crmscript.value;

import java.util.function.Consumer;

/**
 * A value with its type.
 *
 * @param type its type
 * @param value the value, boxed; null for none
 */
public record GenericValue(Type type, Object value) implements Weighed {
    private static final int BYTES = 32;

    @Override
    public long weigh(Consumer<Object> inner) {
        inner.accept(value);
        return BYTES;
    }
}
