package org.tickmark.importer.csv.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The numbers of a workbook as texts: exact, but for what binary numbers add. Immutable. */
final class Numbers {
    /** So many digits a spreadsheet shows; those behind them are what is left of a binary number. */
    private static final int SHOWN_DIGITS = 15;
    /** No binary number has a larger exponent. */
    private static final int MOST_EXPONENT = 308;

    private static final int LONGEST = 400;
    private static final int SECONDS = 24 * 60 * 60;
    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    /** The day that only spreadsheets know, which they count for the sake of an old program: 29 February 1900. */
    private static final int NO_DAY = 60;

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final boolean from1904;

    /**
     * Numbers.
     *
     * @param from1904 whether days are counted from 1904 on, as workbooks of old Macintosh programs have it
     */
    Numbers(boolean from1904) {
        this.from1904 = from1904;
    }

    /** A number as it stands in a workbook; empty if it is none. */
    static Optional<BigDecimal> number(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.precision() - number.scale()) > MOST_EXPONENT
                            || Math.abs(number.scale()) > LONGEST
                    ? Optional.empty()
                    : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number as text: as it stands, without exponent; one with decimals and more digits than a spreadsheet shows is rounded to those. */
    static String plain(BigDecimal number) {
        boolean noisy = number.scale() > 0 && number.precision() > SHOWN_DIGITS;
        BigDecimal rounded = noisy
                ? number.round(new MathContext(SHOWN_DIGITS, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros()
                : number;
        return rounded.toPlainString();
    }

    /** A number as the day and time that it is shown as; as a number if there is no such day. */
    String day(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(LAST_DAY) > 0) {
            return plain(serial);
        }
        long seconds = serial.multiply(BigDecimal.valueOf(SECONDS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long day = seconds / SECONDS;
        String time = TIME.format(LocalTime.ofSecondOfDay(seconds % SECONDS));
        if (day == 0 && !from1904) {
            return time;
        }
        return seconds % SECONDS == 0 ? date(day) : date(day) + " " + time;
    }

    private String date(long day) {
        if (from1904) {
            return DAY_ZERO_1904.plusDays(day).toString();
        } else if (day == NO_DAY) {
            return "1900-02-29";
        }
        return DAY_ZERO_1900.plusDays(day < NO_DAY ? day + 1 : day).toString();
    }
}
