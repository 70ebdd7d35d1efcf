package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.RecordingSink;

class DialectTest {
    private static final String TABLE = "Bokföringsdag;Belopp;Rubrik\n2026-11-02;-10,00;Åkeri på Öland\n";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, false, UTF-8",
        "UTF-8, true, UTF-8",
        "UTF-16LE, true, UTF-16LE",
        "UTF-16BE, true, UTF-16BE",
        "ISO-8859-1, false, windows-1252",
        "windows-1252, false, windows-1252"
    })
    void decidesTheEncodingByTheBytes(String charset, boolean mark, String told) {
        RecordingSink sink = Csv.read(((mark ? "\uFEFF" : "") + TABLE).getBytes(Charset.forName(charset)));

        assertThat(sink.encoding()).hasValue(told);
        assertThat(text(sink)).isEqualTo("Åkeri på Öland");
    }

    @Test
    void readsWithTheEncodingThatTheDefinitionSets() {
        RecordingSink sink = Csv.read(TABLE.getBytes(Charset.forName("IBM865")), "encoding=IBM865");

        assertThat(text(sink)).isEqualTo("Åkeri på Öland");
    }

    @Test
    void takesAFileThatIsAsciiForLongAsItsFirstOtherLetterSays() {
        String rows = "2026-11-02;1.00;x\n".repeat(100_000);
        byte[] windows = ("booking_date;amount;text\n" + rows + "2026-11-03;1.00;Åse\n").getBytes(Encoding.WINDOWS);
        RecordingSink sink = Csv.read(windows);

        assertThat(sink.encoding()).hasValue("windows-1252");
        assertThat(sink.statements().get(0).entries().get(100_000).text()).containsExactly("Åse");
        assertThat(sink.codes()).containsExactly("W.profile");
    }

    @Test
    void warnsOfALetterThatCannotBeRead() {
        byte[] table = "booking_date;amount;text\n2026-11-02;1.00;åäö åäö\n2026-11-02;1.00;x?\n"
                .getBytes(StandardCharsets.UTF_8);
        table[table.length - 2] = (byte) 0xE5;
        RecordingSink sink = Csv.read(table);

        assertThat(sink.encoding()).hasValue("UTF-8");
        assertThat(sink.problems())
                .anySatisfy(problem -> assertThat(problem.where()).hasValue("line 3"));
        assertThat(sink.codes()).contains("W.undecodable");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void findsTheDelimiter(String delimiter) {
        String table = "Date;Amount;Text\n2026-11-02;1.50;a\n".replace(";", delimiter);

        assertThat(Csv.statement(table).summary()).isEqualTo("- - - > -: 1.50");
    }

    @Test
    void findsTheDelimiterThoughAmountsHoldTheOther() {
        assertThat(Csv.statement("Datum,Belopp\n2026-11-02,\"1 234,50\"\n").sum())
                .isEqualByComparingTo("1234.5");
        assertThat(Csv.statement("Datum;Belopp\n2026-11-02;1,234.50\n").sum()).isEqualByComparingTo("1234.5");
    }

    @Test
    void takesTheDelimiterThatASpreadsheetNames() {
        assertThat(Csv.statement("sep=|\r\nDate|Amount\r\n2026-11-02|1.00\r\n").count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r\n", "\n\n"})
    void readsAnyLineEnds(String end) {
        assertThat(Csv.statement("Date;Amount\n2026-11-02;1.00\n2026-11-03;2.00\n".replace("\n", end))
                        .summary())
                .isEqualTo("- - - > -: 1.00 2.00");
    }

    @Test
    void readsTextsInQuotationMarks() {
        RecordingSink sink =
                Csv.read("Date;Amount;Text\n2026-11-02;1.00;\"a; \"\"b\"\"\nc\"\n2026-11-03;2.00;5\" rør\n");

        assertThat(sink.statements().get(0).entries())
                .extracting(ImportedEntry::text)
                .containsExactly(List.of("a; \"b\"", "c"), List.of("5\" rør"));
        assertThat(sink.statements().get(0).entries().get(1).position()).isEqualTo("line 4");
    }

    @Test
    void readsBlanksBetweenDelimitersAndQuotationMarks() {
        assertThat(Csv.statement("\"Date\", \"Amount\", \"Text\"\n\"2026-11-02\", \"1.00\", \"a, b\"\n")
                        .entries()
                        .get(0)
                        .text())
                .containsExactly("a, b");
    }

    @Test
    void readsOtherQuotationMarksOrNone() {
        assertThat(Csv.statement("Date;Amount;Text\n2026-11-02;1.00;'a; b'\n", "quote=single")
                        .entries()
                        .get(0)
                        .text())
                .containsExactly("a; b");
        assertThat(Csv.statement("Date;Amount;Text\n2026-11-02;1.00;\"a\" b\n", "quote=none")
                        .entries()
                        .get(0)
                        .text())
                .containsExactly("\"a\" b");
    }

    @Test
    void passesOverSurplusDelimiters() {
        assertThat(Csv.statement("Date;Amount;;\n2026-11-02;1.00;;;;;\n2026-11-03;2.00\n")
                        .summary())
                .isEqualTo("- - - > -: 1.00 2.00");
    }

    @Test
    void readsATableThatIsLongerThanItsSample() {
        RecordingSink sink = Csv.read(
                GeneratedFile.of("Date;Amount;Text\n", 100_000, number -> "2026-11-02;1,00;row " + number + "\n", ""),
                "long.csv");

        assertThat(sink.statements().get(0).count()).isEqualTo(100_000);
    }

    private static String text(RecordingSink sink) {
        return sink.statements().get(0).entries().get(0).text().get(0);
    }
}
