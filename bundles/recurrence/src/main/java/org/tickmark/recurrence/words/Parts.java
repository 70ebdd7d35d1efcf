package org.tickmark.recurrence.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a sentence says, part by part. For one thread, while a sentence is written or read. */
final class Parts {
    private final Map<Part<?>, Object> values = new LinkedHashMap<>();

    Parts() {}

    Parts(Parts other) {
        values.putAll(other.values);
    }

    <T> Optional<T> get(Part<T> part) {
        return Optional.ofNullable(value(part));
    }

    <T> T orElse(Part<T> part, T otherwise) {
        T value = value(part);
        return value == null ? otherwise : value;
    }

    // A value is only ever put under a part of its type.
    @SuppressWarnings("unchecked")
    private <T> T value(Part<T> part) {
        return (T) values.get(part);
    }

    boolean has(Part<?> part) {
        return values.containsKey(part);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Set<Part<?>> parts() {
        return values.keySet();
    }

    <T> Parts put(Part<T> part, T value) {
        values.put(part, value);
        return this;
    }

    <T> Optional<T> remove(Part<T> part) {
        Optional<T> value = get(part);
        values.remove(part);
        return value;
    }

    /**
     * Adds what another place of the sentence says.
     *
     * @return false if the part is there already with another value and cannot be said in several places
     */
    <T> boolean add(Part<T> part, T value) {
        T there = value(part);
        if (there == null || there.equals(value)) {
            values.put(part, value);
            return true;
        }
        part.join().ifPresent(join -> values.put(part, join.apply(there, value)));
        return part.join().isPresent();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
