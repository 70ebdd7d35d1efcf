package org.tickmark.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FixedRecordTest {
    @Test
    void readsFieldsByTheirPositions() throws IOException {
        FixedRecord record = record("20000012345  261122221126", StandardCharsets.US_ASCII);

        assertThat(record.at(1)).isEqualTo('2');
        assertThat(record.number(1, 2)).isEqualTo(20);
        assertThat(record.number(10, 13)).isEqualTo(-1);
        assertThat(record.units(3, 11, 2)).contains(new BigDecimal("123.45"));
        assertThat(record.units(10, 13, 2)).isEmpty();
        assertThat(record.withoutZeros(3, 13)).isEqualTo("12345");
        // 22 November 2026 is a Sunday.
        assertThat(record.yearMonthDay(14, 19)).contains(LocalDate.of(2026, 11, 22));
        assertThat(record.dayMonthYear(20)).contains(LocalDate.of(2026, 11, 22));
        assertThat(record.dayMonthYear(14)).contains(LocalDate.of(2022, 11, 26));
        assertThat(record.dayMonthYear(16)).isEmpty();
        assertThat(record.place(3, 11)).isEqualTo("line 1, positions 3-11");
    }

    @Test
    void readsBlanksBehindTheEndOfAShortLine() throws IOException {
        FixedRecord record = record("20", StandardCharsets.US_ASCII);

        assertThat(record.length()).isEqualTo(2);
        assertThat(record.ascii(3, 30)).isEmpty();
        assertThat(record.number(3, 30)).isEqualTo(-1);
        assertThat(record.text(3, 30)).isEmpty();
        assertThat(record.yearMonthDay(3, 10)).isEmpty();
    }

    @Test
    void countsLettersWhateverTheirBytes() throws IOException {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1}) {
            FixedRecord record = record("26Åsa Öberg  Ängby", charset);

            assertThat(record.text(3, 12)).isEqualTo("Åsa Öberg");
            assertThat(record.text(13, 30)).isEqualTo("Ängby");
        }
    }

    @Test
    void makesBlanksOfTabsSoThatTheRecordGetsItsLength() throws IOException {
        FixedRecord record = record("22\t\t  77", StandardCharsets.US_ASCII);

        assertThat(record.expandTabs(12)).isTrue();
        assertThat(record.length()).isEqualTo(12);
        assertThat(record.ascii(1, 30)).isEqualTo("22        77");
        assertThat(record.expandTabs(12)).isFalse();
        assertThat(record("22\t77", StandardCharsets.US_ASCII).expandTabs(3)).isTrue();
    }

    private static FixedRecord record(String line, Charset charset) throws IOException {
        LineReader lines = new LineReader(
                new ByteArrayInputStream(line.getBytes(charset)),
                1000,
                EncodingRule.byBytes(StandardCharsets.ISO_8859_1));
        lines.next();
        FixedRecord record = new FixedRecord(lines, 30);
        record.take();
        return record;
    }
}
