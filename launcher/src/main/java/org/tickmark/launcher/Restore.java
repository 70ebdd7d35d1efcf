package org.tickmark.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.backup.BackupManifest;
import org.tickmark.kit.backup.BackupReader;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.launcher.Invocation.Action;
import org.tickmark.launcher.boot.DataLock;
import org.tickmark.launcher.boot.DataLock.Purpose;
import org.tickmark.launcher.boot.Places;
import org.tickmark.launcher.session.Signals;

/**
 * Puts a backup back, or looks whether that could be done. A copy is taken out of the file and booted aside, and the command {@code restore} looks at it there;
 * only if all is well is its database moved into place, which is one step: whatever happens, the directory has the old database or the new one.
 */
final class Restore {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Restore.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final Call call;
    private final Signals signals;
    private final Path data;
    private final Path database;
    private final String stamp;

    Restore(Call call, Signals signals) {
        this.call = call;
        this.signals = signals;
        this.data = call.places().data();
        this.database = data.resolve(BackupManifest.H2_FILE);
        this.stamp = STAMP.format(Clock.systemUTC().instant().atOffset(ZoneOffset.UTC));
    }

    /** Does it; the exit code. */
    int run(Action.Restore asked) {
        try (BackupReader backup = BackupReader.open(call.path(asked.file()))) {
            call.dataFolder().create();
            if (!backup.manifest().database().equals(BackupManifest.H2)) {
                return ofServer(backup, asked);
            }
            return asked.verify() ? examine(backup, asked) : putBack(backup, asked);
        } catch (TickmarkException e) {
            boolean path = e.problem().code().equals("backup.path");
            throw new LaunchException(
                    path ? ExitCode.PATH : ExitCode.FAILURE,
                    Message.verbatim(e.problem().text(call.locale())),
                    e);
        } catch (IOException e) {
            throw new LaunchException(ExitCode.FAILURE, MESSAGES.message("restore.failed", e.toString()), e);
        }
    }

    /** A dump goes back by the programs of its server, never by us: it may hold the work of other nodes. */
    private int ofServer(BackupReader backup, Action.Restore asked) throws IOException {
        backup.verify();
        if (asked.verify()) {
            call.tell(MESSAGES.message("restore.dump-whole"));
            return ExitCode.OK.code();
        }
        throw new LaunchException(
                ExitCode.FAILURE, MESSAGES.message("restore.dump", asked.file(), BackupManifest.POSTGRESQL_DUMP));
    }

    private int examine(BackupReader backup, Action.Restore asked) throws IOException {
        try (StagedCopy copy = StagedCopy.of(backup, data)) {
            return examine(copy, asked);
        }
    }

    private int examine(StagedCopy copy, Action.Restore asked) throws IOException {
        Places places = call.places();
        Call aside = call.at(new Places(places.home(), copy.data(), places.config(), copy.plugins()));
        DataLock lock = new Access(aside.places()).lock(Purpose.COMMAND);
        return new Client(aside, signals).carryOutRestored(lock, new ClientFrame.Run(asked.words()));
    }

    private int putBack(BackupReader backup, Action.Restore asked) throws IOException {
        DataLock lock = new Access(call.places()).lock(Purpose.COMMAND);
        try (lock) {
            boolean occupied = Files.exists(database);
            if (occupied && !asked.force()) {
                throw new LaunchException(ExitCode.USAGE, MESSAGES.message("restore.occupied", data));
            }
            return putBack(backup, asked, occupied);
        }
    }

    /** The caller holds the lock. */
    private int putBack(BackupReader backup, Action.Restore asked, boolean occupied) throws IOException {
        try (StagedCopy copy = StagedCopy.of(backup, data)) {
            int exitCode = examine(copy, asked);
            if (exitCode != ExitCode.OK.code()) {
                call.tell(MESSAGES.message("restore.refused"));
                return exitCode;
            }
            List<Message> told = new ArrayList<>(List.of(MESSAGES.message("restore.done", data)));
            if (occupied) {
                told.add(MESSAGES.message("restore.before", keepDatabase()));
            }
            putAside(backup, told);
            copy.moveDatabaseTo(database);
            told.forEach(call::tell);
            return exitCode;
        }
    }

    /** Gives the database that is there a second name, under which it stays. */
    private Path keepDatabase() throws IOException {
        Path folder = Files.createDirectory(data.resolve("before-restore-" + stamp), DataFolder.ownerOnly());
        Path kept = folder.resolve(BackupManifest.H2_FILE);
        try {
            Files.createLink(kept, database);
        } catch (UnsupportedOperationException | IOException e) {
            // Not every file system has links.
            Files.copy(database, kept);
        }
        return kept;
    }

    /** Configuration and plugins are for a person to compare: those that are there may be newer, or another machine's. */
    private void putAside(BackupReader backup, List<Message> told) throws IOException {
        Path folder = data.resolve("restored-" + stamp);
        for (String kind : List.of("etc", "plugins")) {
            for (String name : backup.names(kind)) {
                Files.createDirectories(folder.resolve(kind), DataFolder.ownerOnly());
                backup.extract(name, folder.resolve(name));
            }
        }
        if (Files.exists(folder)) {
            told.add(MESSAGES.message("restore.aside", folder));
        }
        told.add(MESSAGES.message("restore.held"));
    }
}
