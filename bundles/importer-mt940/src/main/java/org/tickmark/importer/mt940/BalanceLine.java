package org.tickmark.importer.mt940;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineProblems.Field;
import org.tickmark.kit.lines.LineReader;
import org.tickmark.kit.money.Amounts;

/**
 * A balance: mark, date, currency, amount.
 *
 * @param amount signed: positive is in favour of the account's owner
 * @param currency ISO 4217 code
 * @param whole whether the amount has all decimals of its currency, so that nothing of it can be missing
 */
record BalanceLine(BigDecimal amount, String currency, Optional<LocalDate> date, boolean whole) {
    private static final int DATE = 6;
    private static final int CURRENCY = 3;

    /** The balance of the line at hand; nothing, and a problem told, when mark, currency or amount cannot be read. */
    static Optional<BalanceLine> read(LineReader lines, int from, Dates dates, LineProblems problems) {
        byte[] bytes = lines.buffer();
        int to = MtAmount.endWithoutBlanks(lines);
        byte mark = from < to ? bytes[from] : 0;
        if (mark != 'C' && mark != 'D') {
            problems.field(Field.CODE, from, Math.min(from + 1, to), "C, D");
            return Optional.empty();
        }
        int currencyStart = Math.min(from + 1 + DATE, to);
        int amountStart = Math.min(currencyStart + CURRENCY, to);
        Optional<LocalDate> date = dates.valueDate(from + 1, currencyStart);
        if (!isCurrency(bytes, currencyStart, amountStart)) {
            problems.field(Field.CURRENCY, currencyStart, amountStart, "EUR");
            return Optional.empty();
        }
        String currency = lines.latin(currencyStart, amountStart);
        Optional<BigDecimal> amount = MtAmount.read(bytes, amountStart, to);
        if (amount.isEmpty()) {
            problems.field(Field.AMOUNT, amountStart, to, "1234,56");
        }
        return amount.map(value -> new BalanceLine(
                mark == 'D' ? value.negate() : value, currency, date, value.scale() >= Amounts.minorUnits(currency)));
    }

    /** Whether these are three letters. */
    static boolean isCurrency(byte[] bytes, int from, int to) {
        return to - from == CURRENCY
                && Ascii.isUpper(bytes[from])
                && Ascii.isUpper(bytes[from + 1])
                && Ascii.isUpper(bytes[from + 2]);
    }
}
