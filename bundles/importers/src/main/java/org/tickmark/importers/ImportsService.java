package org.tickmark.importers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportRequest;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.ImportState;
import org.tickmark.api.host.imports.ImportTrial;
import org.tickmark.api.host.imports.ImportedFile;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.OpenedFile;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.host.imports.ServerFile;
import org.tickmark.api.host.tasks.ThisNode;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.message.Message;
import org.tickmark.api.setting.Settings;
import org.tickmark.importers.definition.DefinitionFolders;
import org.tickmark.importers.definition.Definitions;
import org.tickmark.importers.definition.PathChecks;
import org.tickmark.importers.pipeline.Formats;
import org.tickmark.importers.pipeline.Pipeline;
import org.tickmark.importers.pipeline.Previews;

/** Imports: definitions, the formats that are there just now, and the pipeline. */
@Component(service = Imports.class)
public final class ImportsService implements Imports {
    private static final Logger LOG = LoggerFactory.getLogger(ImportsService.class);

    private static final String DATA = "tickmark.data.dir";
    private static final String SPOOL = "tmp/import";

    private final Formats formats = new Formats();
    private final DefinitionFolders folders;
    private final Definitions definitions;
    private final PathChecks pathChecks;
    private final Pipeline pipeline;
    private final Previews previews;
    private final ThisNode node;

    @Activate
    public ImportsService(
            BundleContext context,
            @Reference(target = "(tickmark.schema=org.tickmark.importers)") Transactions transactions,
            @Reference Books books,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Locks locks,
            @Reference Settings settings,
            @Reference Clock clock) {
        this(
                Path.of(Optional.ofNullable(context.getProperty(DATA)).orElse("data")),
                transactions,
                books,
                audit,
                events,
                locks,
                settings,
                clock);
    }

    /** Imports with this data directory. */
    ImportsService(
            Path data,
            Transactions transactions,
            Books books,
            Audit audit,
            Events events,
            Locks locks,
            Settings settings,
            Clock clock) {
        Limits limits = new Limits(
                settings.get(ImportSettings.MAX_BYTES),
                settings.get(ImportSettings.MAX_ENTRIES),
                Limits.USUAL.line(),
                Limits.USUAL.depth());
        Path spools = emptySpool(data.toAbsolutePath().resolve(SPOOL));
        this.node = ThisNode.of(settings);
        this.folders = new DefinitionFolders(data, listed(settings.get(ImportSettings.FOLDERS)));
        this.definitions = new Definitions(transactions, books, audit, events, folders, formats::list);
        this.pathChecks = new PathChecks(folders);
        this.previews = new Previews(formats, limits, spools);
        this.pipeline = new Pipeline(new Pipeline.Services(
                transactions,
                books,
                events,
                audit,
                locks,
                formats,
                clock,
                spools,
                settings.get(ImportSettings.SETTLE),
                limits));
    }

    private static List<String> listed(String folders) {
        return Stream.of(folders.split(","))
                .map(String::strip)
                .filter(folder -> !folder.isEmpty())
                .toList();
    }

