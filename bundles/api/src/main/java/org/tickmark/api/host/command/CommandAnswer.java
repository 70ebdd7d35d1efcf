package org.tickmark.api.host.command;

import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.command.CommandResult;

/**
 * How a command ended.
 *
 * @param result what it returned; of one that failed, its problems and exit code
 * @param value what it returned, for programs: a document, rows as maps, or a text; empty for none
 */
public record CommandAnswer(CommandResult result, Optional<Object> value) {
    public CommandAnswer {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(value, "value");
    }
}
