package org.tickmark.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportRequest;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.testkit.host.Partly;

/** Imports that do what a test prepared for each unit, and remember what they were asked. */
final class FakeImports {
    final List<ImportRequest> requests = new ArrayList<>();
    private final List<ImportDefinition> definitions = new ArrayList<>();
    private final List<FileOutcome> rejected = new ArrayList<>();
    Instant askedSince;
    private final Map<String, Function<CancelToken, ImportRun>> runs = new HashMap<>();

    Imports service() {
        return Partly.implemented(Imports.class, this);
    }

    /** A definition that is ticked for scheduled runs, and what a run of its unit does. */
    FakeImports scheduled(String unit, Function<CancelToken, ImportRun> run) {
        definitions.add(definition(unit, true));
        runs.put(unit, run);
        return this;
    }

    FakeImports unscheduled(String unit) {
        definitions.add(definition(unit, false));
        return this;
    }

    private static ImportDefinition definition(String unit, boolean background) {
        return new ImportDefinition(
                "import-" + unit.toLowerCase(java.util.Locale.ROOT),
                unit,
                Optional.empty(),
                List.of(),
                "in",
                "*",
                "archive",
                background,
                ImportDefinition.Strictness.USUAL,
                Map.of(),
                List.of(),
                ImportDefinition.Whole.SETTLED);
    }

    /** Files that ended so; an imported one brought 100 entries. */
    static ImportRun files(FileOutcome.Result... results) {
        return files("A", results);
    }

    /** Files of a unit that ended so. */
    static ImportRun files(String unit, FileOutcome.Result... results) {
        List<FileOutcome> files = new ArrayList<>();
        for (FileOutcome.Result result : results) {
            long entries = result == FileOutcome.Result.IMPORTED ? 100 : 0;
            files.add(new FileOutcome(1, "bank", unit, "may.xml", "camt", result, 1, entries, 0, "", List.of()));
        }
        return new ImportRun(files, List.of(), List.of());
    }

    /** A file that a run rejected before. */
    FakeImports rejectedBefore(String unit, String name) {
        rejected.add(new FileOutcome(
                7, "bank", unit, name, "camt", FileOutcome.Result.REJECTED, 0, 0, 0, "rejected/" + name, List.of()));
        return this;
    }

    List<FileOutcome> rejectedSince(Caller caller, Instant sinceInclusive) {
        askedSince = sinceInclusive;
        return rejected;
    }

    List<ImportDefinition> definitions(Caller caller) {
        return definitions;
    }

    ImportRun run(Caller caller, ImportRequest request, Progress progress, CancelToken cancel) {
        requests.add(request);
        return runs.get(request.units().get(0)).apply(cancel);
    }
}
