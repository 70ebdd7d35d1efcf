package org.tickmark.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "windows-1252", "IBM437", "IBM850", "x-MacRoman", "UTF-8"})
    void readsWhatTheEncodingReads(String name) {
        Charset charset = Charset.forName(name);
        Letters letters = Letters.of(charset);

        for (int value = 0; value < 256; value++) {
            byte[] bytes = ("<Sk" + (char) value + "l 1>").getBytes(StandardCharsets.ISO_8859_1);
            assertThat(letters.text(bytes, 1, bytes.length - 1))
                    .isEqualTo(new String(bytes, 1, bytes.length - 2, charset));
        }
        byte[] made = "<Åsa Ærlig 1 €>".getBytes(charset);
        assertThat(letters.text(made, 1, made.length - 1)).isEqualTo(new String(made, 1, made.length - 2, charset));
    }
}
