package org.tickmark.launcher.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes plugin jars and drops them, as a careful person does: under a name with a dot, then renamed. */
final class Jars {
    private Jars() {}

    /** Copies a file into a folder under a new name. */
    static void drop(Path file, Path target) throws IOException {
        Path hidden = target.resolveSibling("." + target.getFileName());
        Files.copy(file, hidden, StandardCopyOption.REPLACE_EXISTING);
        Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Copies a jar with other headers in its manifest. */
    static Path rewritten(Path jar, Path target, Map<String, String> headers) throws IOException {
        try (JarFile source = new JarFile(jar.toFile());
                OutputStream out = Files.newOutputStream(target)) {
            Manifest manifest = new Manifest(source.getManifest());
            headers.forEach(manifest.getMainAttributes()::putValue);
            try (JarOutputStream copy = new JarOutputStream(out, manifest)) {
                copyEntries(source, copy);
            }
        }
        return target;
    }

    /** Packs classes of the tests into a bundle. */
    static Path bundle(Path target, Map<String, String> headers, Class<?>... classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        headers.forEach(manifest.getMainAttributes()::putValue);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
            for (Class<?> packed : classes) {
                String name = packed.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream in = packed.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(out);
                }
            }
        }
        return target;
    }

    private static void copyEntries(JarFile source, JarOutputStream copy) throws IOException {
        for (JarEntry entry : source.stream().toList()) {
            if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = source.getInputStream(entry)) {
                    in.transferTo(copy);
                }
            }
        }
    }
}
