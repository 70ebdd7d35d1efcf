package org.tickmark.recurrence.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a phrase's slots, by name. For one thread. */
final class Values {
    private final Map<String, Object> values;

    Values() {
        this(new HashMap<>());
    }

    private Values(Map<String, Object> values) {
        this.values = values;
    }

    static Values of(String name, Object value) {
        return new Values().with(name, value);
    }

    /** These values and one more, which takes the place of another of its name. */
    Values with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return new Values(more);
    }

    /** These values and all of the others. */
    Values with(Values others) {
        Map<String, Object> more = new HashMap<>(values);
        more.putAll(others.values);
        return new Values(more);
    }

    /** The value of the slot named after a part. */
    // Such a slot has the part's type.
    @SuppressWarnings("unchecked")
    <T> T get(Part<T> part) {
        return (T) values.get(part.name());
    }

    <T> T get(String name, Class<T> type) {
        return type.cast(values.get(name));
    }

    /** The value of a slot of a list. */
    <E> List<E> list(String name, Class<E> element) {
        return ((List<?>) values.get(name)).stream().map(element::cast).toList();
    }

    /** The value of a slot, as it is. */
    Object raw(String name) {
        return values.get(name);
    }
}
