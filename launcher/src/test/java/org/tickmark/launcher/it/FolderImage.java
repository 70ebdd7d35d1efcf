package org.tickmark.launcher.it;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tickmark.kit.hash.Sha256;

/** The files below a folder, by their paths without the day on which they were archived. */
final class FolderImage {
    /** Stands for the content of a report. */
    static final String REPORT = "report";

    private FolderImage() {}

    /** Every file with its SHA-256; of reports, which tell the time, only that they are there. */
    static Map<String, String> of(Path top) throws IOException {
        Map<String, String> image = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(top, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = withoutDate(top.relativize(file).toString());
                boolean report = name.endsWith(".txt") || name.endsWith(".json");
                String before = image.put(name, report ? REPORT : Sha256.hex(file));
                if (before != null) {
                    throw new AssertionError(name + " is there twice, of different days");
                }
            }
        }
        return image;
    }

    /** The path of an archived file without its day. */
    static String withoutDate(String path) {
        return path.replaceFirst("(^|/)\\d{4}-\\d\\d-\\d\\d_", "$1");
    }
}
