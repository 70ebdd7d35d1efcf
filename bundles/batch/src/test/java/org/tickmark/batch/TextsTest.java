package org.tickmark.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.MessageFiles;

class TextsTest {
    @Test
    void languagesSayTheSame() {
        MessageFiles.check(Texts.class);
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
}
