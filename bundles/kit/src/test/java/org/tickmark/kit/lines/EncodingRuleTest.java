package org.tickmark.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.CancelToken;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;

class EncodingRuleTest {
    private static final String TEXT = "Räksmörgås på Åland, Gjøvik, Müller";

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "IBM850", "UTF-8", "x-MacRoman"})
    void decidesByTheLetters(String name) {
        EncodingRule rule = EncodingRule.byBytes(
                Charset.forName("windows-1252"), Charset.forName("IBM850"), Charset.forName("x-MacRoman"));

        assertThat(decide(rule, TEXT.getBytes(Charset.forName(name))))
                .isEqualTo(new Encoding(Charset.forName(name), true));
    }

    @Test
    void takesTheUsualOneUncertainlyWhenNoByteIsALetter() {
        EncodingRule rule = EncodingRule.byBytes(Charset.forName("IBM437"), StandardCharsets.ISO_8859_1);

        assertThat(decide(rule, new byte[] {(byte) 0xA4})).isEqualTo(new Encoding(Charset.forName("IBM437"), false));
    }

    @Test
    void readsTheDanishOWhereCodePage850HasIt() {
        EncodingRule rule = EncodingRule.byBytes(StandardCharsets.ISO_8859_1, Charset.forName("IBM437"));

        assertThat(decide(rule, new byte[] {(byte) 0x9B, (byte) 0x9D}).charset().name())
                .isEqualTo("IBM437");
    }

    @Test
    void isNotMisledByALetterThatAPieceCutsInTwo() {
        EncodingRule rule = EncodingRule.byBytes(StandardCharsets.ISO_8859_1);
        byte[] piece = "på".getBytes(StandardCharsets.UTF_8);

        assertThat(rule.decide(piece, 0, piece.length - 1, false).charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(rule.decide(piece, 0, piece.length - 1, true).charset()).isEqualTo(StandardCharsets.ISO_8859_1);
    }

    @Test
    void obeysTheDefinition() {
        EncodingRule usual = EncodingRule.byBytes(StandardCharsets.ISO_8859_1);

        assertThat(decide(EncodingOption.rule(context(Map.of("encoding", "IBM850")), usual), new byte[] {(byte) 0xE5}))
                .isEqualTo(new Encoding(Charset.forName("IBM850"), true));
        assertThat(EncodingOption.rule(context(Map.of("encoding", "auto")), usual))
                .isSameAs(usual);
        assertThat(EncodingOption.rule(context(Map.of()), usual)).isSameAs(usual);
    }

    private static Encoding decide(EncodingRule rule, byte[] bytes) {
        return rule.decide(bytes, 0, bytes.length, true);
    }

    private static ReadContext context(Map<String, String> options) {
        return new ReadContext("x", Optional.empty(), options, Limits.USUAL, CancelToken.NEVER);
    }
}
