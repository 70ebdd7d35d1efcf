package org.tickmark.api.host.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.message.Message;

/**
 * Import definitions and the pipeline that carries files from their folder into the books: claim, read, prove, commit,
 * archive. Safe for use from many threads; two runs never take the same file.
 */
@ProviderType
public interface Imports {
    /** The definitions that the caller may see, ordered by name. */
    List<ImportDefinition> definitions(Caller caller);

    /** A definition that the caller may see. */
    Optional<ImportDefinition> definition(Caller caller, String name);

    /**
     * Adds a definition, or changes the one of this name.
     *
     * @param dryRun whether to check only
     * @throws org.tickmark.api.TickmarkException with code {@code import.invalid} if it names an unknown unit or account, has no
     *     archive folder, or its archive is its source
     */
    void save(Caller caller, ImportDefinition definition, boolean dryRun);

    /**
     * Removes a definition; its files and entries stay.
     *
     * @param dryRun whether to check only
     */
    void remove(Caller caller, String name, boolean dryRun);

    /** Definitions as text (YAML, key {@code imports}) that {@link #importText} reads back; all when no name is given. */
    String exportText(Caller caller, List<String> names);

    /**
     * Saves the definitions in a text, all or none.
     *
     * @param text the text; the keys {@code units} and {@code groups} belong to others and are passed over
     * @param from what to call the text in errors, such as its file name
     * @param dryRun whether to check only; a unit that the text tells itself, under {@code units}, then counts as there with
     *     whatever accounts are named of it, since it is saved before
     * @return names of the definitions, in the order of the text
     */
    List<String> importText(Caller caller, String text, String from, boolean dryRun);

    /**
     * Runs imports. One file is one transaction; a file that fails stops no other.
     *
     * @return what was done; when cancelled, what was done until then: the file at hand is put back
     */
    ImportRun run(Caller caller, ImportRequest request, Progress progress, CancelToken cancel);

    /**
     * The files that runs rejected from a moment on, of units that the caller may see, the oldest first: for those who have to
     * tell what a run can no longer tell that was killed. The outcomes name no problems; the reports beside the files do.
     */
    List<FileOutcome> rejectedSince(Caller caller, Instant sinceInclusive);

    /** Reads files without changing anything; needs no definition. One preview a file, in the order given. */
    List<FilePreview> preview(Caller caller, List<Path> files, ReadAs readAs, Progress progress, CancelToken cancel);

    /**
     * Reads a file without changing anything, and keeps its entries aside to be asked for; needs no definition. A file that
     * cannot be read is one whose preview has an error.
     */
    OpenedFile open(Caller caller, Path file, ReadAs readAs, Progress progress, CancelToken cancel);

    /**
     * Checks the folders of definitions by using them as a run of this process would; when no name is given, of all definitions that this node may import by
     * schedule.
     */
    List<PathCheck> checkPaths(Caller caller, List<String> names);

    /** How definitions stand: what waits for them on this node, and what came of their files; of all that the caller may see when no name is given. */
    List<ImportState> states(Caller caller, List<String> names);

    /**
     * Tries a definition, which need not be saved, and changes nothing: its folders, what waits there, and what would become of the first files.
     *
     * @param most how many files are read at most
     * @throws org.tickmark.api.TickmarkException as {@link #save} does
     */
    ImportTrial trial(Caller caller, ImportDefinition definition, int most, Progress progress, CancelToken cancel);

    /**
     * What lies in a folder, which must be open to callers from elsewhere: folders first, then files, by name; those that are open when none is given.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code import.not-open} if it is not open, {@code import.folder} if it cannot be read
     */
    List<ServerFile> browse(Caller caller, Optional<Path> folder);

    /**
     * Makes a folder inside one that is open to callers from elsewhere, with those above it.
     *
     * @return where it lies
     * @throws org.tickmark.api.TickmarkException with code {@code import.not-open} if it is not, {@code import.folder} if it cannot be made
     */
    Path makeFolder(Caller caller, Path folder, boolean dryRun);

    /** The formats that claim a file by how it begins, the surest first. */
    List<Claim> claims(Caller caller, Path file);

    /** What became of a file, its problems in the languages there are. */
    Optional<ImportedFile> file(Caller caller, long fileId);

    /** The formats that can be read just now, ordered by name. */
    List<Format> formats();

    /**
     * Takes what a file brought out of the books again; the file stays in the archive and may be imported again.
     *
     * @param dryRun whether to tell only
     * @return how many entries were, or would be, removed
     */
    long undo(Caller caller, long fileId, String reason, boolean dryRun);

    /** What {@linkplain #undo undoing} a file would undo beside, such as the matches of its entries: each in words. */
    List<Message> undoWouldUndo(Caller caller, long fileId);

    /**
     * Puts a file back to the folder that it came from, out of the archive or its folder {@code rejected}, for the next run to take.
     *
     * @param dryRun whether to check only
     * @return where it lies, or would
     * @throws org.tickmark.api.TickmarkException with code {@code import.requeue} if what it holds stands in the books (undo it first), it is not in the
     *     archive, its definition is gone, or a file of its name waits already
     */
    Path requeue(Caller caller, long fileId, boolean dryRun);

    /**
     * A format that can be read.
     *
     * @param name its name
     * @param bundle symbolic name and version of the bundle that reads it
     * @param options the options a definition may set
     */
    record Format(String name, String bundle, List<FormatOption> options) {
        public Format {
            options = List.copyOf(options);
        }
    }

    /**
     * That a format claims a file.
     *
     * @param format name of the format
     * @param sureness how sure it is, 1 to 100
     */
    record Claim(String format, int sureness) {}
}
