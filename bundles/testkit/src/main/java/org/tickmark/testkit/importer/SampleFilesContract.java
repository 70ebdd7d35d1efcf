package org.tickmark.testkit.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.SampleFolder.ExpectedRow;

/** Reads the sample files of a format that lie beside the project, when they do, and compares with the totals that come with them. */
public abstract class SampleFilesContract {
    private final StatementImporter importer;
    private final String folder;
    private final SampleFolder samples = SampleFolder.besideTheProject();

    /**
     * The contract of an importer.
     *
     * @param folder where the samples of its format lie, and no others
     */
    protected SampleFilesContract(StatementImporter importer, String folder) {
        this.importer = importer;
        this.folder = folder;
    }

    @TestFactory
    Stream<DynamicTest> givesTheExpectedTotals() {
        return samples.expected(folder).entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> check(samples.file(file.getKey()), file.getValue())));
    }

    @Test
    void claimsTheFilesOfTheFormatAndNoOthers() {
        for (Path file : samples.files()) {
            assertThat(importer.probe(SampleFolder.read(file).head()) > 0)
                    .as(file.toString())
                    .isEqualTo(file.getParent().endsWith(folder));
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
        assertThat(sink.errors()).isEmpty();
        SampleTotals.check(sink, rows);
    }
}
