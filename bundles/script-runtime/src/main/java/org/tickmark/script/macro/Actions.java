package org.tickmark.script.macro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tickmark.api.macro.MacroAction;

/** The actions that are there just now, by name. Safe for use from many threads. */
public final class Actions {
    private final Map<String, List<MacroAction>> byName = new HashMap<>();

    /** An action has come. */
    public synchronized void add(String name, MacroAction action) {
        byName.computeIfAbsent(name, unknown -> new ArrayList<>()).add(action);
    }

    /** An action has gone. */
    public synchronized void remove(String name, MacroAction action) {
        List<MacroAction> named = byName.getOrDefault(name, new ArrayList<>());
        named.remove(action);
        if (named.isEmpty()) {
            byName.remove(name);
        }
    }

    /** The action of this name: the one that came first. */
    public synchronized Optional<MacroAction> named(String name) {
        return Optional.ofNullable(byName.get(name)).map(named -> named.get(0));
    }

    /** All actions, by name. */
    public synchronized SortedMap<String, MacroAction> all() {
        SortedMap<String, MacroAction> all = new TreeMap<>();
        byName.forEach((name, named) -> all.put(name, named.get(0)));
        return all;
    }
}
