package org.tickmark.launcher.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/** Files to import and what is set up for them, the same at each time. */
interface FileSet {
    /** The bytes of each file, by its path below the data directory: {@code in}, two folders, a name. */
    Map<Path, byte[]> bytes();

    /**
     * What is set up, for {@code config apply}.
     *
     * @param archive the folder of the archives, absolute or relative to the data directory; below it the two folders of each file
     */
    String definitions(String archive);

    /** Puts the files where their definitions look for them, as if they had lain there for an hour. */
    default void putInto(Path data) throws IOException {
        FileTime earlier = FileTime.from(Instant.now().minusSeconds(3600));
        for (Map.Entry<Path, byte[]> file : bytes().entrySet()) {
            Path path = data.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
            Files.setLastModifiedTime(path, earlier);
        }
    }
}
