package org.tickmark.launcher;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tickmark.launcher.boot.Places;

/**
 * The log, which bundles write by {@code logback.xml}: told where it lies before they start, and read when they do not
 * come up.
 */
final class LogFile {
    private static final String SETUP = "logback.xml";
    private static final int SHOWN = 5;

    private final Places places;
    private final long lengthBefore;

    private LogFile(Places places, long lengthBefore) {
        this.places = places;
        this.lengthBefore = lengthBefore;
    }

    /**
     * Says how the log is to be written in this process.
     *
     * @param onStandardError the least level that goes to the standard error too, as logback calls it
     */
    static LogFile setUp(Places places, String onStandardError) throws IOException {
        Files.createDirectories(places.logFolder());
        // Libraries that log by java.util.logging do so on the standard error.
        Logger.getLogger("").setLevel(Level.WARNING);
        System.setProperty("tickmark.log.file", places.log().toString());
        System.setProperty(
                "tickmark.log.access", places.log().resolveSibling("access.log").toString());
        System.setProperty("tickmark.log.stderr", onStandardError);
        Path own = places.config().resolve(SETUP);
        Path setup = Files.exists(own) ? own : places.home().resolve("etc").resolve(SETUP);
        System.setProperty("logback.configurationFile", setup.toUri().toString());
        return new LogFile(places, Files.exists(places.log()) ? Files.size(places.log()) : 0);
    }

    /** Where the log lies. */
    Path path() {
        return places.log();
    }

    /** The last errors logged since the log was set up; empty when there is no log. */
    List<String> lastErrors() {
        try {
            List<String> errors = news().lines()
                    .filter(line -> line.contains(" ERROR "))
                    .distinct()
                    .toList();
            return errors.subList(Math.max(0, errors.size() - SHOWN), errors.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private String news() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(places.log())) {
            if (channel.size() > lengthBefore) {
                channel.position(lengthBefore);
            }
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
