package org.tickmark.launcher.boot;

import java.nio.file.Path;

/**
 * Where things lie; all paths are absolute.
 *
 * @param home the distribution: {@code boot/}, {@code lib/}, {@code features/}
 * @param data everything that Tickmark writes: database, log, framework cache, lock and socket
 * @param config {@code tickmark.properties} and, if the log is set up by hand, {@code logback.xml}
 * @param plugins the hot-deploy folder
 */
public record Places(Path home, Path data, Path config, Path plugins) {
    /** The feature files. */
    public Path features() {
        return home.resolve("features");
    }

    /** The bundles that the features name, laid out as in a Maven repository. */
    public Path lib() {
        return home.resolve("lib");
    }

    /** The folder that the log is written to. */
    public Path logFolder() {
        return data.resolve("log");
    }

    /** The log. */
    public Path log() {
        return logFolder().resolve("tickmark.log");
    }
}
