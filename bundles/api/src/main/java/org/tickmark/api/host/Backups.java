package org.tickmark.api.host;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;

/**
 * Backups: one file each, with a copy of the database as it was at one moment, the configuration and the plugins. Secrets stay encrypted in it, and
 * their key is not in it. Safe for use from many threads; one backup at a time over all nodes.
 */
@ProviderType
public interface Backups {
    /**
     * Makes a backup while everything goes on. The file has its name only once it is whole, and is readable for its owner alone.
     *
     * @param folder where to; empty: the folder of the setting {@code backup.folder}, which is made if it is not there
     * @param keep how many backups of that folder to keep, this one included, 1 or more; the oldest of the others are deleted. Empty: what the
     *     setting {@code backup.keep} says in the folder of the settings, all in any other
     * @throws org.tickmark.api.TickmarkException with code {@code backup.locked} while another one is being made, {@code backup.path} if the folder cannot be
     *     written to, {@code backup.dump} if the program that dumps a PostgreSQL database is not there or fails
     */
    Backup make(Caller caller, Optional<Path> folder, OptionalInt keep, Progress progress, CancelToken cancel);

    /**
     * Looks at a database that was put back from a backup: whether it holds as many rows as the backup says, whether its audit log is whole, and
     * whether its secrets can be read.
     *
     * @param file the backup
     * @throws org.tickmark.api.TickmarkException with code {@code usage.restore} in a process that was not started to restore one
     */
    Restored examine(Caller caller, Path file);

    /**
     * A backup.
     *
     * @param file where it lies
     * @param madeAt the moment whose state it holds
     * @param bytes its size
     * @param rows how many rows of all tables it holds; empty where the database did not tell
     * @param problems what a person should know, such as what was left out
     */
    record Backup(Path file, Instant madeAt, long bytes, Optional<Long> rows, List<Problem> problems) {
        public Backup {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(madeAt, "madeAt");
            Objects.requireNonNull(rows, "rows");
            problems = List.copyOf(problems);
        }
    }

    /**
     * What a restored database was found to hold.
     *
     * @param rows the number of rows by table
     * @param problems what is wrong with it, as errors, and what a person should know
     */
    record Restored(SortedMap<String, Long> rows, List<Problem> problems) {
        public Restored {
            rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
            problems = List.copyOf(problems);
        }
    }
}
