package org.tickmark.importer.camt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.SampleFolder;
import org.tickmark.testkit.importer.SampleFolder.ExpectedRow;

/** Reads the sample files that lie beside the project, when they do, and compares with the totals that come with them. */
class CamtSamplesTest {
    private final CamtImporter importer = new CamtImporter();
    private final SampleFolder samples = SampleFolder.besideTheProject();

    @TestFactory
    Stream<DynamicTest> givesTheExpectedTotals() {
        return samples.expected("camt").entrySet().stream()
                .filter(file -> !file.getKey().endsWith(".zip"))
                .map(file -> dynamicTest(file.getKey(), () -> check(samples.file(file.getKey()), file.getValue())));
    }

    @Test
    void claimsTheCamtFilesAndNoOthers() {
        for (Path file : samples.files()) {
            boolean camt = file.getParent().toString().contains("camt")
                    && !file.toString().endsWith(".zip");
            assertThat(importer.probe(SampleFolder.read(file).head()) > 0)
                    .as(file.toString())
                    .isEqualTo(camt);
        }
    }

    private void check(SampleFile file, List<ExpectedRow> rows) throws IOException {
        RecordingSink sink = new RecordingSink();
        if (rows.get(0).isRefusal()) {
            assertThatThrownBy(() -> read(file, sink)).isInstanceOf(TickmarkException.class);
            return;
        }
        read(file, sink);
        assertThat(sink.errors()).isEmpty();
        assertThat(sink.statements()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            check(sink.statements().get(i), rows.get(i));
        }
    }

    private static void check(RecordedStatement statement, ExpectedRow row) {
        // One sample names its account in the way of the first version, which the expected numbers leave out.
        if (!row.account().isEmpty()) {
            assertThat(statement.header().account().number()).isEqualToIgnoringCase(row.account());
        }
        assertThat(statement.header().currency()).isEqualTo(row.currency());
        assertThat(statement.count()).isEqualTo(row.transactions().orElseThrow());
        assertThat(statement.sum()).isEqualByComparingTo(row.sum());
        // The balances of reports and notifications are told as the file has them; the expected numbers leave them out.
        if (statement.header().kind() == Kind.STATEMENT || row.opening().isPresent()) {
            assertSame(statement.opening(), row.opening());
            assertSame(statement.closing(), row.closing());
        }
    }

    private static void assertSame(Optional<BigDecimal> found, Optional<BigDecimal> expected) {
        assertThat(found.map(BigDecimal::stripTrailingZeros)).isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    }

    private void read(SampleFile file, RecordingSink sink) throws IOException {
        importer.read(file.open(), ReadContext.of(file.name()), sink);
    }
}
