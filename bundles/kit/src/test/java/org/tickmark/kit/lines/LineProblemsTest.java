package org.tickmark.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.importer.RecordingSink;

class LineProblemsTest {
    private final RecordingSink sink = new RecordingSink();

    @Test
    void tellsWhereWhatAndWhatToDo() throws IOException {
        LineReader lines = at("x12O4 ");
        new LineProblems(lines, sink, "try", "Try")
                .field(LineProblems.Field.AMOUNT, lines.start() + 1, lines.end(), "1204");

        assertThat(sink.problems().get(0).toString())
                .isEqualTo("E4.amount: line 1, column 2: The amount cannot be read. Found: 12O4; expected: 1204. "
                        + "Ask whoever made the file for a correct one; nothing of it was imported.");
    }

    @Test
    void showsTheBeginningOfALongLineWithoutControlCharacters() throws IOException {
        LineReader lines = at("\u0001a\tb" + "x".repeat(100));
        Problem problem =
                new LineProblems(lines, sink, "try", "Try").other("TRY").problem();

        assertThat(problem.code()).isEqualTo("E2.not-try");
        assertThat(problem.found()).hasValue("a b" + "x".repeat(36) + "…");
        assertThat(LineProblems.shown("")).isEqualTo("-");
    }

    @Test
    void tellsTheFirstOfManyAlikeWarningsAndHowManyMoreThereWere() throws IOException {
        LineProblems problems = new LineProblems(at("x"), sink, "try", "Try");
        for (int i = 0; i < 50; i++) {
            problems.warn("odd", Texts.message("lines.undecodable"), "a", "b");
        }
        problems.finish();

        assertThat(sink.problems()).hasSize(21);
        assertThat(sink.problems().get(20).toString()).isEqualTo("W.more: 30 more warnings W.odd.");
        assertThat(sink.encoding()).hasValue("US-ASCII");
    }

    @Test
    void warnsOfLettersThatCannotBeReadAndOfAnUncertainEncoding() throws IOException {
        LineReader lines = new LineReader(
                new ByteArrayInputStream(new byte[] {'a', (byte) 0xA4, '\n', (byte) 0x81}),
                10,
                EncodingRule.byBytes(Charset.forName("windows-1252")));
        LineProblems problems = new LineProblems(lines, sink, "try", "Try");
        lines.next();
        lines.next();

        problems.text(lines.start(), lines.end());
        problems.finish();

        assertThat(sink.problems()).extracting(Problem::code).containsExactly("W.undecodable", "W.encoding");
    }

    @Test
    void speaksEveryLanguage() {
        MessageFiles.check(LineProblems.class);
    }

    private static LineReader at(String line) throws IOException {
        LineReader lines = new LineReader(
                new ByteArrayInputStream(line.getBytes(StandardCharsets.US_ASCII)),
                1000,
                EncodingRule.byBytes(StandardCharsets.ISO_8859_1));
        lines.next();
        return lines;
    }
}
