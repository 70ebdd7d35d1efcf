package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.importer.csv.xlsx.BookWriter;
import org.tickmark.testkit.importer.ImporterFuzz;
import org.tickmark.testkit.importer.RecordingSink;
import org.tickmark.testkit.importer.SampleFile;

class XlsxTest {
    private static final String[] NORDEA = {
        "'Bokføringsdato|'Beløp|'Avsender|'Mottaker|'Navn|'Tittel|'Valuta|'Betalingstype",
        "@46328|-1250.5|'1234.56.78903||'Fjord AS|'Faktura 77|'NOK|'Betaling",
        "@46329|300||'1234.56.78903|'Vik AS|'Innbetaling|'NOK|'Betaling"
    };
    private static final String[] OTHER = {"'Datum|'Belopp|'Text", "@46328|7|'Sju", "@46329|8|'Åtta"};

    // ---------------------------------------------------------------- as from a CSV file

    @Test
    void readsTheSameRowsAsTheTableSavedAsCsv() {
        RecordingSink sheet = read(new BookWriter().sheet("Konto", NORDEA).bytes());
        RecordingSink table = Csv.read("""
                Bokføringsdato;Beløp;Avsender;Mottaker;Navn;Tittel;Valuta;Betalingstype
                2026-11-02;-1250,5;1234.56.78903;;Fjord AS;Faktura 77;NOK;Betaling
                2026-11-03;300;;1234.56.78903;Vik AS;Innbetaling;NOK;Betaling
                """);

        assertThat(sheet.errors()).isEmpty();
        assertThat(sheet.summaries()).isEqualTo(table.summaries()).hasSize(1);
        assertThat(sheet.statements().get(0).entries().get(0).party())
                .isEqualTo(table.statements().get(0).entries().get(0).party());
        assertThat(howRead(sheet)).startsWith("sheet=Konto, ").contains("booking-date=Bokføringsdato");
        assertThat(sheet.statements().get(0).entries().get(1).position()).isEqualTo("Konto, row 3");
    }

    @Test
    void readsDaysAndAmountsThatAreTextsInSomeCellsOnly() {
        RecordingSink sink = read(new BookWriter()
                .sheet(
                        "S",
                        "'Dato|'Tekst|'Beløp",
                        "@46328|'a|1234.567",
                        "'03.11.2026|'b|'1.234,56",
                        "'13.11.2026|'c|-5")
                .bytes());

        assertThat(sink.errors()).isEmpty();
        assertThat(sink.summaries()).containsExactly("- - - > -: 1234.567 1234.56 -5");
        assertThat(sink.statements().get(0).entries().get(1).bookingDate()).hasToString("Optional[2026-11-03]");
    }

    @Test
    void namesSheetAndCellOfWhatCannotBeRead() {
        RecordingSink sink = read(new BookWriter()
                .sheet(
                        "Konto 1",
                        "'Datum|'Text|'Belopp|'Saldo",
                        "@46328|'a|< t=\"e\"><v>#REF!</v>|=5",
                        "@46329|'b|1|=",
                        "@46330|'c|'?|9")
                .bytes());

        assertThat(sink.errors())
                .extracting(Problem::code)
                .containsExactly("E4.failed", "E4.uncalculated", "E4.amount");
        assertThat(sink.errors())
                .extracting(problem -> problem.where().orElseThrow())
                .containsExactly("Konto 1!C2 (Belopp)", "Konto 1!D3 (Saldo)", "Konto 1!C4 (Belopp)");
        assertThat(sink.errors().get(0).found()).contains("#REF!");
    }

    @Test
    void letsCellsFailThatNobodyReads() {
        RecordingSink sink = read(
                new BookWriter()
                        .sheet("S", "'Datum|'Text|'Belopp|'Snitt", "@46328|'a|1|< t=\"e\"><v>#DIV/0!</v>")
                        .bytes(),
                "columns=text=Text");

        assertThat(sink.errors()).isEmpty();
        assertThat(sink.summaries()).containsExactly("- - - > -: 1");
    }

    // ---------------------------------------------------------------- which sheet

    @Test
    void takesTheFirstSheetWithTheTableOfABank() {
        RecordingSink sink = read(new BookWriter()
                .sheet("Notat", "'Hei")
                .sheet("Egen", OTHER)
                .sheet("Bank", NORDEA)
                .bytes());

        assertThat(howRead(sink)).startsWith("sheet=Bank, ");
        assertThat(sink.problems()).noneMatch(problem -> problem.code().equals("W.sheets"));
    }

