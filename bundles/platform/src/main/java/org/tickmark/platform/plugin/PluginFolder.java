package org.tickmark.platform.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** The folder that plugins are dropped into. */
final class PluginFolder {
    private final Path folder;

    PluginFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * The files that should be plugins, by name: all but those being written, whose names begin with a point, and
     * configurations. None if there is no folder.
     */
    List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !name(file).startsWith("."))
                    .filter(file -> !name(file).matches(".*\\.(cfg|config)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the file in this folder that a bundle was installed from; empty for a bundle of the product. */
    Optional<String> fileOf(Bundle bundle) {
        String location = bundle.getLocation();
        if (!location.startsWith("file:")) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(URI.create(location)).normalize();
            return folder.equals(path.getParent()) ? Optional.of(name(path)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // A location is any text; one that is no path is none of ours.
            return Optional.empty();
        }
    }

    /** When a file of this folder was last changed; the epoch if it is gone. */
    FileTime changed(String fileName) {
        try {
            return Files.getLastModifiedTime(folder.resolve(fileName));
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
