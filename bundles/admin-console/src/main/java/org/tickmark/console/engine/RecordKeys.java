package org.tickmark.console.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tickmark.api.Caller;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;

/**
 * The keys of records, to complete them and to accept the beginning of one. A source that is away, or whose rows the
 * caller may not see, has no keys. Safe for use from many threads.
 */
public final class RecordKeys {
    /** How many keys are looked at; beyond that a beginning is not worth completing. */
    private static final int LIMIT = 10_000;

    private final Map<String, RecordSource> sources = new ConcurrentHashMap<>();

    /** Takes a source into use, in place of one of the same name. */
    public void add(String name, RecordSource source) {
        sources.put(name, source);
    }

    /** Forgets a source, unless another has taken its place. */
    public void remove(String name, RecordSource source) {
        sources.remove(name, source);
    }

    /** Whether there is this very key; asked for alone, so that it costs nothing where there are many. */
    boolean has(String source, String key, Caller caller) {
        RecordSource records = sources.get(source);
        if (records == null) {
            return false;
        }
        try {
            String column = records.columns().get(0).name();
            return records.list(caller, RecordQuery.first(1).where(column, key)).rows().stream()
                    .anyMatch(row -> key.equals(row.get(0)));
        } catch (TickmarkException e) {
            // As with completion: the command itself tells why.
            return false;
        }
    }

    /** Keys that begin so, in the order of the source. */
    List<String> beginning(String source, String prefix, Caller caller) {
        RecordSource records = sources.get(source);
        if (records == null) {
            return List.of();
        }
        try {
            return records.list(caller, RecordQuery.first(LIMIT)).rows().stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .filter(key -> key.startsWith(prefix))
                    .toList();
        } catch (TickmarkException e) {
            // Completion is a help: where the rows cannot be had, there is none, and the command itself tells why.
            return List.of();
        }
    }

    /** Whether keys of this source may be given by their beginning: numbers may not, since 1 is also where 12 begins. */
    boolean abbreviable(String source) {
        RecordSource records = sources.get(source);
        return records != null && records.columns().get(0).type() == Column.Type.TEXT;
    }
}