    @Test
    void saysThatOtherSheetsHoldTablesToo() {
        RecordingSink sink = read(new BookWriter()
                .sheet("Ett", NORDEA)
                .sheet("Två", NORDEA)
                .hide("Tre")
                .sheet("Tre", NORDEA)
                .bytes());

        assertThat(howRead(sink)).startsWith("sheet=Ett, ");
        assertThat(sink.problems())
                .filteredOn(problem -> problem.code().equals("W.sheets"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).contains("Två"));
    }

    @Test
    void takesTheSheetThatTheDefinitionNamesEvenIfItIsHidden() {
        byte[] book = new BookWriter()
                .sheet("Bank", NORDEA)
                .hide("Egen")
                .sheet("Egen", OTHER)
                .bytes();

        assertThat(howRead(read(book, "sheet=egen"))).startsWith("sheet=Egen, ");
        assertThat(refusal(book, "sheet=Ingen")).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("E2.no-sheet");
            assertThat(problem.expected()).contains("Bank, Egen");
        });
    }

    @Test
    void refusesAWorkbookWithoutATable() {
        Problem problem =
                refusal(new BookWriter().sheet("Ett", "'Hei").sheet("Två").bytes());

        assertThat(problem.code()).isEqualTo("E2.no-sheet-table");
        assertThat(problem.found()).contains("Ett, Två");
    }

    // ---------------------------------------------------------------- whatever comes

    /** Damage to the packed file shows in its checksums, nearly always. */
    @Test
    void readsOrRefusesDamagedWorkbooks() {
        byte[] packed = new BookWriter().sheet("Konto", NORDEA).bytes();
        byte[] stored = new BookWriter().stored().sheet("Konto", NORDEA).bytes();

        ImporterFuzz.of(
                        new XlsxImporter(),
                        List.of(SampleFile.of("packed", packed), SampleFile.of("stored", stored)),
                        List.of("PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "\u0000", "\u00FF", "xl/"))
                .run(1000);
    }

    @Test
    void readsOrRefusesWhateverSheetsHold() {
        String sheet =
                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Datum</t></is></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46328</v></c><c r=\"B2\"><f>1+1</f><v>-1.5</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\" t=\"d\"><v>2026-11-03</v></c><c r=\"B3\" t=\"str\"><v>7,25</v></c></row></sheetData>";

        ImporterFuzz.of(
                        new SheetImporter(),
                        List.of(SampleFile.of("sheet", sheet)),
                        List.of(
                                "<",
                                ">",
                                "\"",
                                "</v>",
                                "<v>",
                                "<c>",
                                "<row>",
                                "<row r=\"9\">",
                                " t=\"s\"",
                                " t=\"e\"",
                                " s=\"1\"",
                                " t=\"inlineStr\"",
                                "<is><t>",
                                "-",
                                ".",
                                "E9",
                                "9",
                                "999999999",
                                "1E308",
                                "_x0000_",
                                "&lt;",
                                "&#0;",
                                "XFD1",
                                "<!--",
                                "<![CDATA[",
                                "\u0000"))
                .run(1000);
    }

    /** Reads a file as the XML of a sheet, so that damage is damage to that. */
    private static final class SheetImporter implements StatementImporter {
        private final XlsxImporter importer = new XlsxImporter();

        @Override
        public int probe(FileHead head) {
            return 0;
        }

        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
            String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            byte[] book = new BookWriter()
                    .textXml("<t>Belopp</t>")
                    .stored()
                    .sheetXml("S", xml)
                    .bytes();
            importer.read(new ByteArrayInputStream(book), context, sink);
        }
    }

    // ---------------------------------------------------------------- how

    private static RecordingSink read(byte[] book, String... options) {
        Map<String, String> values = new HashMap<>();
        for (String option : options) {
            String[] sides = option.split("=", 2);
            values.put(sides[0], sides[1]);
        }
        ReadContext context = new ReadContext("test.xlsx", Optional.empty(), values, Limits.USUAL, CancelToken.NEVER);
        RecordingSink sink = new RecordingSink();
        try {
            new XlsxImporter().read(new ByteArrayInputStream(book), context, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }

    private static Problem refusal(byte[] book, String... options) {
        return catchThrowableOfType(TickmarkException.class, () -> read(book, options))
                .problem();
    }

    private static String howRead(RecordingSink sink) {
        return sink.problems().stream()
                .filter(problem -> problem.code().matches("W\\.(profile|guess|columns)"))
                .findFirst()
                .flatMap(Problem::found)
                .orElseThrow();
    }
}
