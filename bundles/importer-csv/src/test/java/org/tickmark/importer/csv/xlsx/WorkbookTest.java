package org.tickmark.importer.csv.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.MessageFiles;

class WorkbookTest {
    private static final String OLD = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "\u0000".repeat(512);

    // ---------------------------------------------------------------- cells

    @ParameterizedTest
    @CsvSource({
        "1250, 1250",
        "1250.50, 1250.50",
        "-0.1, -0.1",
        "0.30000000000000004, 0.3",
        "1234567.8900000001, 1234567.89",
        "-1079.5000000000002, -1079.5",
        "1.2E+3, 1200",
        "1E-2, 0.01",
        "12345678901234567890, 12345678901234567890",
        "1E400, 1E400"
    })
    void readsNumbersAsTheyStandAndWithoutWhatBinaryNumbersAdd(String stored, String shown) {
        assertThat(cells(new BookWriter().sheet("S", stored))).containsExactly("A1 " + shown);
    }

    /** 2026-11-04 is a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "46330, 2026-11-04",
        "46330.0, 2026-11-04",
        "46330.5, 2026-11-04 12:00:00",
        "46330.999999, 2026-11-05",
        "61, 1900-03-01",
        "60, 1900-02-29",
        "59, 1900-02-28",
        "1, 1900-01-01",
        "0.75, 18:00:00",
        "-1, -1",
        "99999999, 99999999"
    })
    void readsNumbersThatAreShownAsDays(String serial, String day) {
        assertThat(rows(new BookWriter().sheet("S", "@" + serial))).containsExactly("A1 DAY " + day);
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() {
        assertThat(cells(new BookWriter().from1904().sheet("S", "@44868|@0")))
                .containsExactly("A1 2026-11-04 B1 1904-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy-mm-dd", "D.M.YY", "[$-414]d. mmmm yyyy;@", "[h]:mm", "mm:ss.0", "\"Dato\" dd/mm"})
    void knowsFormatsOfDays(String code) {
        assertThat(NumberFormats.isDay(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"General", "0.00", "#,##0.00\\ \"kr\"", "#,##0;[Red]-#,##0", "[$SEK] 0", "0.00E+00", "@", "0\\d"
            })
    void knowsFormatsOfNumbers(String code) {
        assertThat(NumberFormats.isDay(code)).isFalse();
    }

    @Test
    void readsTextsWhereverTheyLie() {
        BookWriter book = new BookWriter()
                .textXml(
                        "<r><t xml:space=\"preserve\">Hyra </t></r><r><rPr><b/></rPr><t>november</t></r><rPh><t>x</t></rPh>")
                .sheet(
                        "S",
                        "< t=\"s\"><v>0</v>|'A &amp; B|\"Åsöv|< t=\"str\"><f>A1</f><v>a_x000D_b</v>|< t=\"b\"><v>1</v>|'");

        assertThat(cells(book)).containsExactly("A1 Hyra november B1 A &amp; B C1 Åsöv D1 a\rb E1 TRUE");
    }

    @Test
    void readsTheStoredValuesOfFormulas() {
        assertThat(rows(new BookWriter().sheet("S", "=1.5|=|< t=\"e\"><f>1/0</f><v>#DIV/0!</v>")))
                .containsExactly("A1 NUMBER 1.5 B1 UNCALCULATED  C1 ERROR #DIV/0!");
    }

    @Test
    void readsHiddenRowsAndTheFirstOfMergedCells() {
        BookWriter book = new BookWriter()
                .sheetXml(
                        "S",
                        "<sheetData><row r=\"2\" hidden=\"1\"><c r=\"B2\"><v>1</v></c><c r=\"C2\" s=\"1\"/></row></sheetData>"
                                + "<mergeCells><mergeCell ref=\"B2:C3\"/></mergeCells>");

        assertThat(cells(book)).containsExactly("B2 1");
    }

    @Test
    void countsRowsAndCellsThatDoNotSayWhereTheyStand() {
        BookWriter book = new BookWriter()
                .sheetXml(
                        "S",
                        "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r=\"9\"/><row><c><v>3</v></c></row></sheetData>");

        assertThat(cells(book)).containsExactly("A1 1 B1 2", "A10 3");
    }

    @Test
    void readsAWorkbookThatNeedsNeitherStylesNorTexts() {
        BookWriter book = new BookWriter().sheet("S", "1").part("xl/styles.xml", "<styleSheet/>");

        assertThat(cells(book)).containsExactly("A1 1");
    }

    @Test
    void namesColumns() {
        assertThat(List.of(Cell.letters(0), Cell.letters(25), Cell.letters(26), Cell.letters(701), Cell.letters(702)))
                .containsExactly("A", "Z", "AA", "ZZ", "AAA");
        assertThat(Cell.column("AAA1")).isEqualTo(702);
        assertThat(List.of(Cell.column("AAAA1"), Cell.column("1"), Cell.column("")))
                .containsOnly(-1);
    }

    // ---------------------------------------------------------------- what is refused

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>; E3.order; S, row 2",
                "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>; E3.order; S, row 1",
                "<row><c r=\"1\"><v>1</v></c></row>; E3.order; S, row 1",
                "<row><c r=\"C1\" t=\"s\"><v>7</v></c></row>; E3.text; S!C1",
                "<row><c r=\"ALM1\"><v>7</v></c></row>; E3.columns; S!ALM1"
            })
    void saysWhereASheetCannotBeReadOn(String rows, String code, String where) {
        Problem problem = refusal(new BookWriter()
                .sheetXml("S", "<sheetData>" + rows + "</sheetData>")
                .bytes());

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.where()).contains(where);
        assertThat(problem.advice()).isPresent();
    }

    @Test
    void saysWhichPartIsNoXml() {
        Problem problem =
                refusal(new BookWriter().sheetXml("S", "<sheetData><row>").bytes());

        assertThat(problem.where().orElseThrow()).startsWith("xl/worksheets/sheet1.xml, line 1");
    }

    @Test
    void a15_refusesDeclarationsThatCouldNameOtherFiles() {
        String xml = "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst><si><t>&x;</t></si></sst>";

        assertThat(refusal(new BookWriter()
                                .sheet("S", "'a")
                                .part("xl/sharedStrings.xml", xml)
                                .bytes())
                        .code())
                .isEqualTo("E3.dtd");
    }

    @Test
    void tellsWhatToDoWithWorkbooksOfOtherKinds() {
        byte[] locked = (OLD
                        + new String(
                                "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] binary = new BookWriter()
                .part(
                        "_rels/.rels",
                        "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>")
                .part("xl/workbook.bin", "x")
                .bytes();

        assertThat(refusal(OLD.getBytes(StandardCharsets.ISO_8859_1)).code()).isEqualTo("E2.old");
        assertThat(refusal(locked).code()).isEqualTo("E2.locked");
        assertThat(refusal(binary).code()).isEqualTo("E2.binary");
        assertThat(refusal(new BookWriter().part("xl/workbook.xml", "").bytes()).code())
                .isEqualTo("E2.other");
        assertThat(refusal("<html>".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("E2.other");
        assertThat(refusal(new byte[0]).code()).isEqualTo("E1.empty");
        assertThat(refusal(locked).text(Locale.forLanguageTag("nb"))).contains("låst med passord");
    }

    @Test
    void a15_refusesWhatUnpacksToMoreThanItMay() {
        String rows = "<row/>".repeat(5_000_000);
        byte[] bomb = new BookWriter()
                .sheetXml("S", "<sheetData>" + rows + "</sheetData>")
                .bytes();
        Limits small = new Limits(1 << 20, 10, 1000, 64);

        assertThat(refusal(bomb).code()).isEqualTo("E3.tight");
        assertThat(refusal(bomb, small).code()).isEqualTo("E3.limit");
    }

    @Test
    void noticesDamageThatOnlyTheChecksumShows() {
        byte[] book = new BookWriter().stored().sheet("S", "100").bytes();
        int at = new String(book, StandardCharsets.ISO_8859_1).indexOf("<v>100") + 3;
        book[at] = '9';

        assertThat(refusal(book).code()).isEqualTo("E3.damaged");
    }

    // ---------------------------------------------------------------- what is recognised

    @Test
    void recognisesWorkbooksByTheirParts() {
        assertThat(claims(new BookWriter().sheet("S", "1").bytes())).isTrue();
        assertThat(claims(new BookWriter().stored().sheet("S", "1").bytes())).isTrue();
        assertThat(claims(OLD.getBytes(StandardCharsets.ISO_8859_1))).isTrue();
    }

    @Test
    void leavesZipFilesThatHoldWorkbooksToBeUnpacked() {
        byte[] inner = new BookWriter().stored().sheet("S", "1").bytes();
        String zip = "PK\u0003\u0004" + "\u0000".repeat(14) + size(inner.length) + size(inner.length)
                + "\u0006\u0000\u0000\u0000a.xlsx";

        byte[] outer = (zip + new String(inner, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(claims(outer)).isFalse();
        assertThat(claims(new BookWriter()
                        .part("[Content_Types].xml", "")
                        .part("xl/workbook.xml", "")
                        .bytes()))
                .as("a package whose first part tells nothing")
                .isTrue();
    }

    private static String size(int size) {
        return new String(
                new byte[] {(byte) size, (byte) (size >> 8), (byte) (size >> 16), (byte) (size >> 24)},
                StandardCharsets.ISO_8859_1);
    }

    @Test
    void hasTheSameTextsInAllLanguages() {
        MessageFiles.check(Workbook.class);
    }

    // ---------------------------------------------------------------- how

    private static boolean claims(byte[] bytes) {
        return Workbook.claims(new FileHead("x", Arrays.copyOf(bytes, Math.min(bytes.length, FileHead.LIMIT))));
    }

    private static Problem refusal(byte[] bytes) {
        return refusal(bytes, Limits.USUAL);
    }

    private static Problem refusal(byte[] bytes, Limits limits) {
        return catchThrowableOfType(TickmarkException.class, () -> read(bytes, limits))
                .problem();
    }

    /** The rows of the first sheet, each as its cells with their texts. */
    private static List<String> cells(BookWriter book) {
        return rows(book).stream()
                .map(row -> row.replaceAll(" (TEXT|NUMBER|DAY) ", " "))
                .toList();
    }

    private static List<String> rows(BookWriter book) {
        return read(book.bytes(), Limits.USUAL);
    }

    private static List<String> read(byte[] bytes, Limits limits) {
        List<String> rows = new ArrayList<>();
        ReadContext context = new ReadContext("test.xlsx", Optional.empty(), Map.of(), limits, CancelToken.NEVER);
        try (Workbook workbook = Workbook.open(new ByteArrayInputStream(bytes), context)) {
            for (Workbook.Sheet sheet : workbook.sheets()) {
                workbook.rows(sheet, (number, cells) -> rows.add(shown(number, cells)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static String shown(long row, List<Cell> cells) {
        StringBuilder shown = new StringBuilder();
        for (Cell cell : cells) {
            shown.append(shown.isEmpty() ? "" : " ")
                    .append(Cell.letters(cell.column()))
                    .append(row)
                    .append(' ')
                    .append(cell.kind())
                    .append(' ')
                    .append(cell.text());
        }
        return shown.toString();
    }
}
