package org.tickmark.importers.definition;

import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The problems and texts of this package. */
final class DefinitionProblems {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(DefinitionProblems.class);

    private DefinitionProblems() {}

    static Message message(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }

    /** A definition that cannot be saved; {@code rule} names the text and, with {@code .advice}, the advice. */
    static Problem.Builder invalid(String rule, String where) {
        return Problem.error("import.invalid", message(rule)).where(where).advice(message(rule + ".advice"));
    }

    static TickmarkException unknown(String name) {
        return Problem.error("import.unknown", message("definition.unknown"))
                .found(name)
                .advice(message("definition.unknown.advice"))
                .exception();
    }
}
