package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordedStatement.Proof;
import org.tickmark.testkit.importer.RecordingSink;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.SampleFolder;
import org.tickmark.testkit.importer.SampleFolder.ExpectedRow;

/** Reads the sample files that lie beside the project, when they do, and compares with the totals that come with them. */
class CsvSamplesTest {
    private static final String WORKBOOK = ".xlsx";

    private final CsvImporter texts = new CsvImporter();
    private final XlsxImporter workbooks = new XlsxImporter();
    private final SampleFolder samples = SampleFolder.besideTheProject();

    @TestFactory
    Stream<DynamicTest> givesTheExpectedTotals() {
        return samples.expected("csv").entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> check(samples.file(file.getKey()), file.getValue())));
    }

    @Test
    void claimsTheTablesAndNoOthers() {
        for (Path file : samples.files()) {
            FileHead head = SampleFolder.read(file).head();
            boolean table = file.getParent().endsWith("csv");
            boolean workbook = file.toString().endsWith(WORKBOOK);
            assertThat(texts.probe(head) > 0).as(file.toString()).isEqualTo(table && !workbook);
            assertThat(workbooks.probe(head) > 0).as(file.toString()).isEqualTo(table && workbook);
        }
    }

    private void check(SampleFile file, List<ExpectedRow> rows) throws IOException {
        RecordingSink sink = new RecordingSink();
        StatementImporter importer = file.name().endsWith(WORKBOOK) ? workbooks : texts;
        importer.read(file.open(), ReadContext.of(file.name()), sink);

        assertThat(sink.errors()).isEmpty();
        assertThat(sink.statements()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            check(sink.statements().get(i), rows.get(i));
        }
    }

    private static void check(RecordedStatement statement, ExpectedRow row) {
        assertThat(statement.header().account().number())
                .isEqualTo(AccountId.bban(row.account()).number());
        assertThat(statement.header().currency()).isEqualTo(row.currency());
        assertThat(statement.count()).isEqualTo(row.transactions().orElseThrow());
        assertThat(statement.sum()).isEqualByComparingTo(row.sum());
        assertSame(statement.opening(), row.opening());
        assertSame(statement.closing(), row.closing());
        assertThat(statement.proof() == Proof.FAILED).isEqualTo(row.note().contains("proof=FAIL"));
    }

    private static void assertSame(Optional<BigDecimal> found, Optional<BigDecimal> expected) {
        assertThat(found.map(BigDecimal::stripTrailingZeros)).isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    }
}
