package org.tickmark.testkit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.testkit.importer.SampleFolder.ExpectedRow;

/**
 * Compares what was read with the rows of a {@link SampleFolder}: of each account and currency the number and the sum of its booked entries, its first
 * opening and its last closing. A row with the account {@code *} stands for all accounts, and says nothing of balances.
 */
public final class SampleTotals {
    private static final String ALL = "*";

    private final RecordingSink sink;

    private SampleTotals(RecordingSink sink) {
        this.sink = sink;
    }

    /**
     * Compares each row.
     *
     * @throws AssertionError if one differs
     */
    public static void check(RecordingSink sink, List<ExpectedRow> rows) {
        SampleTotals totals = new SampleTotals(sink);
        rows.forEach(totals::check);
    }

    private void check(ExpectedRow row) {
        String where = row.account() + " " + row.currency();
        boolean all = row.account().equals(ALL);
        List<RecordedStatement> statements = sink.statements().stream()
                .filter(statement -> all || isOf(statement, row))
                .toList();
        assertThat(statements.stream().mapToInt(RecordedStatement::count).sum())
                .as("entries of %s", where)
                .isEqualTo(row.transactions().orElseThrow());
        assertThat(statements.stream().map(RecordedStatement::sum).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("sum of %s", where)
                .isEqualByComparingTo(row.sum());
        if (!all) {
            assertThat(statements).as("statements of %s", where).isNotEmpty();
            assertSame(where + " opening", statements.get(0).opening(), row.opening());
            assertSame(where + " closing", statements.get(statements.size() - 1).closing(), row.closing());
        }
    }

    private static boolean isOf(RecordedStatement statement, ExpectedRow row) {
        String account = row.account().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return statement.header().account().number().equals(account)
                && (row.currency().isEmpty() || statement.header().currency().equalsIgnoreCase(row.currency()));
    }

    private static void assertSame(String what, Optional<BigDecimal> found, Optional<BigDecimal> expected) {
        assertThat(found.map(BigDecimal::stripTrailingZeros))
                .as(what)
                .isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    }
}
