package org.tickmark.api.host.script;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A trigger: which scripts run when something happens. Immutable.
 *
 * @param name what it is called: letters, digits, points, underscores and hyphens, at most 100
 * @param description what it is for; may be empty
 * @param topic the topic of the event, or the beginning of topics with {@code *} at its end
 * @param phase whether its scripts run before it happens or after
 * @param condition which events of the topic it is about; empty for all of them
 * @param scripts names of the scripts, in the order in which they run
 * @param priority of two triggers the one with the higher runs first
 * @param budget how long its scripts may take together, waits included
 * @param onFailure what becomes of the event when one of its scripts fails; {@link OnFailure#BLOCK} goes with {@link Phase#BEFORE} only
 * @param owner identity in whose name its scripts run; empty, when it is saved, for whoever saves it
 * @param enabled whether it runs
 */
public record TriggerDefinition(
        String name,
        String description,
        String topic,
        Phase phase,
        String condition,
        List<String> scripts,
        int priority,
        Duration budget,
        OnFailure onFailure,
        String owner,
        boolean enabled) {
    /** When scripts of a trigger run. */
    public enum Phase {
        /** Before it happens: they may let it pass, change fields that may be changed, or block it. */
        BEFORE,
        /** After it has happened. */
        AFTER
    }

    /** What becomes of an event whose trigger fails. */
    public enum OnFailure {
        /** It happens as if there were no trigger. */
        PASS,
        /** It does not happen. */
        BLOCK
    }

    /** The usual budget. */
    public static final Duration USUAL_BUDGET = Duration.ofSeconds(10);

    public TriggerDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(condition, "condition");
        scripts = List.copyOf(scripts);
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(onFailure, "onFailure");
        Objects.requireNonNull(owner, "owner");
    }

    /** The same trigger, switched on or off. */
    public TriggerDefinition enabled(boolean on) {
        return new TriggerDefinition(
                name, description, topic, phase, condition, scripts, priority, budget, onFailure, owner, on);
    }

    /** The same trigger in another's name. */
    public TriggerDefinition ownedBy(String identity) {
        return new TriggerDefinition(
                name, description, topic, phase, condition, scripts, priority, budget, onFailure, identity, enabled);
    }
}
