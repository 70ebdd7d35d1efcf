package org.tickmark.platform.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/**
 * What a file in the plugin folder says of itself.
 *
 * @param symbolicName empty if it is no bundle
 * @param version the lowest of all if it is no bundle
 * @param rejected why it is no bundle; empty if it is one
 */
record PluginFile(String symbolicName, Version version, Optional<Message> rejected) {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(PluginFile.class);

    /** Reads the manifest of the jar that the file should be. */
    static PluginFile read(Path path) {
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            return of(manifest == null ? new Attributes() : manifest.getMainAttributes());
        } catch (IOException e) {
            return rejected("plugin.file.no-jar");
        }
    }

    private static PluginFile of(Attributes manifest) {
        String name = manifest.getValue(Constants.BUNDLE_SYMBOLICNAME);
        String version = manifest.getValue(Constants.BUNDLE_VERSION);
        if (name == null) {
            return rejected("plugin.file.no-bundle");
        }
        try {
            return new PluginFile(name.replaceAll(";.*", "").strip(), Version.parseVersion(version), Optional.empty());
        } catch (IllegalArgumentException e) {
            return rejected("plugin.file.version", version);
        }
    }

    private static PluginFile rejected(String why, Object... arguments) {
        return new PluginFile("", Version.emptyVersion, Optional.of(MESSAGES.message(why, arguments)));
    }
}
