package org.tickmark.importers.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.books.StatementProof.Verdict;
import org.tickmark.api.host.imports.NumberedEntry;
import org.tickmark.api.host.imports.OpenedFile;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.importer.Limits;

class OpenedFileTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @TempDir
    Path folder;

    private Previews previews;

    @BeforeEach
    void setUp() throws IOException {
        Formats formats = new Formats();
        formats.add("lines", "test", new LineImporter());
        previews = new Previews(formats, Limits.USUAL, Files.createDirectory(folder.resolve("spool")));
    }

    @Test
    void givesNumberedEntriesAndBooksThoseWithoutADateOnTheDayOfTheStatement() throws IOException {
        try (OpenedFile file = open("LINES NO9386011117947 NOK 2026-11-02 0 3\n1 coffee\n2 undated tea\n")) {
            assertThat(file.preview().statements())
                    .singleElement()
                    .satisfies(read -> assertThat(read.proof().verdict()).isEqualTo(Verdict.OK));
            assertThat(file.entries(0)).extracting(NumberedEntry::number).containsExactly(1L, 2L);
            assertThat(file.entries(0))
                    .allSatisfy(numbered ->
                            assertThat(numbered.entry().bookingDate()).contains(MONDAY));
        }
    }

    @Test
    void isOpenedThoughItsProofFailsAndTellsSo() throws IOException {
        try (OpenedFile file = open("LINES NO9386011117947 NOK 2026-11-02 0 4\n1 coffee\n")) {
            assertThat(file.preview().error()).isEmpty();
            assertThat(file.preview().statements())
                    .singleElement()
                    .satisfies(read -> assertThat(read.proof().verdict()).isEqualTo(Verdict.FAILED));
        }
    }

    @Test
    void tellsWhyAFileCannotBeReadAndLeavesNothingBehind() throws IOException {
        try (OpenedFile file = open("something else")) {
            assertThat(file.preview().error()).isPresent();
        }
        try (OpenedFile file = open("LINES NO9386011117947 NOK 2026-11-02 0 4\nBOOM\n")) {
            assertThat(file.preview().error()).isPresent();
        }
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    private OpenedFile open(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("statement.txt"), text);
        return previews.open(file, ReadAs.IT_SAYS, Progress.NONE, CancelToken.NEVER);
    }
}
