package org.tickmark.kit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    @ParameterizedTest
    @CsvSource({
        "'  Åsa\u00a0 \t ÖBERG\n', 'åsa öberg'",
        "'A\u030aSA', 'åsa'",
        "'STRASSE straße', 'strasse strasse'",
        "'ﬁ ① Ａ', 'fi 1 a'",
        "'soft\u00adhyphen zero\u200bwidth \ufeffbom', 'softhyphen zerowidth bom'",
        "'ΟΔΟΣ οδος οδοσ', 'οδος οδος οδος'",
        "'I İ', 'i i\u0307'",
        "'', ''",
        "'   ', ''",
        "'plain ascii', 'plain ascii'",
        "'a\u0000b', 'a b'"
    })
    void foldsCaseAndCollapsesWhiteSpace(String raw, String normal) {
        assertThat(Normal.text(raw)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "'Åsa ÖBERG', 'asa oberg'",
        "'Ærø Sønderborg', 'aero sonderborg'",
        "'Café Æble', 'cafe aeble'",
        "'Łódź đuro þór', 'lodz duro thor'",
        "'日本', '日本'",
        "'plain', 'plain'"
    })
    void foldsNordicLetters(String raw, String ascii) {
        assertThat(Normal.ascii(raw)).isEqualTo(ascii);
    }

    @Test
    void returnsTextsThatAreNormalAlready() {
        String text = "plain ascii 123";

        assertThat(Normal.text(text)).isSameAs(text);
        assertThat(Normal.ascii(text)).isSameAs(text);
    }

    @Test
    void treatsLatinLettersAloneAsAmongOthers() {
        for (char first = 0x20; first < 0x180; first++) {
            for (char second : new char[] {'a', 'S', '\u030a', 'Å', 'ß', ' ', '\u00ad'}) {
                String text = "x" + first + second + "y";
                assertThat(Normal.text(text + "日")).as(text).isEqualTo(Normal.text(text) + "日");
                assertThat(Normal.ascii(text + "日")).as(text).isEqualTo(Normal.ascii(text) + "日");
            }
        }
    }

    @Test
    void isIdempotent() {
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder raw = new StringBuilder();
            int length = random.nextInt(10);
            for (int i = 0; i < length; i++) {
                raw.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x3000) : 0x20 + random.nextInt(0x1e0));
            }
            String text = Normal.text(raw.toString());
            String ascii = Normal.ascii(raw.toString());
            assertThat(Normal.text(text)).as("text of %s", raw).isEqualTo(text);
            assertThat(Normal.ascii(ascii)).as("ascii of %s", raw).isEqualTo(ascii);
        }
    }

    @Test
    void foldsUpperAndLowerCaseToTheSame() {
        Random random = new Random(4);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder raw = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                raw.append((char) (0x20 + random.nextInt(0x150)));
            }
            String text = raw.toString();
            assertThat(Normal.text(text.toUpperCase(Locale.ROOT))).as(text).isEqualTo(Normal.text(text));
        }
    }
}
