package org.tickmark.api.command;

import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * A value that a command takes by name, {@code --name VALUE}, or a flag, {@code --name}.
 *
 * @param name the long name without hyphens
 * @param help what it does
 * @param kind what may be given
 * @param repeatable whether it may be given several times
 */
public record Option(String name, Message help, ValueKind kind, boolean repeatable) {
    public Option {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(kind, "kind");
        if (!name.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("Option name '" + name + "': expected words of a-z joined by hyphens");
        }
    }
}
