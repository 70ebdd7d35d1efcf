package org.tickmark.platform.setting;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.MessageCatalog;

/**
 * {@code tickmark.properties}: the format of {@link Properties}, in UTF-8, with the line of each key remembered. Of a key
 * that is set twice the last line decides. Immutable.
 */
final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final MessageCatalog MESSAGES = MessageCatalog.of(SettingsFile.class);
    private static final SettingsFile NONE = new SettingsFile(Path.of(""), Map.of());

    private final Path path;
    private final Map<String, Entry> entries;

    private SettingsFile(Path path, Map<String, Entry> entries) {
        this.path = path;
        this.entries = Collections.unmodifiableMap(entries);
    }

    /**
     * A value and where it is set.
     *
     * @param line from 1
     * @param lines how many lines it takes
     */
    record Entry(String value, int line, int lines) {}

    /** No file: nothing is set. */
    static SettingsFile none() {
        return NONE;
    }

    /**
     * Reads the file; one that does not exist sets nothing.
     *
     * @throws TickmarkException with code {@code config.invalid} if it exists and cannot be read
     */
    static SettingsFile read(Path path) {
        if (!Files.exists(path)) {
            return NONE;
        }
        try {
            return new SettingsFile(path, new Parser(path).parse(Files.readAllLines(path, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw Problem.error("config.invalid", MESSAGES.message("file.unreadable"))
                    .where(path.toString())
                    .found(String.valueOf(e.getMessage()))
                    .advice(MESSAGES.message("file.unreadable.advice"))
                    .exception(e);
        }
    }

    /**
     * The lines of a file with another value for a key, at the place where the key is set, else at the end.
     *
     * @param lines the file as it is
     * @param value one line; empty for none
     */
    static List<String> with(Path path, List<String> lines, String key, String value) {
        Optional<Entry> standing =
                Optional.ofNullable(new Parser(path).parse(lines).get(key));
        List<String> changed = new ArrayList<>(lines);
        standing.ifPresent(entry -> changed.subList(entry.line() - 1, entry.line() - 1 + entry.lines())
                .clear());
        if (!value.isEmpty()) {
            int place = standing.map(entry -> entry.line() - 1).orElse(changed.size());
            changed.add(place, key + " = " + value.replace("\\", "\\\\"));
        }
        return changed;
    }

    /** The entry of a key. */
    Optional<Entry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Every key that is set, in order. */
    Iterable<String> keys() {
        return entries.keySet();
    }

    /** Where the file is; of no meaning when nothing is set. */
    Path path() {
        return path;
    }

    /** Where an entry is set, as an origin. */
    String origin(Entry entry) {
        return "file:" + path + ":" + entry.line();
    }

    /** Joins continued lines and leaves the rest of the format to {@link Properties}. */
    private static final class Parser {
        private final Path path;
        private final Map<String, Entry> entries = new TreeMap<>();

        private Parser(Path path) {
            this.path = path;
        }

        private Map<String, Entry> parse(List<String> lines) {
            int next = 0;
            while (next < lines.size()) {
                int first = next;
                StringBuilder logical = new StringBuilder(lines.get(next++));
                while (!isComment(logical) && isContinued(logical) && next < lines.size()) {
                    logical.append('\n').append(lines.get(next++));
                }
                add(logical.toString(), first + 1, next - first);
            }
            return entries;
        }

        private static boolean isComment(CharSequence line) {
            String text = line.toString().stripLeading();
            return text.isEmpty() || text.charAt(0) == '#' || text.charAt(0) == '!';
        }

        private static boolean isContinued(CharSequence line) {
            int backslashes = 0;
            while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
                backslashes++;
            }
            return backslashes % 2 == 1;
        }

        private void add(String logicalLine, int line, int lines) {
            Properties one = new Properties();
            try {
                one.load(new StringReader(logicalLine));
            } catch (IOException | IllegalArgumentException e) {
                throw Problem.error("config.invalid", MESSAGES.message("line.unreadable"))
                        .where("file:" + path + ":" + line)
                        .expected("\\uXXXX")
                        .exception(e);
            }
            one.stringPropertyNames()
                    .forEach(key -> put(key, new Entry(one.getProperty(key).strip(), line, lines)));
        }

        private void put(String key, Entry entry) {
            Entry earlier = entries.put(key, entry);
            if (earlier != null) {
                LOG.warn(
                        "{} is set twice in {}: line {} decides, line {} is not used",
                        key,
                        path,
                        entry.line(),
                        earlier.line());
            }
        }
    }
}
