package org.tickmark.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShortWordsTest {
    private final ShortWords words = new ShortWords();

    @Test
    void readsWhatIsThere() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] bytes = new byte[64];
        for (int round = 0; round < 20_000; round++) {
            random.nextBytes(bytes);
            int from = random.nextInt(50);
            int to = from + random.nextInt(12);
            assertThat(words.word(bytes, from, to))
                    .isEqualTo(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void givesTheSameStringForTheSameWord() {
        byte[] bytes = "#TRANS #TRANS".getBytes(StandardCharsets.US_ASCII);

        assertThat(words.word(bytes, 0, 6)).isSameAs(words.word(bytes, 7, 13));
    }
}
