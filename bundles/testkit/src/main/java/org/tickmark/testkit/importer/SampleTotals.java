package org.tickmark.testkit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickmark.testkit.importer.SampleFolder.ExpectedRow;

/**
 * Compares what was read with the rows of a {@link SampleFolder}: of each account and currency the number and the sum of its booked entries, its first
 * opening and its last closing. Where an account has several rows, they are those of its statements in their order. A row with the account
 * {@code *} stands for all accounts, and says nothing of balances; without one no account may be told that has no row.
 */
public final class SampleTotals {
    private static final String ALL = "*";

    private final List<RecordedStatement> statements;

    private SampleTotals(List<RecordedStatement> statements) {
        this.statements = statements;
    }

    /**
     * Compares each row.
     *
     * @throws AssertionError if one differs
     */
    public static void check(RecordingSink sink, List<ExpectedRow> rows) {
        SampleTotals totals = new SampleTotals(sink.statements());
        rows.stream()
                .collect(Collectors.groupingBy(SampleTotals::name, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(totals::checkAccount);
        if (rows.stream().noneMatch(row -> row.account().equals(ALL))) {
            assertThat(sink.statements()).as("statements of other accounts").allMatch(statement -> rows.stream()
                    .anyMatch(row -> isOf(statement, row)));
        }
    }

    private void checkAccount(List<ExpectedRow> rows) {
        ExpectedRow first = rows.get(0);
        if (first.account().equals(ALL)) {
            checkEntries(statements, first);
            return;
        }
        List<RecordedStatement> own =
                statements.stream().filter(statement -> isOf(statement, first)).toList();
        if (rows.size() == 1) {
            check(own, first);
            return;
        }
        assertThat(own).as("statements of %s", name(first)).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            check(List.of(own.get(i)), rows.get(i));
        }
    }

    private static void check(List<RecordedStatement> own, ExpectedRow row) {
        assertThat(own).as("statements of %s", name(row)).isNotEmpty();
        checkEntries(own, row);
        assertSame(name(row) + " opening", own.get(0).opening(), row.opening());
        assertSame(name(row) + " closing", own.get(own.size() - 1).closing(), row.closing());
    }

    private static void checkEntries(List<RecordedStatement> own, ExpectedRow row) {
        assertThat(own.stream().mapToInt(RecordedStatement::count).sum())
                .as("entries of %s", name(row))
                .isEqualTo(row.transactions().orElseThrow());
        assertThat(own.stream().map(RecordedStatement::sum).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("sum of %s", name(row))
                .isEqualByComparingTo(row.sum());
    }

    /** A row may leave a currency that is glued to the number where it is. */
    private static boolean isOf(RecordedStatement statement, ExpectedRow row) {
        String account = row.account().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        String number = statement.header().account().number();
        String currency = statement.header().currency();
        return (number.equals(account) || account.equals(number + currency))
                && (row.currency().isEmpty() || currency.equalsIgnoreCase(row.currency()));
    }

    private static String name(ExpectedRow row) {
        return row.account() + " " + row.currency();
    }

    private static void assertSame(String what, Optional<BigDecimal> found, Optional<BigDecimal> expected) {
        assertThat(found.map(BigDecimal::stripTrailingZeros))
                .as(what)
                .isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    }
}
