package org.tickmark.importer.bai2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
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
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.SampleFolder;
import org.tickmark.testkit.importer.SampleFolder.ExpectedRow;

/** Reads the sample files that lie beside the project, when they do, and compares with the totals that come with them. */
class Bai2SamplesTest {
    private final Bai2Importer importer = new Bai2Importer();
    private final SampleFolder samples = SampleFolder.besideTheProject();

    @TestFactory
    Stream<DynamicTest> givesTheExpectedTotals() {
        return samples.expected("bai2").entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> check(samples.file(file.getKey()), file.getValue())));
    }

    @Test
    void claimsItsFilesAndNoOthers() {
        for (Path file : samples.files()) {
            assertThat(importer.probe(SampleFolder.read(file).head()) > 0)
                    .as(file.toString())
                    .isEqualTo(file.getParent().endsWith("bai2")
                            && !file.getFileName().toString().contains("parseError"));
        }
    }

    private void check(SampleFile file, List<ExpectedRow> rows) throws IOException {
        RecordingSink sink = new RecordingSink();
        if (rows.get(0).isRefusal()) {
            TickmarkException refused = catchThrowableOfType(TickmarkException.class, () -> read(file, sink));
            assertThat(refused.problem().code()).isEqualTo("E2.not-bai2");
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
        assertThat(statement.header().account().number()).isEqualTo(row.account());
        assertThat(statement.header().currency()).isEqualTo(row.currency());
        assertThat(statement.count()).isEqualTo(row.transactions().orElseThrow());
        assertThat(statement.sum()).isEqualByComparingTo(row.sum());
        assertSame(statement.opening(), row.opening());
        assertSame(statement.closing(), row.closing());
    }

    private static void assertSame(Optional<BigDecimal> found, Optional<BigDecimal> expected) {
        assertThat(found.map(BigDecimal::stripTrailingZeros)).isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    }

    private void read(SampleFile file, RecordingSink sink) throws IOException {
        importer.read(file.open(), ReadContext.of(file.name()), sink);
    }
}
