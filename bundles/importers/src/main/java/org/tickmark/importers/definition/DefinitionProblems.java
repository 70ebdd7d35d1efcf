package org.tickmark.importers.definition;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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

    /** That a path lies in no folder that is open to callers from elsewhere. */
    static Problem.Builder notOpen(Path path, List<Path> open) {
        return Problem.error("import.not-open", message("not-open"))
                .found(path.toString())
                .expected(open.stream().map(Path::toString).collect(Collectors.joining(", ")))
                .advice(message("not-open.advice"));
    }

    static Problem.Builder unreadable(Path folder, String why) {
        return folder("folder.unreadable", folder, why);
    }

    static Problem.Builder notMade(Path folder, String why) {
        return folder("folder.not-made", folder, why);
    }

    private static Problem.Builder folder(String id, Path folder, String why) {
        return Problem.error("import.folder", message(id))
                .where(folder.toString())
                .found(why)
                .advice(message(id + ".advice"));
    }
}
