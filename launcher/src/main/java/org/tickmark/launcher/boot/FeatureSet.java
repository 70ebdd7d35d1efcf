package org.tickmark.launcher.boot;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.felix.cm.json.io.ConfigurationResource;
import org.apache.felix.cm.json.io.Configurations;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureConfiguration;
import org.osgi.service.feature.FeatureService;
import org.osgi.service.feature.ID;

/**
 * The bundles and configurations that the feature files of a distribution name. A feature file is an OSGi Feature
 * (Compendium 8, chapter 159); the metadata key {@code start-level} of a bundle is its start level. Immutable.
 */
public final class FeatureSet {
    private static final int DEFAULT_START_LEVEL = 20;

    private final List<Part> parts;
    private final String configurations;
    private final String fingerprint;

    private FeatureSet(List<Part> parts, String configurations, String fingerprint) {
        this.parts = List.copyOf(parts);
        this.configurations = configurations;
        this.fingerprint = fingerprint;
    }

    /**
     * Reads every {@code *.json} in a folder.
     *
     * @param features the folder of the feature files
     * @param lib the folder of the bundles, laid out as a Maven repository
     * @throws IOException if a file cannot be read, is no feature, or names a bundle that {@code lib} does not hold
     */
    public static FeatureSet read(Path features, Path lib) throws IOException {
        FeatureService service = new FeatureServiceImpl();
        Map<String, Part> parts = new TreeMap<>();
        ConfigurationResource configurations = new ConfigurationResource();
        for (Path file : jsonFiles(features)) {
            Feature feature = parse(service, file);
            for (FeatureBundle bundle : feature.getBundles()) {
                Part part = Part.of(bundle, lib, file);
                parts.merge(part.coordinates(), part, Part::earlier);
            }
            feature.getConfigurations().values().forEach(configuration -> add(configurations, configuration));
        }
        List<Part> inStartOrder = parts.values().stream()
                .sorted(Comparator.comparingInt(Part::startLevel))
                .toList();
        String json = configurations.getConfigurations().isEmpty() ? null : json(configurations);
        return new FeatureSet(inStartOrder, json, fingerprint(inStartOrder, json));
    }

    /** The bundles, in the order in which they start. */
    public List<Part> parts() {
        return parts;
    }

    /** The configurations in the JSON of the Configurator (Compendium 8, chapter 150); empty when there are none. */
    public Optional<String> configurations() {
        return Optional.ofNullable(configurations);
    }

    /**
     * A text that changes when the configurations, the place, size, date or start level of a bundle, or the feature
     * release of the JVM do.
     */
    public String fingerprint() {
        return fingerprint;
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.json")) {
            stream.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }

    private static Feature parse(FeatureService service, Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return service.readFeature(reader);
        } catch (IOException | RuntimeException e) {
            throw new IOException(file + " is no feature: " + e.getMessage(), e);
        }
    }

    private static void add(ConfigurationResource all, FeatureConfiguration configuration) {
        var values = Configurations.newConfiguration();
        values.putAll(configuration.getValues());
        all.getConfigurations().put(configuration.getPid(), values);
    }

    /** The Configurator refuses a document that does not name its format, its origin and its version. */
    private static String json(ConfigurationResource configurations) throws IOException {
        Map<String, Object> properties = configurations.getProperties();
        properties.put(":configurator:resource-version", 1);
        properties.put(":configurator:symbolic-name", "org.tickmark.features");
        properties.put(":configurator:version", "1.0.0");
        StringWriter text = new StringWriter();
        Configurations.buildWriter().build(text).writeConfigurationResource(configurations);
        return text.toString();
    }

    private static String fingerprint(List<Part> parts, String json) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(Runtime.version().feature()).append('\n').append(json).append('\n');
        for (Part part : parts) {
            text.append(part.identity()).append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM knows SHA-256", e);
        }
    }

    /**
     * A bundle of the distribution.
     *
     * @param coordinates Maven coordinates {@code group:artifact:version}
     * @param startLevel the start level
     * @param jar where it lies
     */
    public record Part(String coordinates, int startLevel, Path jar) {
        private static Part of(FeatureBundle bundle, Path lib, Path feature) throws IOException {
            ID id = bundle.getID();
            Path jar = lib.resolve(id.getGroupId().replace('.', '/'))
                    .resolve(id.getArtifactId())
                    .resolve(id.getVersion())
                    .resolve(id.getArtifactId() + "-" + id.getVersion() + ".jar");
            if (!Files.isRegularFile(jar)) {
                throw new NoSuchFileException(jar.toString(), null, "named by " + feature + ", but not there");
            }
            String coordinates = id.getGroupId() + ":" + id.getArtifactId() + ":" + id.getVersion();
            Object level = bundle.getMetadata().getOrDefault("start-level", DEFAULT_START_LEVEL);
            return new Part(coordinates, ((Number) level).intValue(), jar);
        }

        /** The location of the bundle in the framework: the jar stays where it is and is not copied. */
        public String location() {
            return "reference:" + jar.toUri();
        }

        private Part earlier(Part other) {
            return startLevel <= other.startLevel ? this : other;
        }

        private String identity() throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            return location() + ' ' + startLevel + ' ' + attributes.size() + ' ' + attributes.lastModifiedTime();
        }
    }
}
