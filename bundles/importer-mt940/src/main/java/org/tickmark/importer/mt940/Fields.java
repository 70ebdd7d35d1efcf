package org.tickmark.importer.mt940;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.Days;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineProblems.Field;
import org.tickmark.kit.lines.LineReader;
import org.tickmark.kit.money.Amounts;

/** Reads the fields of the line at hand that stand in the head and at the end of a statement. Each is given where its value begins. */
final class Fields {
    private static final int CURRENCY = 3;
    private static final int TIME_LENGTH = 15;
    private static final int YEARS = 10_000;

    private final LineReader lines;
    private final Dates dates;
    private final LineProblems problems;

    /** A field :90D: or :90C:, and whether its sum has all decimals of its currency. */
    record TotalsLine(Statement.Totals totals, String currency, boolean whole) {}

    Fields(LineReader lines, Dates dates, LineProblems problems) {
        this.lines = lines;
        this.dates = dates;
        this.problems = problems;
    }

    /** A text without blanks around it. */
    String reference(int from) {
        return problems.text(from, lines.end()).strip();
    }

    /** The currency that a field begins with; empty when it does not. */
    String currency(int from) {
        int to = Math.min(from + CURRENCY, lines.end());
        return BalanceLine.isCurrency(lines.buffer(), from, to) ? lines.latin(from, to) : "";
    }

    /** A balance; nothing, and a problem told, when it cannot be read. */
    Optional<BalanceLine> balance(int from) {
        return BalanceLine.read(lines, from, dates, problems);
    }

    /** The number of a statement; nothing when it has none, which zeros say too. */
    Optional<Long> sequence(int from) {
        return positive(from, slash(from));
    }

    /** The page of a statement, behind the slash; nothing when there is none. */
    Optional<Integer> page(int from) {
        int start = Math.min(slash(from) + 1, lines.end());
        return positive(start, slash(start))
                .filter(page -> page <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }

    /** The time of a report, {@code 2611221815+0100}; nothing without its zone. */
    Optional<Instant> instant(int from) {
        byte[] bytes = lines.buffer();
        if (lines.end() - from < TIME_LENGTH || (bytes[from + 10] != '+' && bytes[from + 10] != '-')) {
            return Optional.empty();
        }
        int date = (int) Ascii.number(bytes, from, from + 6);
        int time = (int) Ascii.number(bytes, from + 6, from + 10);
        int zone = (int) Ascii.number(bytes, from + 11, from + TIME_LENGTH);
        if (date < 0 || time < 0 || zone < 0) {
            return Optional.empty();
        }
        try {
            int sign = bytes[from + 10] == '-' ? -1 : 1;
            ZoneOffset offset = ZoneOffset.ofHoursMinutes(sign * (zone / 100), sign * (zone % 100));
            LocalTime clock = LocalTime.of(time / 100, time % 100);
            Optional<LocalDate> day = new Days().of(Days.year(date / YEARS) * YEARS + date % YEARS);
            return day.map(known -> known.atTime(clock).toInstant(offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Number, currency and sum; nothing, and a problem told, when they cannot be read. */
    Optional<TotalsLine> totals(int from) {
        byte[] bytes = lines.buffer();
        int to = MtAmount.endWithoutBlanks(lines);
        int currencyStart = from;
        while (currencyStart < to && Ascii.isDigit(bytes[currencyStart])) {
            currencyStart++;
        }
        long count = Ascii.number(bytes, from, currencyStart);
        if (count < 0) {
            problems.field(Field.NUMBER, Math.min(from, to), to, "2");
            return Optional.empty();
        }
        int amountStart = Math.min(currencyStart + CURRENCY, to);
        if (!BalanceLine.isCurrency(bytes, currencyStart, amountStart)) {
            problems.field(Field.CURRENCY, currencyStart, amountStart, "EUR");
            return Optional.empty();
        }
        String currency = lines.latin(currencyStart, amountStart);
        Optional<BigDecimal> sum = MtAmount.read(bytes, amountStart, to);
        if (sum.isEmpty()) {
            problems.field(Field.AMOUNT, amountStart, to, "1234,56");
        }
        return sum.map(value -> new TotalsLine(
                new Statement.Totals(count, value), currency, value.scale() >= Amounts.minorUnits(currency)));
    }

    private Optional<Long> positive(int from, int to) {
        int end = to;
        while (end > from && lines.buffer()[end - 1] == ' ') {
            end--;
        }
        long number = Ascii.number(lines.buffer(), from, end);
        return number > 0 ? Optional.of(number) : Optional.empty();
    }

    private int slash(int from) {
        int i = from;
        while (i < lines.end() && lines.buffer()[i] != '/') {
            i++;
        }
        return i;
    }
}
