package org.tickmark.api.script;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What surrounds a script while it is compiled. Safe for use by the thread that compiles. */
@ProviderType
public interface ScriptHost {
    /** Surroundings without includes and without granted objects. */
    ScriptHost ALONE = id -> Optional.empty();

    /**
     * The source that a script includes.
     *
     * @param id what the script calls it, as written
     * @return empty if there is none, or the script may not include it
     */
    Optional<ScriptSource> include(String id);

    /** The objects that the script may use, each under a name of its own. */
    default List<GrantedObject> granted() {
        return List.of();
    }
}
