package org.tickmark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the {@code messages*.properties} of a package: the same keys and placeholders in en, nb and sv. */
public final class MessageFiles {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+");

    private MessageFiles() {}

    /**
     * Checks the files that lie beside a class.
     *
     * @throws AssertionError if a key is missing or superfluous, a text is blank or no pattern, or its placeholders differ from the English
     */
    public static void check(Class<?> anchor) {
        Properties english = load(anchor, "");
        assertThat(english)
                .as("messages.properties beside %s", anchor.getName())
                .isNotEmpty();
        english.forEach((key, text) -> checkPattern(key + " in en", (String) text));
        for (String language : Set.of("nb", "sv")) {
            compare(english, load(anchor, "_" + language), language);
        }
    }

    private static void compare(Properties english, Properties other, String language) {
        assertThat(new TreeSet<>(other.stringPropertyNames()))
                .as("keys in %s", language)
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            String text = other.getProperty(key);
            checkPattern(key + " in " + language, text);
            assertThat(placeholders(text))
                    .as("placeholders of %s in %s", key, language)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    private static void checkPattern(String where, String text) {
        assertThat(text).as(where).isNotBlank();
        assertThat(new MessageFormat(text, Locale.ROOT)).as(where).isNotNull();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(Class<?> anchor, String suffix) {
        String name = "messages" + suffix + ".properties";
        Properties texts = new Properties();
        try (InputStream in = anchor.getResourceAsStream(name)) {
            assertThat(in).as("%s beside %s", name, anchor.getName()).isNotNull();
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return texts;
    }
}
