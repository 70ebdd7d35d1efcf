package org.tickmark.api.script;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The event that a script reacts to: what came in, and what the script wants of it. One thread at a time; the host reads it when the run has
 * ended.
 */
public final class ScriptEvent {
    private final String type;
    private final Map<String, String> inputs;
    private final Map<String, String> outputs = new TreeMap<>();
    private final Map<String, String> state;
    private boolean blocked;
    private String message;

    /**
     * An event.
     *
     * @param type name of the event
     * @param inputs what is known of it; names are dotted
     * @param state what earlier scripts on the same event left for later ones
     */
    public ScriptEvent(String type, Map<String, String> inputs, Map<String, String> state) {
        this.type = Objects.requireNonNull(type, "type");
        this.inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        this.state = new TreeMap<>(state);
    }

    /** Name of the event. */
    public String type() {
        return type;
    }

    /** What is known of it. */
    public Map<String, String> inputs() {
        return inputs;
    }

    /** The fields that the script wants changed. */
    public Map<String, String> outputs() {
        return Collections.unmodifiableMap(outputs);
    }

    /** What later scripts on the same event will find. */
    public Map<String, String> state() {
        return Collections.unmodifiableMap(state);
    }

    /** Whether the script wants it not to happen. */
    public boolean isBlocked() {
        return blocked;
    }

    /** What the script wants said to the user. */
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    /** Asks for a field to be changed; the host refuses fields that may not be. */
    public void output(String name, String value) {
        outputs.put(name, value);
    }

    /** Leaves a value for later scripts on the same event. */
    public void state(String name, String value) {
        state.put(name, value);
    }

    /** Says whether it may happen. */
    public void block(boolean wish) {
        blocked = wish;
    }

    /** Says something to the user. */
    public void message(String text) {
        message = Objects.requireNonNull(text, "text");
    }
}
