package org.tickmark.importer.csv;

import java.math.BigDecimal;
import java.util.Optional;

/** How the amount of a row is read and signed. For one thread. */
final class AmountRule {
    private final Columns columns;
    private final Side side;
    private final Sign sign;
    private final char decimal;
    private final boolean grouped;
    private final boolean minusSigned;
    private final AmountCell cell = new AmountCell();
    private int failed;

    /**
     * A rule.
     *
     * @param decimal the decimal mark
     * @param grouped whether thousands may be parted
     * @param minusSigned whether amounts in the column of money out are negative already
     */
    AmountRule(Columns columns, Side side, Sign sign, char decimal, boolean grouped, boolean minusSigned) {
        this.columns = columns;
        this.side = side;
        this.sign = sign;
        this.decimal = decimal;
        this.grouped = grouped;
        this.minusSigned = minusSigned;
    }

    Side side() {
        return side;
    }

    Sign sign() {
        return sign;
    }

    char decimal() {
        return decimal;
    }

    /** Column of amounts that make the balance smaller; {@link Columns#NONE} where there is but one column. */
    int minus() {
        if (columns.has(Role.OUT)) {
            return columns.at(Role.OUT);
        }
        return columns.at(side == Side.BANK ? Role.DEBIT : Role.CREDIT);
    }

    /** Column of amounts that make the balance larger; {@link Columns#NONE} where there is but one column. */
    int plus() {
        if (columns.has(Role.IN)) {
            return columns.at(Role.IN);
        }
        return columns.at(side == Side.BANK ? Role.CREDIT : Role.DEBIT);
    }

    /** Whether no cell holds the row's amount. */
    boolean isMissing(Row row) {
        return columns.hasPair() ? row.isEmpty(minus()) && row.isEmpty(plus()) : row.isEmpty(columns.at(Role.AMOUNT));
    }

    /** The signed amount of a row; empty if {@link #failed} cannot be read. */
    Optional<BigDecimal> amount(Row row) {
        failed = Columns.NONE;
        Optional<BigDecimal> amount = columns.hasPair() ? pair(row) : single(row);
        return sign == Sign.INVERTED ? amount.map(BigDecimal::negate) : amount;
    }

    /** The column that could not be read. */
    int failed() {
        return failed;
    }

    /** An amount as it stands in a column. */
    Optional<BigDecimal> plain(Row row, int column) {
        boolean typed = row.isTyped(column);
        Optional<BigDecimal> value = cell.read(row.chars(), row.start(column), row.end(column))
                ? cell.value(typed ? AmountEvidence.POINT : decimal, grouped && !typed)
                : Optional.empty();
        if (value.isEmpty()) {
            failed = column;
        }
        return value;
    }

    private Optional<BigDecimal> pair(Row row) {
        if (row.isEmpty(minus())) {
            return plain(row, plus());
        }
        Optional<BigDecimal> out = plain(row, minus()).map(amount -> minusSigned ? amount : amount.negate());
        if (row.isEmpty(plus()) || out.isEmpty()) {
            return out;
        }
        return plain(row, plus()).map(in -> join(out.get(), in));
    }

    /** A zero in the other column only fills it. */
    private static BigDecimal join(BigDecimal out, BigDecimal in) {
        if (out.signum() == 0) {
            return in;
        }
        return in.signum() == 0 ? out : out.add(in);
    }

    private Optional<BigDecimal> single(Row row) {
        Optional<BigDecimal> amount = plain(row, columns.at(Role.AMOUNT));
        if (!columns.has(Role.FLAG) || amount.isEmpty()) {
            return amount;
        }
        return flagged(row, amount.get().abs());
    }

    private Optional<BigDecimal> flagged(Row row, BigDecimal size) {
        Optional<BigDecimal> amount =
                switch (Flag.of(row.text(columns.at(Role.FLAG)))) {
                    case IN -> Optional.of(size);
                    case OUT -> Optional.of(size.negate());
                    case DEBIT -> Optional.of(side == Side.BANK ? size.negate() : size);
                    case CREDIT -> Optional.of(side == Side.BANK ? size : size.negate());
                    case NONE -> Optional.empty();
                };
        if (amount.isEmpty()) {
            failed = columns.at(Role.FLAG);
        }
        return amount;
    }
}
