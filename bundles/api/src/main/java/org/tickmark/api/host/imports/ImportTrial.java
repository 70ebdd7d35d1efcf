package org.tickmark.api.host.imports;

import java.util.List;

/**
 * What would come of a definition.
 *
 * @param paths the checks of its folders
 * @param waiting the files that a run would find, by name
 * @param run what would become of the first of them
 */
public record ImportTrial(List<PathCheck> paths, List<ServerFile> waiting, ImportRun run) {
    public ImportTrial {
        paths = List.copyOf(paths);
        waiting = List.copyOf(waiting);
    }
}
