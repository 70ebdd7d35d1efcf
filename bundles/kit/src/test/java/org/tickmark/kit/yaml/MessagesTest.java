package org.tickmark.kit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"_nb", "_sv"})
    void everyLanguageHasTheSameTextsAndPlaceholders(String language) throws IOException {
        Properties english = texts("");
        Properties translated = texts(language);

        assertThat(translated.keySet()).isEqualTo(english.keySet());
        for (String id : english.stringPropertyNames()) {
            assertThat(placeholders(translated.getProperty(id)))
                    .as(id)
                    .isEqualTo(placeholders(english.getProperty(id)));
        }
    }

    private static int placeholders(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Definition.class.getResourceAsStream("messages" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
