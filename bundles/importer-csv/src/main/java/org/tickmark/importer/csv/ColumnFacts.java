package org.tickmark.importer.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the cells of one column are like. */
final class ColumnFacts {
    private static final int MOST_VALUES = 200;
    private static final int ACCOUNT_DIGITS = 3;
    private static final int FEW_ROWS = 4;
    private static final int LONGEST_WORD = 40;

    private int rows;
    private int filled;
    private int dates;
    private int amounts;
    private int dressed;
    private int currencies;
    private int flags;
    private int statuses;
    private int accounts;
    private int letters;
    private final Set<String> values = new HashSet<>();

    private ColumnFacts() {}

    /** The facts of a column over these rows. */
    static ColumnFacts of(List<Table.Line> lines, int column) {
        ColumnFacts facts = new ColumnFacts();
        DateCell date = new DateCell();
        AmountCell amount = new AmountCell();
        lines.forEach(line -> facts.add(line.cell(column), date, amount));
        return facts;
    }

    private void add(String cell, DateCell date, AmountCell amount) {
        rows++;
        if (cell.isEmpty()) {
            return;
        }
        filled++;
        String folded = cell.length() <= LONGEST_WORD ? Words.fold(cell) : "";
        boolean isAmount = amount.read(cell);
        dates += date.isDate(cell) || Words.PENDING.contains(folded) ? 1 : 0;
        amounts += isAmount ? 1 : 0;
        dressed += isAmount && amount.isDressed() ? 1 : 0;
        currencies += cell.length() <= LONGEST_WORD && Currencies.code(cell).isPresent() ? 1 : 0;
        flags += cell.length() <= LONGEST_WORD && Flag.isFlag(cell) ? 1 : 0;
        statuses += Words.BOOKED.contains(folded) || Words.PENDING.contains(folded) ? 1 : 0;
        accounts += digits(cell) >= ACCOUNT_DIGITS ? 1 : 0;
        letters += cell.chars().anyMatch(Character::isLetter) ? 1 : 0;
        if (values.size() < MOST_VALUES) {
            values.add(cell);
        }
    }

    private static int digits(String cell) {
        return (int) cell.chars().filter(Character::isDigit).count();
    }

    /** Whether no cell holds anything. */
    boolean isEmpty() {
        return filled == 0;
    }

    /** Whether every row has something here. */
    boolean isFull() {
        return filled == rows;
    }

    /** Whether most cells are dates; true for an empty column. */
    boolean mayBeDates() {
        return 2 * dates >= filled;
    }

    /** Whether nearly all cells are dates, and there are some. */
    boolean areDates() {
        return filled > 0 && 10 * dates >= 9 * filled && 2 * filled > rows;
    }

    /** Whether most cells are amounts; true for an empty column. */
    boolean mayBeAmounts() {
        return 2 * amounts >= filled;
    }

    /** Whether nearly all cells are amounts, some with a sign or decimals, and not dates. */
    boolean areAmounts() {
        return filled > 0 && 10 * amounts >= 9 * filled && dressed > 0 && 2 * dates < filled;
    }

    /** Whether nearly all cells are currencies; true for an empty column. */
    boolean mayBeCurrencies() {
        return 10 * currencies >= 9 * filled;
    }

    /** Whether every cell says which way money went, and there are some. */
    boolean areFlags() {
        return filled > 0 && flags == filled;
    }

    /** Whether every cell is a known status, and there are some. */
    boolean areStatuses() {
        return filled > 0 && statuses == filled;
    }

    /** Whether every row names an account, and not each its own. */
    boolean mayBeOwnAccount() {
        boolean repeats = rows < FEW_ROWS || values.size() < rows;
        return rows == 0 || (isFull() && accounts == filled && repeats);
    }

    /** Whether every row has the same. */
    boolean isConstant() {
        return isFull() && values.size() <= 1;
    }

    /** Whether some cell holds letters. */
    boolean holdsLetters() {
        return letters > 0;
    }

    /** The different cells, as far as they were kept. */
    Set<String> values() {
        return values;
    }
}
