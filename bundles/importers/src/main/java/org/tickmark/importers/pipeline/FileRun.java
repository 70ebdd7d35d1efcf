package org.tickmark.importers.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.books.Appended;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.kit.hash.Sha256;

/** The way of one file: read, prove, book in one transaction, move. */
final class FileRun {
    private static final Logger LOG = LoggerFactory.getLogger(FileRun.class);

    /** Errors that a person or a later run can set right, so that the file stays where it is. */
    private static final Set<ErrorClass> HOLDING = Set.of(ErrorClass.E1, ErrorClass.E7, ErrorClass.E8, ErrorClass.E9);

    private final Pipeline.Services services;
    private final Caller caller;
    private final ImportDefinition definition;
    private final Folders folders;
    private final FileTable files;
    private final FileReader reader;
    private final AccountMapping mapping;
    private final Headway headway;
    private final CancelToken cancel;

    FileRun(
            Pipeline.Services services,
            Caller caller,
            ImportDefinition definition,
            Folders folders,
            FileTable files,
            Headway headway,
            CancelToken cancel) {
        this.services = services;
        this.caller = caller;
        this.definition = definition;
        this.folders = folders;
        this.files = files;
        this.reader = new FileReader(services.formats(), services.limits());
        this.mapping = new AccountMapping(services.books(), caller, definition);
        this.headway = headway;
        this.cancel = cancel;
    }

    /** What has to be told of a file before it is booked. */
    private record Reading(ReadFile file, AccountMapping.Mapped mapped, List<Problem> problems) {}

    /** Tells what would become of a file; the transaction that finds it out is rolled back. */
    FileOutcome rehearse(Path file) {
        String name = file.getFileName().toString();
        return outcome(0, name, decided(() -> rehearsed(file, name)), "");
    }

    private Decision rehearsed(Path file, String name) throws IOException {
        if (isImported(Sha256.hex(file))) {
            return Decision.without(Result.DUPLICATE, "", List.of());
        }
        try (Spool spool = new Spool(services.spoolFolder())) {
            Reading reading = read(file, name, spool);
            return Rehearsal.of(services.transactions(), tx -> append(tx, 0, reading));
        }
    }

    /** Carries a claimed file to its end. */
    FileOutcome process(long id, String name, Path work) throws IOException {
        String sha256 = Sha256.hex(work);
        if (isImported(sha256)) {
            return archived(id, name, work, sha256, Decision.without(Result.DUPLICATE, "", List.of()));
        }
        try (Spool spool = new Spool(services.spoolFolder())) {
            Reading reading = read(work, name, spool);
            propose(id, name, reading);
            String archivedAs = archiveName(name, sha256, false);
            Decision decision = services.transactions().inTransaction(tx -> {
                Decision booked = append(tx, id, reading);
                files.decide(tx, id, Optional.of(sha256), booked, archivedAs);
                tell(tx, id, name, "import.file.committed", "file.import", booked);
                return booked;
            });
            return moved(id, name, work, decision, archivedAs);
        } catch (TickmarkException | RejectedFile e) {
            return refused(id, name, work, sha256, refusal(e));
        }
    }

    /** Moves a file that an earlier run had decided on. */
    Optional<FileOutcome> file(FileRow row, Path work) throws IOException {
        if (row.state() == FileState.HELD) {
            if (Files.exists(work)) {
                folders.putBack(work, row.id(), row.name());
            }
        } else {
            folders.archive(work, row.archivedAs());
        }
        filed(row.id());
        LOG.info("File {} of definition {} was moved after an interrupted run", row.name(), row.definition());
        return Optional.empty();
    }

    FileOutcome outcome(long id, String name, Decision decision, String archivedAs) {
        return new FileOutcome(
                id,
                definition.name(),
                definition.unit(),
                name,
                decision.format(),
                decision.result(),
                decision.appended().statements(),
                decision.appended().entries(),
                decision.appended().entriesKnown(),
                archivedAs,
                decision.problems());
    }

    private boolean isImported(String sha256) {
        return services.transactions().reading(tx -> files.isImported(tx, definition.name(), sha256));
    }

    private Reading read(Path path, String name, Spool spool) {
        ReadAs readAs = new ReadAs(Optional.empty(), definition.options());
        FileReader.Source source =
                new FileReader.Source(path, name, definition.format(), readAs, definition.strictness());
        ReadFile file = reader.read(source, spool, headway::read, cancel);
        if (file.hasErrors()) {
            throw new RejectedFile(file);
        }
        AccountMapping.Mapped mapped = services.transactions().reading(tx -> mapping.map(tx, file, spool));
        List<Problem> problems = new ArrayList<>(file.allProblems());
        problems.addAll(mapped.notes());
        return new Reading(file, mapped, problems);
    }

