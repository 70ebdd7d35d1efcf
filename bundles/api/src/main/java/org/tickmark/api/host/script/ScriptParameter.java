package org.tickmark.api.host.script;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskParameter;

/**
 * A parameter that a stored script takes.
 *
 * @param name a letter, then letters, digits, points, underscores or hyphens; as the script reads it
 * @param type what its values are; never a secret
 * @param words the words allowed, for {@link TaskParameter.Type#CHOICE}; else empty
 * @param defaultValue what holds when it is not given; without one it must be given
 * @param help what it is for; may be empty
 */
public record ScriptParameter(
        String name, TaskParameter.Type type, List<String> words, Optional<String> defaultValue, String help) {
    public ScriptParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        words = List.copyOf(words);
        Objects.requireNonNull(defaultValue, "defaultValue");
        Objects.requireNonNull(help, "help");
        if (!name.matches("[A-Za-z][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "Parameter '" + name + "': expected a letter, then letters, digits, . _ -");
        }
        if (type == TaskParameter.Type.SECRET) {
            throw new IllegalArgumentException("Parameter '" + name + "': scripts take no secrets");
        }
        if ((type == TaskParameter.Type.CHOICE) == words.isEmpty()) {
            throw new IllegalArgumentException("Parameter '" + name + "': words go with CHOICE, and only with it");
        }
    }

    /** Whether it may have this value, by the rules for parameters of tasks. */
    public boolean allows(String value) {
        return new TaskParameter("value", type, words, defaultValue, Message.verbatim(help)).allows(value);
    }
}
