package org.tickmark.api.command;

import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * A value that a command takes by position.
 *
 * @param name what it is called in the usage line and by {@link CommandCall#argument}
 * @param help what it is
 * @param kind what may be given, which also tells how to complete it
 * @param cardinality how many may be given; only the last argument may take several
 */
public record Argument(String name, Message help, ValueKind kind, Cardinality cardinality) {
    /** How many values an argument takes. */
    public enum Cardinality {
        /** Exactly one. */
        ONE,
        /** None or one. */
        OPTIONAL,
        /** One or more. */
        SOME,
        /** None or more. */
        ANY
    }

    public Argument {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cardinality, "cardinality");
    }
}
