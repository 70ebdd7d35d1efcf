package org.tickmark.script.dap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.debug.Source;
import org.tickmark.api.host.script.DebugTarget;
import org.tickmark.api.script.ScriptSource;

/** The sources of a session as a client names them: by their files, or by their place in the list if they are in none. */
final class Sources {
    private final List<ScriptSource> all;
    private final DebugTarget target;

    Sources(List<ScriptSource> all, DebugTarget target) {
        this.all = all;
        this.target = target;
    }

    /** All of them. */
    Source[] shown() {
        return all.stream().map(source -> shown(source.name())).toArray(Source[]::new);
    }

    Source shown(String name) {
        Source source = new Source();
        source.setName(name);
        Optional<Path> file = target.file(name);
        file.ifPresent(path -> source.setPath(path.toString()));
        if (file.isEmpty()) {
            source.setSourceReference(reference(name));
        }
        return source;
    }

    private int reference(String name) {
        List<String> names = all.stream().map(ScriptSource::name).toList();
        return names.indexOf(name) + 1;
    }

    /** Name of the source that a client means; empty if the session has no such. */
    Optional<String> name(Source meant) {
        if (meant.getSourceReference() != null && meant.getSourceReference() > 0) {
            return text(meant.getSourceReference()).map(ScriptSource::name);
        }
        return all.stream()
                .map(ScriptSource::name)
                .filter(name -> meant.getPath() == null ? name.equals(meant.getName()) : isFile(name, meant.getPath()))
                .findFirst();
    }

    private boolean isFile(String name, String path) {
        try {
            return target.file(name).filter(Path.of(path).normalize()::equals).isPresent();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The source that a reference stands for. */
    Optional<ScriptSource> text(int reference) {
        return reference < 1 || reference > all.size() ? Optional.empty() : Optional.of(all.get(reference - 1));
    }
}
