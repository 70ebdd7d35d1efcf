package org.tickmark.importers.pipeline;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportedFile;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.Json;

/** The table {@code import_file}. */
final class FileTable {
    private static final String COLUMNS =
            "id, definition, unit_code, name, sha256, state, filed, work_path, archived_as, undone_at";

    private static final String KEPT = """
        SELECT id, definition, unit_code, name, format, state, statements, entries, known, archived_as, problems,
          encoding, size_bytes, found_at, finished_at, undone_at
        FROM import_file
        """;

    private final Clock clock;

    FileTable(Clock clock) {
        this.clock = clock;
    }

    /** A new row for a file that is about to be claimed; the row of an earlier try that was held goes. */
    long claim(Tx tx, String definition, String unit, String name, long size) throws SQLException {
        Sql.on(tx.connection(), "DELETE FROM import_file WHERE definition = ? AND name = ? AND state = 'HELD'")
                .with(definition, name)
                .update();
        return Sql.on(tx.connection(), """
            INSERT INTO import_file (definition, unit_code, name, size_bytes, format, encoding, state, filed,
              work_path, archived_as, statements, entries, known, problems, found_at)
            VALUES (?, ?, ?, ?, '', '', 'CLAIMED', FALSE, '', '', 0, 0, 0, '[]', ?)
            """)
                .with(definition, unit, name, size, clock.instant())
                .insert();
    }

    /** Tells where a claimed file lies, before it is moved there. */
    void working(Tx tx, long id, String workPath) throws SQLException {
        Sql.on(tx.connection(), "UPDATE import_file SET work_path = ? WHERE id = ?")
                .with(workPath, id)
                .update();
    }

    /** Tells what is to become of a file; it is not yet moved there. */
    void decide(Tx tx, long id, Optional<String> sha256, Decision decision, String archivedAs) throws SQLException {
        Sql.on(tx.connection(), """
            UPDATE import_file SET sha256 = ?, format = ?, encoding = ?, state = ?, archived_as = ?,
              statements = ?, entries = ?, known = ?, problems = ? WHERE id = ?
            """)
                .with(
                        sha256,
                        decision.format(),
                        decision.encoding(),
                        FileState.of(decision.result()),
                        archivedAs,
                        decision.appended().statements(),
                        decision.appended().entries(),
                        decision.appended().entriesKnown(),
                        Json.compact(KeptProblems.documents(decision.problems())),
                        id)
                .update();
    }

    /** Tells that a file has been moved to where its state says. */
    void filed(Tx tx, long id) throws SQLException {
        Sql.on(tx.connection(), "UPDATE import_file SET filed = TRUE, finished_at = ? WHERE id = ?")
                .with(clock.instant(), id)
                .update();
    }

    /** Tells that a file lies in the archive no more. */
    void unfiled(Tx tx, long id) throws SQLException {
        Sql.on(tx.connection(), "UPDATE import_file SET archived_as = '' WHERE id = ?")
                .with(id)
                .update();
    }

    void undone(Tx tx, long id) throws SQLException {
        Sql.on(tx.connection(), "UPDATE import_file SET undone_at = ? WHERE id = ?")
                .with(clock.instant(), id)
                .update();
    }

    void forget(Tx tx, long id) throws SQLException {
        Sql.on(tx.connection(), "DELETE FROM import_file WHERE id = ?").with(id).update();
    }

    Optional<FileRow> find(Tx tx, long id) throws SQLException {
        return Sql.on(tx.connection(), "SELECT " + COLUMNS + " FROM import_file WHERE id = ?")
                .with(id)
                .first(FileTable::row);
    }

    /** What is kept of a file. */
    static Optional<ImportedFile> kept(Tx tx, long id) throws SQLException {
        return Sql.on(tx.connection(), KEPT + "WHERE id = ?").with(id).first(FileTable::kept);
    }

    /** The file that a definition has taken last. */
    static Optional<ImportedFile> last(Tx tx, String definition) throws SQLException {
        return Sql.on(tx.connection(), KEPT + "WHERE id = (SELECT MAX(id) FROM import_file WHERE definition = ?)")
                .with(definition)
                .first(FileTable::kept);
    }

    /** How many files of a definition lie in its folder of rejected ones. */
    static long rejected(Tx tx, String definition) throws SQLException {
        return Sql.on(tx.connection(), """
            SELECT COUNT(*) AS files FROM import_file
            WHERE definition = ? AND state = 'REJECTED' AND archived_as <> ''
            """)
                .with(definition)
                .first(row -> row.number("files"))
                .orElse(0L);
    }

    private static ImportedFile kept(Row row) throws SQLException {
        FileOutcome outcome = new FileOutcome(
                row.number("id"),
                row.text("definition"),
                row.text("unit_code"),
                row.text("name"),
                row.text("format"),
                row.choice("state", FileState.class).result(),
                (int) row.number("statements"),
                row.number("entries"),
                row.number("known"),
                row.text("archived_as"),
                KeptProblems.read(row.text("problems")));
        return new ImportedFile(
                outcome,
                row.text("encoding"),
                row.number("size_bytes"),
                row.instant("found_at"),
                row.optionalInstant("finished_at"),
                row.optionalInstant("undone_at"));
    }

    /** The files of a definition that a run was cut off from, in the order claimed. */
    List<FileRow> unfinished(Tx tx, String definition) throws SQLException {
        return Sql.on(
                        tx.connection(),
                        "SELECT " + COLUMNS + " FROM import_file WHERE definition = ? AND NOT filed ORDER BY id")
                .with(definition)
                .list(FileTable::row);
    }

    /** Whether these bytes stand in the books by this definition. */
    boolean isImported(Tx tx, String definition, String sha256) throws SQLException {
        return Sql.on(tx.connection(), """
            SELECT id FROM import_file
            WHERE sha256 = ? AND definition = ? AND state = 'IMPORTED' AND undone_at IS NULL
            """)
                .with(sha256, definition)
                .first(row -> row.number("id"))
                .isPresent();
    }

    /** The files rejected from a moment on; one that is not moved yet was rejected by a run that was cut off. */
    List<FileOutcome> rejectedSince(Tx tx, Instant sinceInclusive) throws SQLException {
        return Sql.on(tx.connection(), """
            SELECT id, definition, unit_code, name, format, archived_as FROM import_file
            WHERE state = 'REJECTED' AND (NOT filed OR finished_at >= ?) ORDER BY id
            """).with(sinceInclusive).list(FileTable::rejected);
    }

    private static FileOutcome rejected(Row row) throws SQLException {
        return new FileOutcome(
                row.number("id"),
                row.text("definition"),
                row.text("unit_code"),
                row.text("name"),
                row.text("format"),
                FileOutcome.Result.REJECTED,
                0,
                0,
                0,
                row.text("archived_as"),
                List.of());
    }

    private static FileRow row(Row row) throws SQLException {
        return new FileRow(
                row.number("id"),
                row.text("definition"),
                row.text("unit_code"),
                row.text("name"),
                row.optionalText("sha256"),
                row.choice("state", FileState.class),
                row.flag("filed"),
                row.text("work_path"),
                row.text("archived_as"),
                row.optionalInstant("undone_at").isPresent());
    }
}
