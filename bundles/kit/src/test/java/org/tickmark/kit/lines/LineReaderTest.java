package org.tickmark.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;

class LineReaderTest {
    private static final int LONGEST = 1_000_000;
    private static final EncodingRule RULE =
            EncodingRule.byBytes(StandardCharsets.ISO_8859_1, Charset.forName("IBM850"));

    @Test
    void endsLinesAtReturnsFeedsOrBoth() throws IOException {
        assertThat(all("a\nb\r\nc\rd\n\ne")).containsExactly("a", "b", "c", "d", "", "e");
        assertThat(all("a\r\n\r\nb\r\r")).containsExactly("a", "", "b", "");
        assertThat(all("")).isEmpty();
        assertThat(all("\n")).containsExactly("");
    }

    @Test
    void tellsWhetherTheLastLineIsEnded() throws IOException {
        LineReader lines = reader("a\nb");

        lines.next();
        assertThat(lines.isTerminated()).isTrue();
        lines.next();
        assertThat(lines.isTerminated()).isFalse();
        assertThat(lines.next()).isFalse();
    }

    @Test
    void keepsBlanksUnlessAskedToLeaveThemOut() throws IOException {
        LineReader raw = reader(" a \n");
        raw.next();
        assertThat(raw.latin(raw.start(), raw.end())).isEqualTo(" a ");

        LineReader filled = reader("\n \t\r\n  a\t\u0000\u001A\n \u001A");
        assertThat(filled.nextFilled()).isTrue();
        assertThat(filled.latin(filled.start(), filled.end())).isEqualTo("a");
        assertThat(filled.number()).isEqualTo(3);
        assertThat(filled.nextFilled()).isFalse();
    }

    @Test
    void knowsWhereALineIs() throws IOException {
        LineReader lines = reader("\uFEFFab\r\n  cde\n");

        lines.next();
        assertThat(lines.offset()).isEqualTo(3);
        assertThat(lines.place()).isEqualTo("line 1");
        lines.nextFilled();
        assertThat(lines.offset()).isEqualTo(9);
        assertThat(lines.place(lines.start() + 1)).isEqualTo("line 2, column 4");
        assertThat(lines.startsWith("cd")).isTrue();
        assertThat(lines.startsWith("cdef")).isFalse();
        assertThat((char) lines.at(2)).isEqualTo('e');
        assertThat(lines.at(3)).isZero();
    }

    @Test
    void countsLinesAndBytesOverManyBuffers() throws IOException {
        String line = "x".repeat(999);
        LineReader lines = reader((line + "\n").repeat(1000));

        long count = 0;
        while (lines.next()) {
            assertThat(lines.length()).isEqualTo(999);
            assertThat(lines.offset()).isEqualTo(1000 * count);
            count++;
        }
        assertThat(count).isEqualTo(1000);
    }

    @Test
    void readsALineAsLongAsAllowedAndRefusesALongerOne() throws IOException {
        assertThat(all("x".repeat(LONGEST - 1) + "\n")).hasSize(1);
        assertThatThrownBy(() -> all("a\n" + "x".repeat(LONGEST + 1) + "\n"))
                .isInstanceOfSatisfying(TickmarkException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("E3.length");
                    assertThat(refused.problem().where()).hasValue("line 2");
                });
    }

    @Test
    void decidesTheEncodingWhereTheFirstLetterComes() throws IOException {
        byte[] file = ("plain\n".repeat(50_000) + "på\n").getBytes(Charset.forName("IBM850"));
        LineReader lines = new LineReader(new ByteArrayInputStream(file), LONGEST, RULE);

        lines.next();
        assertThat(lines.encoding()).isEmpty();
        assertThat(lines.charset()).isEqualTo(StandardCharsets.US_ASCII);
        String last = "";
        while (lines.next()) {
            last = lines.text(lines.start(), lines.end());
        }
        assertThat(last).isEqualTo("på");
        assertThat(lines.encoding().orElseThrow().charset().name()).isEqualTo("IBM850");
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream(new byte[] {'a'}) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        LineReader lines = new LineReader(in, LONGEST, RULE);
        while (lines.next()) {
            assertThat(lines.length()).isEqualTo(1);
        }
        assertThat(closed).isFalse();
    }

    private static List<String> all(String file) throws IOException {
        LineReader lines = reader(file);
        List<String> all = new ArrayList<>();
        while (lines.next()) {
            all.add(lines.latin(lines.start(), lines.end()));
        }
        return all;
    }

    private static LineReader reader(String file) throws IOException {
        return new LineReader(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), LONGEST, RULE);
    }
}
