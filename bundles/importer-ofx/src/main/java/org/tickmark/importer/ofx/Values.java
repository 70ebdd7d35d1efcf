package org.tickmark.importer.ofx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.kit.lines.Days;
import org.tickmark.kit.money.Amounts;

/** Reads the values of elements. For one thread. */
final class Values {
    private static final int LONGEST_AMOUNT = 40;
    private static final int DATE_DIGITS = 8;
    private static final int GROUP = 3;

    private final Days days = new Days();

    /**
     * An amount with a sign or none and a decimal point or comma; the other mark may part groups of three digits.
     *
     * @param currency in which it is; a comma before three digits is no decimal mark unless the currency has so many decimals, and so cannot be read
     */
    static Optional<BigDecimal> amount(String text, String currency) {
        if (text.isEmpty() || text.length() > LONGEST_AMOUNT) {
            return Optional.empty();
        }
        boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
        String number = signed ? text.substring(1) : text;
        Optional<String> plain = plain(number, currency);
        return plain.map(digits -> text.charAt(0) == '-' ? new BigDecimal(digits).negate() : new BigDecimal(digits));
    }

    /** The number with a decimal point, if any, and nothing between its digits. */
    private static Optional<String> plain(String number, String currency) {
        int mark = decimalMark(number);
        if (isAmbiguous(number, mark, currency)) {
            return Optional.empty();
        }
        String whole = mark < 0 ? number : number.substring(0, mark);
        String fraction = mark < 0 ? "" : number.substring(mark + 1);
        if (!isGrouped(whole) || !isDigits(fraction) || whole.length() + fraction.length() == 0) {
            return Optional.empty();
        }
        String digits = whole.replace(".", "").replace(",", "");
        return Optional.of(fraction.isEmpty() ? "0" + digits : "0" + digits + "." + fraction);
    }

    /** Where the decimal mark is: the last point or comma, unless there are more of its kind and none of the other; -1 for nowhere. */
    private static int decimalMark(String number) {
        int point = number.lastIndexOf('.');
        int comma = number.lastIndexOf(',');
        int mark = Math.max(point, comma);
        boolean both = point >= 0 && comma >= 0;
        boolean repeated = mark >= 0 && number.indexOf(number.charAt(mark)) != mark;
        return repeated && !both ? -1 : mark;
    }

    /** A comma behind one to three digits, the first no zero, and before three. */
    private static boolean isAmbiguous(String number, int mark, String currency) {
        return mark > 0
                && mark <= GROUP
                && number.charAt(0) != '0'
                && number.charAt(mark) == ','
                && number.indexOf('.') < 0
                && number.length() - mark - 1 == GROUP
                && Amounts.minorUnits(currency) < GROUP;
    }

    /** Whether there are digits alone, or groups of three behind a first one of up to three, parted by one kind of mark. */
    private static boolean isGrouped(String whole) {
        int first = firstMark(whole);
        if (first < 0) {
            return isDigits(whole);
        }
        char mark = whole.charAt(first);
        boolean good = first > 0 && first <= GROUP && (whole.length() - first) % (GROUP + 1) == 0;
        for (int i = 0; good && i < whole.length(); i++) {
            boolean expected = i >= first && (i - first) % (GROUP + 1) == 0;
            char letter = whole.charAt(i);
            good = expected ? letter == mark : letter >= '0' && letter <= '9';
        }
        return good;
    }

    private static int firstMark(String whole) {
        for (int i = 0; i < whole.length(); i++) {
            if (whole.charAt(i) == '.' || whole.charAt(i) == ',') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * The day of a date and time such as {@code 20261122}, {@code 20261122120000.000[-5:EST]} or {@code 2026-11-22}: the one on the bank's clock, as
     * written.
     */
    Optional<LocalDate> day(String text) {
        String plain = text.length() > DATE_DIGITS && text.charAt(4) == '-' ? text.replace("-", "") : text;
        if (plain.length() < DATE_DIGITS || !isDigits(plain.substring(0, DATE_DIGITS))) {
            return Optional.empty();
        }
        return days.of(Integer.parseInt(plain.substring(0, DATE_DIGITS)));
    }
}
