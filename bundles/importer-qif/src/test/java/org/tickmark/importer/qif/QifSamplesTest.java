package org.tickmark.importer.qif;

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
import org.tickmark.testkit.importer.RecordingSink;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.SampleFolder;
import org.tickmark.testkit.importer.SampleFolder.ExpectedRow;
import org.tickmark.testkit.importer.SampleTotals;

/** Reads the sample files that lie beside the project, when they do, and compares with the totals that come with them. */
class QifSamplesTest {
    private final QifImporter importer = new QifImporter();
    private final SampleFolder samples = SampleFolder.besideTheProject();

    @TestFactory
    Stream<DynamicTest> givesTheExpectedTotals() {
        return samples.expected("qif").entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> check(samples.file(file.getKey()), file.getValue())));
    }

    @Test
    void claimsTheFilesOfTheFormatAndNoOthers() {
        for (Path file : samples.files()) {
            assertThat(importer.probe(SampleFolder.read(file).head()) > 0)
                    .as(file.toString())
                    .isEqualTo(file.getParent().endsWith("qif"));
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
