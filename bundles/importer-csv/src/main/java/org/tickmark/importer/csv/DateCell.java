package org.tickmark.importer.csv;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * A cell taken as a date: three numbers, or two and the name of a month, in an order that the cell alone may not show; a time of day after it is
 * passed over. For one thread; holds what the last {@link #read} found.
 */
final class DateCell {
    private static final int PARTS = 3;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    /** Years of two digits from here on are of the last century. */
    private static final int CENTURY_BREAK = 80;
    /** How names of months begin, in English and the Nordic and German languages; the same month at every twelfth place. */
    private static final String[] MONTHS = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        "jan", "feb", "mrt", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "des",
        "jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"
    };

    private final int[] values = new int[PARTS];
    private final int[] digits = new int[PARTS];
    private char separator;
    /** Which part is the name of a month; -1 for none. */
    private int named;

    private char[] chars;
    private int position;
    private int lastNumber;
    private Optional<LocalDate> last = Optional.empty();
    private int end;

    /** Reads a cell; false if it has not the parts of a date. */
    boolean read(char[] source, int from, int to) {
        chars = source;
        position = from;
        end = to;
        separator = 0;
        named = -1;
        return readParts() && isTime();
    }

    /** Whether a text is a date in some order. */
    boolean isDate(String text) {
        return read(text.toCharArray(), 0, text.length())
                && (isPossible(DateOrder.YMD) || isPossible(DateOrder.DMY) || isPossible(DateOrder.MDY));
    }

    /** The date in a cell of a row, read in this order unless the cell's own is known. */
    Optional<LocalDate> date(Row row, int column, DateOrder order) {
        return !row.isEmpty(column) && read(row.chars(), row.start(column), row.end(column))
                ? date(row.isTyped(column) ? DateOrder.YMD : order)
                : Optional.empty();
    }

    /** What stands between the parts; 0 for nothing. */
    char separator() {
        return separator;
    }

    /** Whether the year has but two digits, so that any part might be it. */
    boolean isYearShort() {
        return named < 0 && digits[0] <= 2 && digits[2] <= 2;
    }

    /** Whether the month has a name, so that the order does not matter. */
    boolean isMonthNamed() {
        return named >= 0;
    }

    /** Whether it is a date in this order. */
    boolean isPossible(DateOrder order) {
        return date(order).isPresent();
    }

    /** The date in this order, if it is one. */
    Optional<LocalDate> date(DateOrder order) {
        if (named >= 0) {
            return dateByName();
        }
        return switch (order) {
            case YMD -> digits[2] > 2 ? Optional.empty() : date(0, 1, 2);
            case DMY -> digits[0] > 2 ? Optional.empty() : date(2, 1, 0);
            case MDY -> digits[0] > 2 ? Optional.empty() : date(2, 0, 1);
        };
    }

    /** With the month named, a year of four digits or else the last number is the year. */
    private Optional<LocalDate> dateByName() {
        int first = named == 0 ? 1 : 0;
        int last = named == 2 ? 1 : 2;
        return digits[first] > 2 ? date(first, named, last) : date(last, named, first);
    }

    private Optional<LocalDate> date(int year, int month, int day) {
        int y = digits[year] > 2 ? values[year] : values[year] + (values[year] < CENTURY_BREAK ? 2000 : 1900);
        int m = values[month];
        int d = values[day];
        boolean possible = digits[year] != 1 && digits[year] != 3 && y >= FIRST_YEAR && y <= LAST_YEAR;
        return possible && m >= 1 && m <= 12 && d >= 1 && d <= 31 ? day(y, m, d) : Optional.empty();
    }

    /** Rows of the same day come one after the other. */
    private Optional<LocalDate> day(int year, int month, int dayOfMonth) {
        int number = 10_000 * year + 100 * month + dayOfMonth;
        if (number != lastNumber) {
            lastNumber = number;
            last = dayOfMonth <= YearMonth.of(year, month).lengthOfMonth()
                    ? Optional.of(LocalDate.of(year, month, dayOfMonth))
                    : Optional.empty();
        }
        return last;
    }

    private boolean readParts() {
        if (!readPart(0)) {
            return false;
        }
        if (digits[0] > 4) {
            return splitCompact();
        }
        return readSeparator() && readPart(1) && readSeparator() && readPart(2) && digits[1] <= 2 && digits[2] <= 4;
    }

    private boolean readPart(int part) {
        int start = position;
        int value = 0;
        while (position < end && isDigit(chars[position]) && position - start < 9) {
            value = 10 * value + chars[position++] - '0';
        }
        values[part] = value;
        digits[part] = position - start;
        return digits[part] > 0 || readName(part);
    }

    private boolean readName(int part) {
        int start = position;
        while (position < end && Character.isLetter(chars[position])) {
            position++;
        }
        if (named >= 0 || position - start < 3) {
            return false;
        }
        String beginning = new String(chars, start, 3).toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.length; i++) {
            if (MONTHS[i].equals(beginning)) {
                named = part;
                values[part] = i % 12 + 1;
                digits[part] = 2;
                return true;
            }
        }
        return false;
    }

    /** One mark, the same both times unless a month is named; blanks count as a mark and are allowed after one. */
    private boolean readSeparator() {
        int start = position;
        char mark = ' ';
        while (position < end && isMark(chars[position])) {
            mark = chars[position] == ' ' ? mark : chars[position];
            position++;
        }
        boolean fits = separator == 0 || separator == mark || named >= 0 || mark == ' ' || separator == ' ';
        separator = separator == 0 || separator == ' ' ? mark : separator;
        return position > start && position - start <= 2 && fits;
    }

    private static boolean isMark(char c) {
        return c == '-' || c == '.' || c == '/' || c == ' ' || c == ',';
    }

    /** Eight digits or six, without marks. */
    private boolean splitCompact() {
        int size = digits[0];
        int value = values[0];
        if (size != 8 && size != 6) {
            return false;
        }
        int firstFour = value / 10_000;
        boolean yearFirst =
                size == 6 || (firstFour >= FIRST_YEAR && firstFour <= LAST_YEAR && isMonthAndDay(value % 10_000));
        if (yearFirst) {
            set(0, value / 10_000, size - 4);
            set(1, value / 100 % 100, 2);
            set(2, value % 100, 2);
        } else {
            set(0, value / 1_000_000, 2);
            set(1, value / 10_000 % 100, 2);
            set(2, value % 10_000, 4);
        }
        return true;
    }

    private static boolean isMonthAndDay(int value) {
        return value / 100 >= 1 && value / 100 <= 12 && value % 100 >= 1 && value % 100 <= 31;
    }

    private void set(int part, int value, int size) {
        values[part] = value;
        digits[part] = size;
    }

    /** Whether what follows is nothing, or a time of day. */
    private boolean isTime() {
        if (position == end) {
            return true;
        }
        char first = chars[position];
        boolean parted = first == 'T' || first == ' ' || first == ',' || first == '.';
        int numbers = 0;
        for (int i = position + 1; i < end; i++) {
            numbers += isDigit(chars[i]) ? 1 : 0;
            if (!isDigit(chars[i]) && " :.,+-/TZAPMapm".indexOf(chars[i]) < 0) {
                return false;
            }
        }
        return parted && (numbers >= 3 || position + 1 == end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
