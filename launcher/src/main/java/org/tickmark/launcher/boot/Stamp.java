package org.tickmark.launcher.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Tells whether the framework cache may be used again. The stamp is taken away before the cache is used and put back
 * after an orderly stop, so a process that was killed leaves a cache that nobody trusts.
 */
final class Stamp {
    private final Path file;

    /** The stamp of the cache in this folder. */
    Stamp(Path cache) {
        this.file = cache.resolve("stamp");
    }

    /** Takes the stamp away; true if it said this. */
    boolean takeIfEqual(String fingerprint) throws IOException {
        try {
            String found = Files.readString(file);
            Files.delete(file);
            return found.equals(fingerprint);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Puts the stamp back. */
    void put(String fingerprint) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, fingerprint);
    }
}
