package org.tickmark.importer.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;

/**
 * Rows that are no entries but say something of them: opening and closing balances, turnovers, totals. A row with a date is one only if its label leaves
 * no doubt. For one thread.
 */
final class SpecialRows {
    /** What the label of a balance holds when a row has a date. */
    private static final List<String> BALANCE_WORDS =
            List.of("balan", "saldo", "solde", "bestand", "stand", "likutis", "atlikums", "brought", "carried");

    private static final boolean[] FIRST_LETTERS = new boolean[128];

    static {
        BALANCE_WORDS.forEach(word -> FIRST_LETTERS[word.charAt(0)] = true);
    }

    private static final int LONGEST_LABEL = 60;

    private final Layout layout;
    private final Columns columns;
    private final Fields fields;
    private final Statements statements;
    private boolean statesBalances;

    SpecialRows(Layout layout, Fields fields, Statements statements) {
        this.layout = layout;
        this.columns = layout.columns();
        this.fields = fields;
        this.statements = statements;
    }

    /** Takes a row if it is one of these. */
    boolean take(Row row, Optional<LocalDate> day) {
        boolean dated = day.isPresent();
        if (!dated && fields.startsWithDigit(row, columns.at(Role.BOOKING_DATE))) {
            return false;
        }
        BiPredicate<String, Set<String>> matches = dated ? Words::isOne : Words::begins;
        for (String label : labels(row, dated)) {
            Optional<Balance.Kind> kind =
                    !dated || isBalanceWord(label) ? Preamble.kind(label, matches) : Optional.empty();
            if (kind.isPresent()) {
                return takeBalance(row, kind.get(), dated);
            }
            if ((!dated || statesBalances) && matches.test(label, Words.TURNOVER)) {
                return takeTurnover(row, dated);
            }
            if (!dated && Words.isOne(label, Words.TOTAL)) {
                return takeTotal(row);
            }
        }
        return false;
    }

    private static boolean isBalanceWord(String label) {
        return BALANCE_WORDS.stream().anyMatch(label::contains);
    }

    /** Whether a label may be one of a balance or turnover: told without making texts, because nearly all rows are entries. */
    private static boolean mayBeSpecial(String label) {
        if (label.length() > LONGEST_LABEL) {
            return false;
        }
        for (int i = 0; i < label.length(); i++) {
            if (FIRST_LETTERS[Character.toLowerCase(label.charAt(i)) & 127] && holdsWord(label, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsWord(String label, int start) {
        return BALANCE_WORDS.stream().anyMatch(word -> label.regionMatches(true, start, word, 0, word.length()));
    }

    /** The label of a row with a date; every cell of another. */
    private List<String> labels(Row row, boolean dated) {
        if (dated) {
            String label = fields.label(row);
            return statesBalances || mayBeSpecial(label) ? List.of(Words.fold(label)) : List.of();
        }
        List<String> labels = new ArrayList<>();
        for (String text : row.texts()) {
            if (!text.isEmpty()) {
                labels.add(Words.fold(text));
            }
        }
        return labels;
    }

    private boolean takeBalance(Row row, Balance.Kind kind, boolean dated) {
        Optional<BigDecimal> amount = balance(row);
        amount.ifPresent(found -> {
            Statement.Stated stated = new Statement.Stated(kind, found);
            statesBalances = true;
            statementOf(row, dated)
                    .ifPresentOrElse(statement -> statement.state(stated), () -> statements.state(stated));
        });
        return amount.isPresent();
    }

    /** The balance column of a row, else its amount, else its only number. */
    private Optional<BigDecimal> balance(Row row) {
        int column = columns.at(Role.BALANCE);
        if (column != Columns.NONE && !row.isEmpty(column)) {
            return layout.amounts().plain(row, column);
        }
        if (!layout.amounts().isMissing(row)) {
            return layout.amounts().amount(row).or(() -> onlyNumber(row));
        }
        return onlyNumber(row);
    }

    private Optional<BigDecimal> onlyNumber(Row row) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (int column = 0; column < row.count(); column++) {
            if (!row.isEmpty(column)) {
                layout.amounts().plain(row, column).ifPresent(numbers::add);
            }
        }
        return numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
    }

    /** The statement that a row names by account and currency of its own. */
    private Optional<Statement> statementOf(Row row, boolean dated) {
        boolean named = dated && (columns.has(Role.ACCOUNT) || columns.has(Role.CURRENCY));
        return named
                ? fields.currency(row).map(currency -> statements.of(fields.account(row), currency, row.line()))
                : Optional.empty();
    }

    private boolean takeTurnover(Row row, boolean dated) {
        if (layout.amounts().isMissing(row)) {
            return false;
        }
        Optional<BigDecimal> amount = columns.has(Role.FLAG) ? layout.amounts().amount(row) : Optional.empty();
        ControlTotals totals = amount.map(sum -> sum.signum() < 0
                        ? totals(Optional.of(sum.negate()), Optional.empty())
                        : totals(Optional.empty(), Optional.of(sum)))
                .orElseGet(() -> pairTotals(row));
        tell(row, dated, totals);
        return true;
    }

    private boolean takeTotal(Row row) {
        if (layout.amounts().isMissing(row)) {
            return onlyNumber(row).isEmpty();
        }
        if (columns.hasPair()) {
            tell(row, false, pairTotals(row));
        } else {
            Optional<BigDecimal> sum =
                    columns.has(Role.FLAG) ? Optional.empty() : layout.amounts().amount(row);
            tell(row, false, new ControlTotals(Optional.empty(), sum, Optional.empty(), Optional.empty()));
        }
        return true;
    }

    private void tell(Row row, boolean dated, ControlTotals totals) {
        statementOf(row, dated)
                .ifPresentOrElse(statement -> statement.control(totals), () -> statements.control(totals));
    }

    /** Totals of the two columns; nothing where there is but one, whose turnover may be either way. */
    private ControlTotals pairTotals(Row row) {
        return columns.hasPair()
                ? totals(
                        size(row, layout.amounts().minus()),
                        size(row, layout.amounts().plus()))
                : totals(Optional.empty(), Optional.empty());
    }

    private Optional<BigDecimal> size(Row row, int column) {
        return row.isEmpty(column)
                ? Optional.empty()
                : layout.amounts().plain(row, column).map(BigDecimal::abs);
    }

    private static ControlTotals totals(Optional<BigDecimal> debits, Optional<BigDecimal> credits) {
        return new ControlTotals(Optional.empty(), Optional.empty(), credits, debits);
    }

    /** States the balances that stand before the table. */
    void statePreamble() {
        for (Preamble.Stated stated : layout.preamble().balances()) {
            amount(stated.cells()).ifPresent(amount -> statements.state(new Statement.Stated(stated.kind(), amount)));
        }
    }

    private Optional<BigDecimal> amount(List<String> cells) {
        AmountCell cell = new AmountCell();
        List<BigDecimal> amounts = new ArrayList<>();
        Set<String> texts = Set.copyOf(cells);
        for (String text : texts) {
            String value = text.substring(text.indexOf(':') + 1).strip();
            if (cell.read(value)) {
                cell.value(layout.amounts().decimal(), true).ifPresent(amounts::add);
            }
        }
        return amounts.size() == 1 ? Optional.of(amounts.get(0)) : Optional.empty();
    }
}
