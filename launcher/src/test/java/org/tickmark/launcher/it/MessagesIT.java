package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text there is in English is there in Norwegian and Swedish too, with the same placeholders. */
class MessagesIT {
    private static final String ENGLISH = "messages.properties";
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final List<String> LANGUAGES = List.of("nb", "sv");

    @Test
    void thereAreTexts() throws IOException {
        assertThat(catalogs()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void isCompleteInEveryLanguage(Catalog catalog) {
        Map<String, Set<String>> english = placeholders(catalog.texts().get("en"));
        for (String language : LANGUAGES) {
            assertThat(catalog.texts()).as("languages of " + catalog).containsKey(language);
            assertThat(placeholders(catalog.texts().get(language)))
                    .as("keys and placeholders of " + catalog + " in " + language)
                    .isEqualTo(english);
        }
    }

    static List<Catalog> catalogs() throws IOException {
        List<Catalog> catalogs = new ArrayList<>();
        for (Path jar : jars()) {
            catalogs.addAll(catalogs(jar));
        }
        return catalogs;
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.walk(Tickmark.HOME)) {
            return files.filter(file -> file.getFileName().toString().matches("tickmark-.*\\.jar"))
                    .filter(file -> !file.startsWith(Tickmark.HOME.resolve("plugins")))
                    .sorted()
                    .toList();
        }
    }

    private static List<Catalog> catalogs(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith("/" + ENGLISH))
                    .map(name -> catalog(path, jar, name))
                    .toList();
        }
    }

    private static Catalog catalog(Path path, JarFile jar, String english) {
        Map<String, Properties> texts = new TreeMap<>(Map.of("en", read(jar, english)));
        for (String language : LANGUAGES) {
            String name = english.replace(ENGLISH, "messages_" + language + ".properties");
            if (jar.getEntry(name) != null) {
                texts.put(language, read(jar, name));
            }
        }
        return new Catalog(path.getFileName() + "!/" + english, texts);
    }

    private static Properties read(JarFile jar, String name) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(jar.getInputStream(jar.getEntry(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return properties;
    }

    /** For each key, the numbers of its placeholders; a pattern that cannot be read fails here. */
    private static Map<String, Set<String>> placeholders(Properties texts) {
        Map<String, Set<String>> placeholders = new TreeMap<>();
        for (String key : texts.stringPropertyNames()) {
            String pattern = new MessageFormat(texts.getProperty(key)).toPattern();
            Set<String> numbers = PLACEHOLDER
                    .matcher(QUOTED.matcher(pattern).replaceAll(""))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            placeholders.put(key, numbers);
        }
        return placeholders;
    }

    /**
     * The texts of one package.
     *
     * @param name where they lie
     * @param texts by language
     */
    record Catalog(String name, Map<String, Properties> texts) {
        @Override
        public String toString() {
            return name;
        }
    }
}
