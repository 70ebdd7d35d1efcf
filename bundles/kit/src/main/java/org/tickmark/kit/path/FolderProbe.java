package org.tickmark.kit.path;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Tries a folder by using it: rights that are granted to the person who asks, but not to this process, count for nothing. */
public final class FolderProbe {
    private static final String PROBE = ".tickmark-probe-";

    private FolderProbe() {}

    /**
     * Makes a file in the folder, renames it, and deletes it.
     *
     * @throws IOException if one of that cannot be done; nothing is left then either, if that can be helped
     */
    public static void write(Path folder) throws IOException {
        String name = PROBE + UUID.randomUUID();
        Path probe = folder.resolve(name);
        Path renamed = folder.resolve(name + "-renamed");
        try {
            Files.createFile(probe);
            Files.move(probe, renamed);
            Files.delete(renamed);
        } catch (IOException e) {
            discard(probe);
            discard(renamed);
            throw e;
        }
    }

    private static void discard(Path probe) {
        try {
            Files.deleteIfExists(probe);
        } catch (IOException e) {
            // That the probe could not be made is told already; what is left of it is hidden and empty.
            return;
        }
    }

    /** Why something about a folder failed, in few words: what the system said, else the kind of the failure. */
    public static String reason(IOException failure) {
        if (failure instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return failure.getClass().getSimpleName();
    }
}
