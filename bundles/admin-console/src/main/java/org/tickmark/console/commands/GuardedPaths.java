package org.tickmark.console.commands;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.tickmark.api.Origin;
import org.tickmark.api.command.CommandCall;

/** Paths of the kind {@code GUARDED_PATH}, of which the service says whether a caller may name them. */
final class GuardedPaths {
    private GuardedPaths() {}

    /** A path as the caller sees it; who is elsewhere sees no working directory, and gives it as the service takes it. */
    static Path of(CommandCall call, String given) {
        return call.caller().origin() == Origin.WEB || call.caller().origin() == Origin.REST
                ? plain(given)
                : call.path(given);
    }

    private static Path plain(String given) {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw Texts.problem("usage.folder-path").found(given).exception(e);
        }
    }
}
