package org.tickmark.api.host.imports;

import java.util.List;

/**
 * Which imports to run, and how.
 *
 * @param definitions names of the definitions; empty for all
 * @param units codes of the units; empty for all
 * @param backgroundOnly whether only those take part that are ticked for scheduled runs
 * @param dryRun whether to tell what would happen and change nothing: no row, no file
 */
public record ImportRequest(List<String> definitions, List<String> units, boolean backgroundOnly, boolean dryRun) {
    public ImportRequest {
        definitions = List.copyOf(definitions);
        units = List.copyOf(units);
    }
}