    /** Asks outside the transaction whether the file may be booked. */
    private void propose(long id, String name, Reading reading) {
        Map<String, String> fields = new TreeMap<>(fields(name));
        fields.put("format", reading.file().format());
        fields.put("statements", String.valueOf(reading.mapped().statements().size()));
        try {
            services.events().propose(new Proposal("import.file.commit", subject(id), caller, fields, Set.of()));
        } catch (TickmarkException e) {
            throw FileProblems.blocked(e.problem()).exception(e);
        }
    }

    private Decision append(Tx tx, long id, Reading reading) throws SQLException {
        Appended appended = services.books()
                .append(
                        tx,
                        caller,
                        headway.booking(new BookedFile(id, reading.mapped().statements())));
        List<Problem> problems = new ArrayList<>(reading.problems());
        problems.addAll(appended.problems());
        return Decision.booked(reading.file(), appended, problems);
    }

    private Decision decided(Step step) {
        try {
            return step.decide();
        } catch (TickmarkException | RejectedFile e) {
            return refusal(e);
        } catch (IOException e) {
            return Decision.without(
                    Result.HELD, "", List.of(FileProblems.unreadable(Path.of(definition.source()), e.toString())));
        }
    }

    /** What becomes of a file that cannot be booked; a failure that is not the file's goes on. */
    private static Decision refusal(RuntimeException refused) {
        if (refused instanceof RejectedFile rejected) {
            return Decision.without(
                    Result.REJECTED, rejected.file().format(), rejected.file().allProblems());
        }
        TickmarkException failure = (TickmarkException) refused;
        String code = failure.problem().code();
        if (HOLDING.stream().anyMatch(errorClass -> errorClass.covers(code))) {
            return Decision.without(Result.HELD, "", List.of(failure.problem()));
        }
        for (ErrorClass errorClass : ErrorClass.values()) {
            if (errorClass.covers(code)) {
                return Decision.without(Result.REJECTED, "", List.of(failure.problem()));
            }
        }
        throw failure;
    }

    private FileOutcome refused(long id, String name, Path work, String sha256, Decision decision) throws IOException {
        if (decision.result() == Result.REJECTED) {
            return archived(id, name, work, sha256, decision);
        }
        services.transactions().inTransaction(tx -> {
            files.decide(tx, id, Optional.of(sha256), decision, "");
            tell(tx, id, name, "import.file.held", "file.hold", decision);
            return null;
        });
        folders.putBack(work, id, name);
        filed(id);
        return outcome(id, name, decision, "");
    }

    /** A file of which nothing is booked goes to the archive: as a duplicate, or rejected with a report beside it. */
    private FileOutcome archived(long id, String name, Path work, String sha256, Decision decision) throws IOException {
        boolean rejected = decision.result() == Result.REJECTED;
        String archivedAs = archiveName(name, sha256, rejected);
        if (rejected) {
            writeReport(name, archivedAs, decision);
        }
        services.transactions().inTransaction(tx -> {
            files.decide(tx, id, Optional.of(sha256), decision, archivedAs);
            if (rejected) {
                tell(tx, id, name, "import.file.rejected", "file.reject", decision);
            }
            return null;
        });
        return moved(id, name, work, decision, archivedAs);
    }

    private void writeReport(String name, String archivedAs, Decision decision) throws IOException {
        RejectionReport report = new RejectionReport(
                name, definition.name(), definition.unit(), services.clock().instant(), decision.problems());
        folders.writeBeside(archivedAs, ".txt", report.text(caller.locale()));
        folders.writeBeside(archivedAs, ".json", report.json());
    }

    /** The last step: what was decided stands already, so a failure here is made good by the next run. */
    private FileOutcome moved(long id, String name, Path work, Decision decision, String archivedAs)
            throws IOException {
        folders.archive(work, archivedAs);
        filed(id);
        return outcome(id, name, decision, archivedAs);
    }

    private void filed(long id) {
        services.transactions().inTransaction(tx -> {
            files.filed(tx, id);
            return null;
        });
    }

    private String archiveName(String name, String sha256, boolean rejected) throws IOException {
        LocalDate day = LocalDate.ofInstant(services.clock().instant(), ZoneOffset.UTC);
        return folders.archiveName(day.toString(), definition.name(), name, sha256, rejected);
    }

    private void tell(Tx tx, long id, String name, String topic, String action, Decision decision) throws SQLException {
        Map<String, String> fields = new TreeMap<>(fields(name));
        fields.put("result", decision.result().name().toLowerCase(Locale.ROOT));
        fields.put("entries", String.valueOf(decision.appended().entries()));
        decision.problems().stream().findFirst().ifPresent(problem -> fields.put("problem", problem.code()));
        services.events().record(tx, caller, topic, subject(id), fields);
        services.audit().append(tx, caller, new Audit.Act("import", action, subject(id), fields));
    }

    private Map<String, String> fields(String name) {
        return Map.of("definition", definition.name(), "unit", definition.unit(), "file", name);
    }

    private static String subject(long id) {
        return "file/" + id;
    }

    @FunctionalInterface
    private interface Step {
        Decision decide() throws IOException;
    }
}
