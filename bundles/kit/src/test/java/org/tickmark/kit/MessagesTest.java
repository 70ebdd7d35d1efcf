package org.tickmark.kit;

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
import org.tickmark.kit.access.Owners;
import org.tickmark.kit.backup.BackupReader;
import org.tickmark.kit.ledger.Ledger;
import org.tickmark.kit.record.ViewRecords;
import org.tickmark.kit.xml.XmlCursor;
import org.tickmark.kit.yaml.Definition;

class MessagesTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                Definition.class,
                ViewRecords.class,
                XmlCursor.class,
                Ledger.class,
                BackupReader.class,
                Owners.class
            })
    void everyLanguageHasTheSameTextsAndPlaceholders(Class<?> anchor) throws IOException {
        compare(anchor, "_nb");
        compare(anchor, "_sv");
    }

    private static void compare(Class<?> anchor, String language) throws IOException {
        Properties english = texts(anchor, "");
        Properties translated = texts(anchor, language);

        assertThat(english).isNotEmpty();
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

    private static Properties texts(Class<?> anchor, String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                anchor.getResourceAsStream("messages" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
