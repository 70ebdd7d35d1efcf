package org.tickmark.importers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.host.books.StatementProof.Verdict;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;

class PackedFileTest {
    private static final String MONDAY = "LINES NO9386011117947 NOK 2026-11-02 0 3\n1 coffee\n2 tea\n";
    private static final String TUESDAY = "LINES NO9386011117947 NOK 2026-11-03 3 7\n4 cake\n";

    @TempDir
    Path folder;

    private Formats formats;

    @BeforeEach
    void setUp() {
        formats = new Formats();
        formats.add("lines", "test", new LineImporter());
    }

    // ---------------------------------------------------------------- what is read

    @Test
    void readsWhatIsInAZipAsIfItWereOneFile() throws IOException {
        FilePreview preview = preview("week.zip", zip("monday.txt", MONDAY, "more/tuesday.txt", TUESDAY), Limits.USUAL);

        assertThat(preview.error()).isEmpty();
        assertThat(preview.format()).isEqualTo("lines");
        assertThat(preview.statements())
                .hasSize(2)
                .allSatisfy(read -> assertThat(read.proof().verdict()).isEqualTo(Verdict.OK));
    }

    @Test
    void readsWhatIsInAGzipFile() throws IOException {
        FilePreview preview = preview("monday.txt.gz", gzip(MONDAY.getBytes(StandardCharsets.UTF_8)), Limits.USUAL);

        assertThat(preview.error()).isEmpty();
        assertThat(preview.statements()).hasSize(1);
    }

    @Test
    void passesOverWhatSystemsPutIntoArchives() throws IOException {
        byte[] zip = zip("__MACOSX/._monday.txt", "x", ".DS_Store", "x", "folder/", "", "monday.txt", MONDAY);

        assertThat(preview("mac.zip", zip, Limits.USUAL).error()).isEmpty();
    }

    @Test
    void leavesAPackedFileToTheFormatThatClaimsIt() throws IOException {
        formats.add("sheet", "test", new SheetImporter());

        assertThat(preview("book.xlsx", zip("sheet.xml", "<sheet/>"), Limits.USUAL)
                        .format())
                .isEqualTo("sheet");
    }

    /** A format that is a zip file itself, as those of spreadsheets are. */
    private static final class SheetImporter implements StatementImporter {
        @Override
        public int probe(FileHead head) {
            return head.latin1().startsWith("PK") ? 100 : 0;
        }

        @Override
        public void read(InputStream in, ReadContext context, StatementSink sink) {
            sink.encoding("UTF-8");
        }
    }

    // ---------------------------------------------------------------- what is refused

    @Test
    void saysInWhichFileOfAnArchiveSomethingIsWrong() throws IOException {
        byte[] zip = zip("monday.txt", MONDAY, "letter.txt", "Dear customer");

        Problem error = error(preview("mixed.zip", zip, Limits.USUAL));

        assertThat(error.code()).isEqualTo("E2.unknown");
        assertThat(error.where()).contains("letter.txt");
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        byte[] gzip = gzip(MONDAY.getBytes(StandardCharsets.UTF_8));
        byte[] zip = zip("monday.txt", MONDAY);

        for (int length = 12; length < gzip.length; length++) {
            byte[] start = Arrays.copyOf(gzip, length);
            assertThat(error(preview("cut.gz", start, Limits.USUAL)).code()).isEqualTo("E3.damaged");
        }
        for (int length = 12; length < zip.length; length++) {
            byte[] start = Arrays.copyOf(zip, length);
            assertThat(error(preview("cut.zip", start, Limits.USUAL)).code()).isEqualTo("E3.damaged");
        }
    }

    @Test
    void a15_refusesWhatBecomesFarLarger() throws IOException {
        byte[] spaces = new byte[32 << 20];
        Arrays.fill(spaces, (byte) ' ');
        System.arraycopy(MONDAY.getBytes(StandardCharsets.UTF_8), 0, spaces, 0, MONDAY.length());

        assertThat(error(preview("bomb.gz", gzip(spaces), Limits.USUAL)).code()).isEqualTo("E3.tight");
    }

    @Test
    void countsTheLimitOverAllFilesOfAnArchive() throws IOException {
        String text = MONDAY + "0 filler\n".repeat(200);
        byte[] zip = zip("1.txt", text, "2.txt", text);

        Limits forOne = new Limits(2L * text.length() - 1, 10_000, 1000, 10);
        assertThat(error(preview("two.zip", zip, forOne)).code()).isEqualTo("E3.limit");
        assertThat(error(preview("many.zip", zipOf(2000), Limits.USUAL)).code()).isEqualTo("E3.members");
    }

    private static byte[] zipOf(int members) throws IOException {
        String[] all = new String[2 * members];
        for (int i = 0; i < members; i++) {
            all[2 * i] = i + ".txt";
            all[2 * i + 1] = MONDAY;
        }
        return zip(all);
    }

    @Test
    void refusesAPackedFileInAPackedFileAndAnEmptyOne() throws IOException {
        byte[] inner = zip("monday.txt", MONDAY);
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(outer)) {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            zip.write(inner);
        }

        assertThat(error(preview("outer.zip", outer.toByteArray(), Limits.USUAL))
                        .code())
                .isEqualTo("E2.packed-twice");
        assertThat(error(preview("empty.zip", zip("folder/", ""), Limits.USUAL)).code())
                .isEqualTo("E2.nothing-packed");
    }

    @Test
    void showsNamesOfArchivesWithoutWhatATerminalWouldObey() throws IOException {
        byte[] zip = zip("long/".repeat(1000) + "\u001b[2Jletter.txt", "Dear customer");

        assertThat(error(preview("evil.zip", zip, Limits.USUAL)).where().orElseThrow())
                .endsWith("/?[2Jletter.txt")
                .hasSizeLessThan(200);
    }

    @Test
    void a16_namesOfArchivesLeadNowhere() throws IOException {
        byte[] zip = zip("../../escape.txt", MONDAY);

        assertThat(preview("slip.zip", zip, Limits.USUAL).error()).isEmpty();
        assertThat(folder.resolve("../../escape.txt")).doesNotExist();
    }

    // ---------------------------------------------------------------- how

    private static Problem error(FilePreview preview) {
        return preview.error().orElseThrow();
    }

    private FilePreview preview(String name, byte[] bytes, Limits limits) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return new Previews(formats, limits, folder)
                .preview(List.of(file), ReadAs.IT_SAYS, Progress.NONE, CancelToken.NEVER)
                .get(0);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
