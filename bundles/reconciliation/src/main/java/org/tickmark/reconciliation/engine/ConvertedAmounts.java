package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.RuleParameter;

/**
 * The amount in another currency that one of two rows has, by a rate of the day on which the bank valued its row, and that booked of the other.
 *
 * @param table name of the table with the rates
 * @param mostDays how many days older than that day the rate may be
 * @param basisPoints the most that they may differ, in ten-thousandths of the converted one
 */
record ConvertedAmounts(String table, int mostDays, int basisPoints) implements Compared {
    private static final String RATES = "rates";
    private static final String DAYS = "rate-days";
    private static final String BASIS_POINTS = "rate-basis-points";
    private static final int LONGEST_NAME = 100;
    private static final int WHOLE = 10_000;

    static List<RuleParameter> parameters() {
        return List.of(
                Parameters.text(RATES, LONGEST_NAME),
                Parameters.number(DAYS, 7, 0, 999),
                Parameters.number(BASIS_POINTS, 200, 0, WHOLE));
    }

    static ConvertedAmounts of(Map<String, String> settings) {
        String table = settings.get(RATES);
        if (table.isEmpty()) {
            throw Problem.error("rec.invalid", Wording.message("rule.no-rates"))
                    .advice(Wording.message("rule.no-rates.advice"))
                    .exception();
        }
        return new ConvertedAmounts(
                table, Integer.parseInt(settings.get(DAYS)), Integer.parseInt(settings.get(BASIS_POINTS)));
    }

    /** The table that a rule with these parameters converts by, if it does. */
    static Optional<String> tableOf(Map<String, String> parameters) {
        return CONVERTED.equals(parameters.get(AMOUNTS))
                ? Optional.ofNullable(parameters.get(RATES))
                : Optional.empty();
    }

    @Override
    public PairFinder.Filter near(Board board, Tolerance.Scaled tolerance) {
        return (bank, ledger) ->
                haveOne(board.rows(), bank, ledger) && tolerance.holds(bank, ledger) && isNear(board, bank, ledger);
    }

    private static boolean haveOne(Snapshot rows, int bank, int ledger) {
        return (rows.original(bank) == KeyReader.NONE) != (rows.original(ledger) == KeyReader.NONE);
    }

    private boolean isNear(Board board, int bank, int ledger) {
        Snapshot rows = board.rows();
        Optional<Rates.Converted> converted = converted(rows, bank, ledger);
        if (converted.isEmpty()) {
            board.lackRate(missing(board, bank, ledger), bank, ledger);
            return false;
        }
        BigDecimal size = converted.get().amount();
        BigDecimal apart =
                size.subtract(rows.amount(other(rows, bank, ledger)).abs()).abs();
        return apart.multiply(BigDecimal.valueOf(WHOLE)).compareTo(size.multiply(BigDecimal.valueOf(basisPoints))) <= 0;
    }

    private Optional<Rates.Converted> converted(Snapshot rows, int bank, int ledger) {
        Entry.Original original = original(rows, bank, ledger);
        Entry.Original size = new Entry.Original(original.amount().abs(), original.currency());
        return rows.rates().convert(table, size, rows.currency(), day(rows, bank), mostDays);
    }

    /** The row whose amount is converted. */
    private static int foreign(Snapshot rows, int bank, int ledger) {
        return rows.original(bank) == KeyReader.NONE ? ledger : bank;
    }

    private static int other(Snapshot rows, int bank, int ledger) {
        return rows.original(bank) == KeyReader.NONE ? bank : ledger;
    }

    private static Entry.Original original(Snapshot rows, int bank, int ledger) {
        return rows.contents(foreign(rows, bank, ledger)).original().orElseThrow();
    }

    private static LocalDate day(Snapshot rows, int bank) {
        return rows.contents(bank).valueDate().orElse(rows.date(bank));
    }

    private MissingRate missing(Board board, int bank, int ledger) {
        Snapshot rows = board.rows();
        return new MissingRate(
                day(rows, bank),
                original(rows, bank, ledger).currency(),
                rows.currency(),
                board.ruleName(),
                table,
                mostDays);
    }

    @Override
    public void tell(Snapshot rows, int bank, int ledger, List<Message> reasons) {
        Rates.Converted converted = converted(rows, bank, ledger).orElseThrow();
        Rates.Rate by = converted.by();
        BigDecimal size = converted.amount();
        reasons.add(Wording.message(
                "evidence.converted",
                rows.originalText(foreign(rows, bank, ledger)),
                rows.amountText(rows.scaled(bank) < 0 ? size.negate() : size),
                by.table(),
                by.quantity(),
                by.base(),
                by.rate().stripTrailingZeros().toPlainString(),
                by.quote(),
                Wording.date(by.day())));
    }
}
