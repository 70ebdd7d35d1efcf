package org.tickmark.api.host.script;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** What a client of the Debug Adapter Protocol launches: it is asked once. */
@ConsumerType
public interface DebugTarget {
    /**
     * Begins the session.
     *
     * @param program path of the script that the client names; empty if it names none
     * @param parameters values that the client gives, over those that are known already
     */
    DebugSession open(Optional<String> program, Map<String, String> parameters);

    /** What a client must say as {@code key} to launch or attach; empty if nobody else can reach this end. */
    default Optional<String> key() {
        return Optional.empty();
    }

    /** The file that a source stands in, for a client that shows files; empty if it is in none. */
    Optional<Path> file(String source);
}