    /** The folder for spools; this process owns the data directory, so what lies there is from one that was cut off. */
    private static Path emptySpool(Path folder) {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Folder for spools " + folder, e);
        }
    }

    @Reference(
            service = StatementImporter.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addImporter(StatementImporter importer, ServiceReference<StatementImporter> reference) {
        Bundle bundle = reference.getBundle();
        String reader = bundle.getSymbolicName() + " " + bundle.getVersion();
        if (reference.getProperty(StatementImporter.FORMAT) instanceof String format && !format.isBlank()) {
            formats.add(format, reader, importer);
        } else {
            LOG.warn("{}: an importer without the property {} cannot be used", reader, StatementImporter.FORMAT);
        }
    }

    void removeImporter(StatementImporter importer, ServiceReference<StatementImporter> reference) {
        if (reference.getProperty(StatementImporter.FORMAT) instanceof String format) {
            formats.remove(format, importer);
        }
    }

    @Override
    public List<ImportDefinition> definitions(Caller caller) {
        return definitions.all(caller);
    }

    @Override
    public Optional<ImportDefinition> definition(Caller caller, String name) {
        return definitions.find(caller, name);
    }

    @Override
    public void save(Caller caller, ImportDefinition definition, boolean dryRun) {
        definitions.save(caller, definition, dryRun);
    }

    @Override
    public void remove(Caller caller, String name, boolean dryRun) {
        definitions.remove(caller, name, dryRun);
    }

    @Override
    public String exportText(Caller caller, List<String> names) {
        return definitions.exportText(caller, names);
    }

    @Override
    public List<String> importText(Caller caller, String text, String from, boolean dryRun) {
        return definitions.importText(caller, text, from, dryRun);
    }

    @Override
    public ImportRun run(Caller caller, ImportRequest request, Progress progress, CancelToken cancel) {
        caller.require(Permission.IMPORT_RUN);
        List<PathCheck> failed = new ArrayList<>();
        List<Pipeline.Work> works = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (ImportDefinition definition : chosen(caller, request)) {
            if (request.backgroundOnly() && !node.has(definition.labels())) {
                elsewhere.add(definition.name());
                continue;
            }
            List<PathCheck> failures = pathChecks.failures(definition);
            if (failures.isEmpty()) {
                works.add(work(definition));
            }
            failed.addAll(failures);
        }
        ImportRun run = pipeline.run(caller, works, request.dryRun(), progress, cancel);
        failed.addAll(run.paths());
        return new ImportRun(run.files(), failed, run.failures(), elsewhere);
    }

    private Pipeline.Work work(ImportDefinition definition) {
        return new Pipeline.Work(definition, folders.source(definition), folders.archive(definition));
    }

    private List<ImportDefinition> chosen(Caller caller, ImportRequest request) {
        return definitions.named(caller, request.definitions()).stream()
                .filter(definition ->
                        request.units().isEmpty() || request.units().contains(definition.unit()))
                .filter(definition -> definition.background() || !request.backgroundOnly())
                .toList();
    }

    @Override
    public List<FileOutcome> rejectedSince(Caller caller, Instant sinceInclusive) {
        caller.require(Permission.IMPORT_READ);
        return pipeline.rejectedSince(sinceInclusive).stream()
                .filter(file -> caller.maySee(file.unit()))
                .toList();
    }

    @Override
    public List<FilePreview> preview(
            Caller caller, List<Path> files, ReadAs readAs, Progress progress, CancelToken cancel) {
        caller.require(Permission.IMPORT_RUN);
        return previews.preview(
                files.stream().map(file -> definitions.given(caller, file)).toList(), readAs, progress, cancel);
    }

    @Override
    public OpenedFile open(Caller caller, Path file, ReadAs readAs, Progress progress, CancelToken cancel) {
        caller.require(Permission.IMPORT_RUN);
        return previews.open(definitions.given(caller, file), readAs, progress, cancel);
    }

    @Override
    public List<Claim> claims(Caller caller, Path file) {
        caller.require(Permission.IMPORT_RUN);
        return previews.claims(definitions.given(caller, file));
    }

    @Override
    public List<ImportState> states(Caller caller, List<String> names) {
        return definitions.named(caller, names).stream().map(this::state).toList();
    }

    private ImportState state(ImportDefinition definition) {
        List<PathCheck> failures = node.has(definition.labels()) ? pathChecks.failures(definition) : List.of();
        return new ImportState(
                definition,
                failures,
                pipeline.waiting(work(definition)),
                pipeline.last(definition.name()),
                pipeline.rejected(definition.name()));
    }

    @Override
    public ImportTrial trial(
            Caller caller, ImportDefinition definition, int most, Progress progress, CancelToken cancel) {
        definitions.save(caller, definition, true);
        Pipeline.Work work = work(definition);
        boolean runs = most > 0 && pathChecks.failures(definition).isEmpty();
        ImportRun run = runs
                ? pipeline.trial(caller, work, most, progress, cancel)
                : new ImportRun(List.of(), List.of(), List.of());
        return new ImportTrial(pathChecks.all(definition), pipeline.waiting(work), run);
    }

    @Override
    public List<ServerFile> browse(Caller caller, Optional<Path> folder) {
        caller.require(Permission.IMPORT_EDIT);
        return folder.map(path -> folders.list(definitions.given(caller, path))).orElseGet(folders::open);
    }

    @Override
    public Path makeFolder(Caller caller, Path folder, boolean dryRun) {
        caller.require(Permission.IMPORT_EDIT);
        return folders.make(folder, dryRun);
    }

    @Override
    public Optional<ImportedFile> file(Caller caller, long fileId) {
        caller.require(Permission.IMPORT_READ);
        return pipeline.file(caller, fileId);
    }

    @Override
    public List<PathCheck> checkPaths(Caller caller, List<String> names) {
        return definitions.named(caller, names).stream()
                .flatMap(definition -> checks(definition, !names.isEmpty()).stream())
                .toList();
    }

    /** Folders of a definition that is another node's need not be here. */
    private List<PathCheck> checks(ImportDefinition definition, boolean named) {
        if (node.has(definition.labels())) {
            return pathChecks.all(definition);
        }
        List<PathCheck> checks = new ArrayList<>(List.of(PathChecks.elsewhere(definition, node.name())));
        if (named) {
            checks.addAll(pathChecks.all(definition));
        }
        return checks;
    }

    @Override
    public List<Format> formats() {
        return formats.list();
    }

    @Override
    public long undo(Caller caller, long fileId, String reason, boolean dryRun) {
        return pipeline.undo(caller, fileId, reason, dryRun);
    }

    @Override
    public List<Message> undoWouldUndo(Caller caller, long fileId) {
        return pipeline.undoWouldUndo(caller, fileId);
    }

    @Override
    public Path requeue(Caller caller, long fileId, boolean dryRun) {
        return pipeline.requeue(
                caller, fileId, name -> definitions.find(caller, name).map(this::work), dryRun);
    }
}
