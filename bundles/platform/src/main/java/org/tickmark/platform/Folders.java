package org.tickmark.platform;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** The folders that the launcher told the framework of. */
public final class Folders {
    private static final String HOME = "tickmark.home";
    private static final String RESTORED = "tickmark.restored";
    private static final String CONFIG = "tickmark.config.dir";
    private static final String DATA = "tickmark.data.dir";
    private static final String PLUGINS = "felix.fileinstall.dir";

    private Folders() {}

    /** Where {@code tickmark.properties} lies; empty if there is none, and all settings have their defaults. */
    public static Optional<Path> config(BundleContext context) {
        return folder(context, CONFIG);
    }

    /** Where everything lies that Tickmark keeps; {@code data} in the working directory if the launcher named none. */
    public static Path data(BundleContext context) {
        return folder(context, DATA).orElseGet(() -> Path.of("data").toAbsolutePath());
    }

    /** The folder that plugins are dropped into; {@code plugins} in the data folder if the launcher named none. */
    public static Path plugins(BundleContext context) {
        return folder(context, PLUGINS).orElseGet(() -> data(context).resolve("plugins"));
    }

    /** Where the program lies; the working directory if the launcher named no place. */
    public static Path home(BundleContext context) {
        return folder(context, HOME).orElseGet(() -> Path.of("").toAbsolutePath());
    }

    /** Whether this process looks at a data directory that was just put back from a backup, and does nothing else. */
    public static boolean isRestored(BundleContext context) {
        return Boolean.parseBoolean(context.getProperty(RESTORED));
    }

    private static Optional<Path> folder(BundleContext context, String property) {
        return Optional.ofNullable(context.getProperty(property))
                .map(path -> Path.of(path).toAbsolutePath());
    }
}
