package org.tickmark.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void languagesHaveTheSameKeys() throws IOException {
        assertThat(keys("_nb")).isEqualTo(keys(""));
        assertThat(keys("_sv")).isEqualTo(keys(""));
    }

    @Test
    void spansAreToldInTheUnitsThatMatter() {
        assertThat(span(Duration.ofMillis(900))).isEqualTo("0 s");
        assertThat(span(Duration.ofSeconds(192))).isEqualTo("3 min 12 s");
        assertThat(span(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }

    private static String span(Duration span) {
        return Texts.span(span).text(Locale.ENGLISH);
    }

    private static java.util.Set<Object> keys(String suffix) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream("messages" + suffix + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.keySet();
    }
}
