package org.tickmark.importer.sie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.Limits;
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.testkit.importer.RecordingSink;

class EncodingTest {
    private static final String SWEDISH = Sie.HEAD + Sie.voucher("A 1 20261102 \"Räksmörgås på Åland\"", "5");

    @ParameterizedTest
    @ValueSource(strings = {"IBM437", "UTF-8", "ISO-8859-1"})
    void decidesByTheBytesWhateverTheFileSays(String name) {
        RecordingSink sink = read(SWEDISH.getBytes(Charset.forName(name)), Map.of());

        assertThat(sink.encoding()).hasValue(name);
        assertThat(text(sink)).isEqualTo("Räksmörgås på Åland");
        assertThat(sink.problems()).isEmpty();
    }

    @Test
    void readsWithTheEncodingThatTheDefinitionSets() {
        byte[] windows = SWEDISH.replace("Åland", "Åland 5 €").getBytes(Charset.forName("windows-1252"));

        RecordingSink sink = read(windows, Map.of(EncodingOption.NAME, "windows-1252"));

        assertThat(sink.encoding()).hasValue("windows-1252");
        assertThat(text(sink)).isEqualTo("Räksmörgås på Åland 5 €");
    }

    @Test
    void tellsAsciiWhereAllIs() {
        assertThat(Sie.read(Sie.HEAD + "#IB 0 1930 1\n").encoding()).hasValue("US-ASCII");
    }

    @Test
    void decidesWhereTheFirstLetterComesLate() {
        String late = Sie.HEAD + "#PROSA x\n".repeat(30_000) + Sie.voucher("A 1 20261102 \"på\"", "5");

        RecordingSink sink = read(late.getBytes(Charset.forName("IBM437")), Map.of());

        assertThat(sink.encoding()).hasValue("IBM437");
        assertThat(text(sink)).isEqualTo("på");
    }

    @Test
    void skipsAByteOrderMark() {
        RecordingSink sink = Sie.read("\uFEFF" + Sie.HEAD + "#IB 0 1930 1\n");

        assertThat(sink.encoding()).hasValue("UTF-8");
        assertThat(new SieImporter().probe(new FileHead("x", ("\uFEFF" + Sie.HEAD).getBytes(StandardCharsets.UTF_8))))
                .isPositive();
    }

    @Test
    void warnsWhereTheBytesSpeakForNoEncoding() {
        byte[] file = (Sie.HEAD + "#IB 0 1930 1\n#PROSA ¤\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(file, Map.of()).codes()).containsExactly("W.encoding");
    }

    @Test
    void warnsOfLettersThatCannotBeRead() {
        String good = SWEDISH + "#PROSA x\n".repeat(10_000);
        byte[] file = (good + Sie.voucher("A 2 20261102 \"?\"", "5")).getBytes(StandardCharsets.UTF_8);
        file[new String(file, StandardCharsets.ISO_8859_1).lastIndexOf('?')] = (byte) 0x86;

        assertThat(read(file, Map.of()).codes()).contains("W.undecodable");
    }

    private static RecordingSink read(byte[] file, Map<String, String> options) {
        return Sie.read(file, Limits.USUAL, options);
    }

    private static String text(RecordingSink sink) {
        return Sie.account(sink, "1930").entries().get(0).text().get(0);
    }
}
