package org.tickmark.importer.sie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
class SieSamplesTest {
    private static final String ALL_ACCOUNTS = "*";

    private final SieImporter importer = new SieImporter();
    private final SampleFolder samples = SampleFolder.besideTheProject();

    @TestFactory
    Stream<DynamicTest> givesTheExpectedTotals() {
        return samples.expected("sie").entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> check(samples.file(file.getKey()), file.getValue())));
    }

    @Test
    void claimsTheSieFilesAndNoOthers() {
        for (Path file : samples.files()) {
            boolean sie = file.getParent().endsWith("sie")
                    && !file.getFileName().toString().startsWith("bad-");
            assertThat(importer.probe(SampleFolder.read(file).head()) > 0)
                    .as(file.toString())
                    .isEqualTo(sie);
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
        for (ExpectedRow row : rows) {
            if (row.account().equals(ALL_ACCOUNTS)) {
                checkAll(sink.statements(), row);
            } else {
                check(account(sink, row.account()), row);
            }
        }
    }

    private static RecordedStatement account(RecordingSink sink, String number) {
        return sink.statements().stream()
                .filter(statement -> statement.header().account().number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static void check(RecordedStatement statement, ExpectedRow row) {
        assertThat(statement.count())
                .as(row.account())
                .isEqualTo(row.transactions().orElseThrow());
        assertThat(statement.sum()).as(row.account()).isEqualByComparingTo(row.sum());
        assertSame(row.account() + " opening", statement.opening(), row.opening());
        assertSame(row.account() + " closing", statement.closing(), row.closing());
    }

    private static void checkAll(List<RecordedStatement> statements, ExpectedRow row) {
        assertThat(statements.stream().mapToInt(RecordedStatement::count).sum())
                .isEqualTo(row.transactions().orElseThrow());
        assertThat(total(statements, statement -> Optional.of(statement.sum())).orElse(BigDecimal.ZERO))
                .isEqualByComparingTo(row.sum());
        assertSame("opening of all", total(statements, RecordedStatement::opening), row.opening());
        // Of all accounts the expected numbers add up #UB alone: the balance accounts, classes 1 and 2 of the BAS
        // chart.
        List<RecordedStatement> balanceAccounts = statements.stream()
                .filter(statement -> statement.header().account().number().matches("[12].*"))
                .toList();
        assertSame("closing of all", total(balanceAccounts, RecordedStatement::closing), row.closing());
    }

    private static Optional<BigDecimal> total(
            List<RecordedStatement> statements, Function<RecordedStatement, Optional<BigDecimal>> part) {
        return statements.stream().map(part).flatMap(Optional::stream).reduce(BigDecimal::add);
    }

    private static void assertSame(String what, Optional<BigDecimal> found, Optional<BigDecimal> expected) {
        assertThat(found.map(BigDecimal::stripTrailingZeros))
                .as(what)
                .isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    }
}
