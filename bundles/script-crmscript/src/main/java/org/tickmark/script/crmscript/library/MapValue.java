package org.tickmark.script.crmscript.library;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tickmark.script.crmscript.value.Meter;
import org.tickmark.script.crmscript.value.Shown;
import org.tickmark.script.crmscript.value.Weighed;

/**
 * Texts by text, in the order of keys, with a cursor. A new entry, or one less, sets the cursor to the first. Values are found by hash; the order is touched
 * only by keys that come and go.
 */
final class MapValue implements Weighed, Shown {
    private static final int ENTRY_BYTES = 112;

    private final Map<String, String> values = new HashMap<>();
    private final TreeSet<String> keys = new TreeSet<>();
    /** The key under the cursor; null at the end. */
    private String at;
    /** Whether the cursor is at the first key, whichever that is. */
    private boolean atFirst = true;

    /** Empty for a key that is not there. */
    String get(String key) {
        return get(key, "");
    }

    String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    int size() {
        return values.size();
    }

    void forEach(BiConsumer<String, String> action) {
        keys.forEach(key -> action.accept(key, values.get(key)));
    }

    void put(Meter meter, String key, String value) {
        meter.bytes(ENTRY_BYTES);
        if (values.put(key, value) == null) {
            keys.add(key);
        }
        atFirst = true;
    }

    void remove(String key) {
        if (values.remove(key) != null) {
            keys.remove(key);
        }
        atFirst = true;
    }

    void clear() {
        values.clear();
        keys.clear();
        atFirst = true;
    }

    boolean first() {
        atFirst = true;
        return !atEnd();
    }

    boolean next() {
        String key = cursor();
        at = key == null ? null : keys.higher(key);
        atFirst = false;
        return at != null;
    }

    boolean atEnd() {
        return cursor() == null;
    }

    /** Empty at the end. */
    String key() {
        String key = cursor();
        return key == null ? "" : key;
    }

    String value() {
        String key = cursor();
        return key == null ? "" : values.get(key);
    }

    private String cursor() {
        if (atFirst) {
            at = keys.isEmpty() ? null : keys.first();
            atFirst = false;
        }
        return at;
    }

    @Override
    public long weigh(Consumer<Object> inner) {
        values.forEach((key, value) -> {
            inner.accept(key);
            inner.accept(value);
        });
        return ENTRY_BYTES * (1L + values.size());
    }

    @Override
    public Map<String, String> parts(int most) {
        Map<String, String> parts = new LinkedHashMap<>();
        keys.stream().limit(most).forEach(key -> parts.put(key, values.get(key)));
        return parts;
    }
}
