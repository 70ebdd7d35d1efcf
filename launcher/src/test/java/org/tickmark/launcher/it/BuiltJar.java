package org.tickmark.launcher.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * A jar as it was built.
 *
 * @param headers the main attributes of its manifest
 * @param classFiles the names of its class files
 */
record BuiltJar(Map<String, String> headers, List<String> classFiles) {
    private static final Pattern COMMA_OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    static BuiltJar read(Path path) {
        try (JarFile jar = new JarFile(path.toFile())) {
            Map<String, String> headers = new TreeMap<>();
            Attributes attributes = jar.getManifest().getMainAttributes();
            attributes.forEach((name, value) -> headers.put(name.toString(), value.toString()));
            List<String> classFiles = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
            return new BuiltJar(headers, classFiles);
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String symbolicName() {
        return header("Bundle-SymbolicName").replaceAll(";.*", "");
    }

    Set<String> imports() {
        return packages("Import-Package");
    }

    Set<String> exports() {
        return packages("Export-Package");
    }

    private Set<String> packages(String header) {
        return COMMA_OUTSIDE_QUOTES
                .splitAsStream(header(header))
                .map(clause -> clause.replaceAll(";.*", "").strip())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
