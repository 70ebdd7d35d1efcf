package org.tickmark.script.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tickmark.api.script.ScriptLanguage;

/** The languages that are there just now, by name. Safe for use from many threads. */
public final class Languages {
    private final Map<String, ScriptLanguage> byName = new ConcurrentHashMap<>();

    /** A language has come. */
    public void add(String name, ScriptLanguage language) {
        byName.put(name, language);
    }

    /** A language has gone. */
    public void remove(String name, ScriptLanguage language) {
        byName.remove(name, language);
    }

    /**
     * The language of this name.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code script.language} if it is not there
     */
    public ScriptLanguage named(String name) {
        ScriptLanguage language = byName.get(name);
        if (language == null) {
            throw Texts.problem("script.language", "language", name)
                    .found(name)
                    .expected(String.join(", ", new TreeMap<>(byName).keySet()))
                    .exception();
        }
        return language;
    }
}
