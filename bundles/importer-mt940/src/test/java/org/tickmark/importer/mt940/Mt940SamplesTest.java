package org.tickmark.importer.mt940;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
class Mt940SamplesTest {
    private static final String BAD = "mt940/bad-";

    private final Mt940Importer importer = new Mt940Importer();
    private final SampleFolder samples = SampleFolder.besideTheProject();

    @TestFactory
    Stream<DynamicTest> givesTheExpectedTotals() {
        return samples.expected("mt940").entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> check(file.getKey(), file.getValue())));
    }

    @Test
    void claimsItsFilesAndNoOthers() {
        for (Path file : samples.files()) {
            boolean own = file.getParent().endsWith("mt940")
                    && !file.getFileName().toString().equals("bad-invalid_statement.sta");
            assertThat(importer.probe(SampleFolder.read(file).head()) > 0)
                    .as(file.toString())
                    .isEqualTo(own);
        }
    }

    private void check(String name, List<ExpectedRow> rows) throws IOException {
        SampleFile file = samples.file(name);
        RecordingSink sink = new RecordingSink();
        if (name.startsWith(BAD)) {
            // Fragments of messages: their expected numbers are those of a reader that takes whatever it finds.
            TickmarkException refused = catchThrowableOfType(TickmarkException.class, () -> read(file, sink));
            assertThat(refused.problem().code()).matches("E[123]\\..*");
            return;
        }
        read(file, sink);
        assertThat(sink.errors()).isEmpty();
        Map<String, List<RecordedStatement>> accounts = sink.statements().stream()
                .collect(Collectors.groupingBy(
                        statement -> statement.header().account().number(), LinkedHashMap::new, Collectors.toList()));
        assertThat(accounts).hasSameSizeAs(rows);
        for (ExpectedRow row : rows) {
            check(statementsOf(accounts, row), row);
        }
    }

    /** The expected numbers leave a currency that is glued to an account number where it is. */
    private static List<RecordedStatement> statementsOf(
            Map<String, List<RecordedStatement>> accounts, ExpectedRow row) {
        String glued = row.account().replace(" ", "");
        String bare = glued.replaceAll(row.currency() + "$", "");
        return accounts.getOrDefault(bare, accounts.getOrDefault(glued, List.of()));
    }

    private static void check(List<RecordedStatement> statements, ExpectedRow row) {
        assertThat(statements).as(row.account()).isNotEmpty();
        assertThat(statements)
                .allMatch(statement -> statement.header().currency().equals(row.currency()));
        assertThat(statements.stream().mapToInt(RecordedStatement::count).sum())
                .isEqualTo(row.transactions().orElseThrow());
        assertThat(statements.stream().map(RecordedStatement::sum).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(row.sum());
        assertSame(statements.get(0).opening(), row.opening());
        assertSame(statements.get(statements.size() - 1).closing(), row.closing());
    }

    private static void assertSame(Optional<BigDecimal> found, Optional<BigDecimal> expected) {
        assertThat(found.map(BigDecimal::stripTrailingZeros)).isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    }

    private void read(SampleFile file, RecordingSink sink) throws IOException {
        importer.read(file.open(), ReadContext.of(file.name()), sink);
    }
}
