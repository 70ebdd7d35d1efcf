package org.tickmark.importers.definition;

import java.nio.file.Path;
import java.util.Objects;
import org.tickmark.api.host.imports.ImportDefinition;

/** Where the folders of definitions are: a relative path begins at the data directory. */
public final class DefinitionFolders {
    /** What the name of the file ends with that marks another one as whole. */
    public static final String MARKER = ".done";

    private final Path data;

    /** Folders beside this data directory. */
    public DefinitionFolders(Path data) {
        this.data = Objects.requireNonNull(data, "data").toAbsolutePath();
    }

    /** The folder in which the files appear. */
    public Path source(ImportDefinition definition) {
        return resolved(definition.source());
    }

    /** The folder that files are moved to. */
    public Path archive(ImportDefinition definition) {
        return resolved(definition.archive());
    }

    private Path resolved(String folder) {
        return data.resolve(folder).normalize();
    }
}
