package org.tickmark.script.crmscript.library;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tickmark.script.crmscript.value.Meter;
import org.tickmark.script.crmscript.value.Shown;
import org.tickmark.script.crmscript.value.Weighed;

/** Texts by text, in the order of keys, with a cursor. A new entry, or one less, sets the cursor to the first. */
final class MapValue implements Weighed, Shown {
    private static final int ENTRY_BYTES = 64;

    private final TreeMap<String, String> entries = new TreeMap<>();
    private Map.Entry<String, String> at;

    Map<String, String> entries() {
        return entries;
    }

    void put(Meter meter, String key, String value) {
        meter.bytes(ENTRY_BYTES);
        entries.put(key, value);
        first();
    }

    void remove(String key) {
        entries.remove(key);
        first();
    }

    boolean first() {
        at = entries.firstEntry();
        return at != null;
    }

    boolean next() {
        at = at == null ? null : entries.higherEntry(at.getKey());
        return at != null;
    }

    boolean atEnd() {
        return at == null;
    }

    /** Empty at the end. */
    String key() {
        return at == null ? "" : at.getKey();
    }

    String value() {
        return at == null ? "" : at.getValue();
    }

    @Override
    public long weigh(Consumer<Object> inner) {
        entries.keySet().forEach(inner);
        entries.values().forEach(inner);
        return ENTRY_BYTES * (1L + entries.size());
    }

    @Override
    public Map<String, String> parts(int most) {
        Map<String, String> parts = new LinkedHashMap<>();
        Iterator<Map.Entry<String, String>> entry = entries.entrySet().iterator();
        while (entry.hasNext() && parts.size() < most) {
            Map.Entry<String, String> part = entry.next();
            parts.put(part.getKey(), part.getValue());
        }
        return parts;
    }
}
