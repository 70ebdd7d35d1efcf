package org.tickmark.recurrence.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value with a name of one word: the first name is written, all are read. Immutable. */
final class NameSlot<T> implements Slot<T> {
    private final Map<T, String> written = new LinkedHashMap<>();
    private final Map<String, T> read = new LinkedHashMap<>();

    /** @param names the names of each value, at least one */
    NameSlot(Map<T, List<String>> names) {
        names.forEach((value, ofValue) -> {
            written.put(value, ofValue.get(0));
            ofValue.forEach(name -> read.putIfAbsent(Tokens.fold(name), value));
        });
    }

    @Override
    public String write(T value) {
        return written.get(value);
    }

    @Override
    public List<Match<T>> read(Reader reader, int at) {
        T value = at < reader.tokens().size() ? read.get(reader.tokens().get(at).folded()) : null;
        if (value == null) {
            read.keySet().forEach(name -> reader.missed(at, name));
            return List.of();
        }
        return List.of(new Match<>(value, at + 1));
    }
}
