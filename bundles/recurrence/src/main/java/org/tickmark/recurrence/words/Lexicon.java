package org.tickmark.recurrence.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a language says: for each key the ways to say it, as its resource has them. Immutable. */
final class Lexicon {
    private static final String NONE = "-";

    private final Map<String, List<String>> entries;

    private Lexicon(Map<String, List<String>> entries) {
        this.entries = entries;
    }

    static Lexicon load(String language) {
        String resource = language + ".words";
        try (InputStream stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource)) {
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the words of " + language + " in the library's own jar", e);
        }
    }

    private static Lexicon parse(String text) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int equals = line.indexOf('=');
            entries.put(
                    line.substring(0, equals).strip(),
                    ways(line.substring(equals + 1).strip()));
        });
        return new Lexicon(entries);
    }

    private static List<String> ways(String value) {
        return value.equals(NONE)
                ? List.of()
                : Arrays.stream(value.split("\\|")).map(String::strip).toList();
    }

    Set<String> keys() {
        return entries.keySet();
    }

    /** The ways to say it, the one to write first; none if the language does not say it. */
    List<String> all(String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    String first(String key) {
        return all(key).get(0);
    }

    /** The ways to say it, folded for comparison. */
    List<String> folded(String key) {
        return all(key).stream().map(Tokens::fold).toList();
    }

    /** A text for people with its places filled. */
    String text(String key, Map<String, String> places) {
        String text = first(key);
        for (Map.Entry<String, String> place : places.entrySet()) {
            text = text.replace("{" + place.getKey() + "}", place.getValue());
        }
        return text;
    }
}
