package org.tickmark.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.tickmark.api.CancelToken;

/** Copies an open database, as it is at one moment, while others work on it. */
public interface DatabaseCopy {
    /** What kind of copy it is, as {@link org.tickmark.kit.backup.BackupManifest#database()} calls it. */
    String kind();

    /**
     * Makes the copy.
     *
     * @param folder an empty folder for it, and for what is needed meanwhile
     * @return the file that is the copy
     * @throws org.tickmark.api.TickmarkException if the database cannot be copied
     */
    Path into(Path folder, CancelToken cancel) throws IOException;

    /**
     * Opens a copy, which may change its file, and counts.
     *
     * @return the number of rows by table; empty where only a server could tell
     * @throws org.tickmark.api.TickmarkException if it cannot be opened
     */
    SortedMap<String, Long> rows(Path copy);
}
