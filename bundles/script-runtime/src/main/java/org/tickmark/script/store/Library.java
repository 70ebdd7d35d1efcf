package org.tickmark.script.store;

import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.GrantedObject;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.script.ScriptSource;

/** The scripts that there are while one of them is compiled. */
@FunctionalInterface
public interface Library {
    /** The script of this name. */
    Optional<ScriptDefinition> script(String name);

    /**
     * Compiles a script of it.
     *
     * @param granted the objects that it is granted
     */
    default Compilation compile(ScriptLanguage language, ScriptDefinition script, List<GrantedObject> granted) {
        return language.compile(new ScriptSource(script.name(), script.text()), new ScriptHost() {
            @Override
            public Optional<ScriptSource> include(String id) {
                return script(id)
                        .filter(found -> isIncludable(found, script))
                        .map(found -> new ScriptSource(id, found.text()));
            }

            @Override
            public List<GrantedObject> granted() {
                return granted;
            }
        });
    }

    /** A script that runs in the name of its owner includes only what nobody else can change. */
    private static boolean isIncludable(ScriptDefinition found, ScriptDefinition by) {
        return found.language().equals(by.language())
                && (by.owner().isEmpty() || found.owner().equals(by.owner()));
    }
}
