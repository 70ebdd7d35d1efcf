package org.tickmark.testkit.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.SampleFolder.ExpectedRow;

/** Reads the sample files of a format that lie beside the project, when they do, and compares with the totals that come with them. */
public abstract class SampleFilesContract {
    private final StatementImporter importer;
    private final String folder;
    private final SampleFolder samples = SampleFolder.besideTheProject();

    /** What becomes of a file. */
    protected enum Reading {
        /** It is read to its end without an error. */
        WHOLE,
        /** Some of its fields cannot be read, which changes no total. */
        WITHOUT_FIELDS,
        /** Some of its entries cannot be read, and nothing can be said of totals. */
        IN_PART,
        /** It is refused. */
        REFUSED
    }

    /**
     * The contract of an importer.
     *
     * @param folder where the samples of its format lie, and no others
     */
    protected SampleFilesContract(StatementImporter importer, String folder) {
        this.importer = importer;
        this.folder = folder;
    }

    /** Whether a file of the format is recognised as one; some are too damaged for that. */
    protected boolean isRecognised(String file) {
        return true;
    }

    /** What becomes of a file; of one without transactions, that it is refused. */
    protected Reading reading(String file, List<ExpectedRow> rows) {
        return rows.get(0).isRefusal() ? Reading.REFUSED : Reading.WHOLE;
    }

    /** What the code of a refusal must match, a regular expression. */
    protected String refusal() {
        return "E\\d\\..+";
    }

    @TestFactory
    Stream<DynamicTest> givesTheExpectedTotals() {
        return samples.expected(folder).entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> check(samples.file(file.getKey()), file.getValue())));
    }

    @Test
    void claimsTheFilesOfTheFormatAndNoOthers() {
        for (Path file : samples.files()) {
            boolean own = file.getParent().endsWith(folder)
                    && isRecognised(file.getFileName().toString());
            assertThat(importer.probe(SampleFolder.read(file).head()) > 0)
                    .as(file.toString())
                    .isEqualTo(own);
        }
    }

    private void check(SampleFile file, List<ExpectedRow> rows) throws IOException {
        RecordingSink sink = new RecordingSink();
        Reading reading = reading(file.name(), rows);
        if (reading == Reading.REFUSED) {
            TickmarkException refused = catchThrowableOfType(TickmarkException.class, () -> read(file, sink));
            assertThat(refused.problem().code()).matches(refusal());
            return;
        }
        read(file, sink);
        assertThat(sink.errors()).extracting(Problem::code).allMatch(ErrorClass.E4::covers);
        assertThat(sink.errors().isEmpty()).isEqualTo(reading == Reading.WHOLE);
        if (reading != Reading.IN_PART) {
            SampleTotals.check(sink, rows);
        }
    }

    private void read(SampleFile file, RecordingSink sink) throws IOException {
        importer.read(file.open(), ReadContext.of(file.name()), sink);
    }
}
