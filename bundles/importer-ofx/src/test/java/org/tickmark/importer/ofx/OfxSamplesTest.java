package org.tickmark.importer.ofx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.importer.RecordingSink;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.SampleFolder;
import org.tickmark.testkit.importer.SampleFolder.ExpectedRow;
import org.tickmark.testkit.importer.SampleTotals;

/** Reads the sample files that lie beside the project, when they do, and compares with the totals that come with them. */
class OfxSamplesTest {
    /** Files with fields that nobody can read: amounts and dates missing, commented out or misspelt. */
    private static final Set<String> BAD_FIELDS = Set.of("oca-test_ofx_wrong.ofx", "ofxparse-decimal_error.ofx");

    /** A file with a day that does not exist; its transactions are told without it. */
    private static final String BAD_DAY = "ofxparse-date_missing.ofx";

    private static final String NO_OFX = "libofx-bad-failing-ofx-file1.xml";

    private final OfxImporter importer = new OfxImporter();
    private final SampleFolder samples = SampleFolder.besideTheProject();

    @TestFactory
    Stream<DynamicTest> givesTheExpectedTotals() {
        return samples.expected("ofx").entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> check(samples.file(file.getKey()), file.getValue())));
    }

    @Test
    void claimsTheFilesOfTheFormatAndNoOthers() {
        for (Path file : samples.files()) {
            assertThat(importer.probe(SampleFolder.read(file).head()) > 0)
                    .as(file.toString())
                    .isEqualTo(file.getParent().endsWith("ofx") && !file.endsWith(NO_OFX));
        }
    }

    private void check(SampleFile file, List<ExpectedRow> rows) throws IOException {
        RecordingSink sink = new RecordingSink();
        if (rows.get(0).isRefusal()) {
            assertThatThrownBy(() -> importer.read(file.open(), ReadContext.of(file.name()), sink))
                    .isInstanceOf(TickmarkException.class);
            return;
        }
        importer.read(file.open(), ReadContext.of(file.name()), sink);
        boolean bad = BAD_FIELDS.contains(file.name());
        assertThat(sink.errors()).extracting(Problem::code).allMatch(ErrorClass.E4::covers);
        assertThat(sink.errors().isEmpty()).isEqualTo(!bad && !file.name().equals(BAD_DAY));
        if (!bad) {
            SampleTotals.check(sink, rows);
        }
    }
}
