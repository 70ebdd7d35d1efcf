package org.tickmark.kit.lines;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A line whose fields stand at fixed positions, counted from 1, first and last included, as descriptions of such formats do. A line that lost the blanks at its
 * end reads as if it had them. For one thread.
 */
public final class FixedRecord {
    private final LineReader lines;
    private final byte[] bytes;
    private final Days days = new Days();
    private int length;

    /**
     * A record over the lines of a file.
     *
     * @param longest how many positions a record has
     */
    public FixedRecord(LineReader lines, int longest) {
        this.lines = Objects.requireNonNull(lines, "lines");
        this.bytes = new byte[longest];
    }

    /** Takes the line at hand; what lies beyond the last position is left out. */
    public void take() {
        length = Math.min(lines.length(), bytes.length);
        System.arraycopy(lines.buffer(), lines.start(), bytes, 0, length);
        Arrays.fill(bytes, length, bytes.length, (byte) ' ');
    }

    /**
     * Makes blanks of tabs: so many that the record gets its usual length.
     *
     * @param usual how many positions there are up to the last one that is filled
     * @return whether there were tabs
     */
    public boolean expandTabs(int usual) {
        int last = -1;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\t') {
                bytes[i] = ' ';
                last = i;
            }
        }
        int missing = Math.min(usual, bytes.length) - length;
        if (last >= 0 && missing > 0) {
            System.arraycopy(bytes, last, bytes, last + missing, length - last);
            Arrays.fill(bytes, last, last + missing, (byte) ' ');
            length += missing;
        }
        return last >= 0;
    }

    /** How many positions are filled. */
    public int length() {
        return length;
    }

    /** The character at a position. */
    public char at(int position) {
        return (char) (bytes[position - 1] & 0xFF);
    }

    /** The number that the digits at these positions make, at most 18 of them; -1 when there are others. */
    public long number(int first, int last) {
        return Ascii.number(bytes, first - 1, last);
    }

    /** An amount in units of 10<sup>-scale</sup>, without a sign; nothing when there are other characters than digits. */
    public Optional<BigDecimal> units(int first, int last, int scale) {
        long units = number(first, last);
        return units < 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(units, scale));
    }

    /** A day from the digits of year, month and day, two or four digits for the year; nothing when there is no such day. */
    public Optional<LocalDate> yearMonthDay(int first, int last) {
        long number = number(first, last);
        boolean shortYear = last - first + 1 == 6;
        long full = shortYear ? Days.year((int) (number / 10_000)) * 10_000L + number % 10_000 : number;
        return number < 0 ? Optional.empty() : days.of((int) full);
    }

    /** A day from two digits each of day, month and year; nothing when there is no such day. */
    public Optional<LocalDate> dayMonthYear(int first) {
        long number = number(first, first + 5);
        long year = Days.year((int) (number % 100));
        return number < 0
                ? Optional.empty()
                : days.of((int) (year * 10_000 + number / 100 % 100 * 100 + number / 10_000));
    }

    /** The text at these positions, one letter a byte, without blanks around it. */
    public String ascii(int first, int last) {
        return new String(bytes, first - 1, last - first + 1, StandardCharsets.ISO_8859_1).strip();
    }

    /** The digits at these positions without the zeros before them; empty for zeros and blanks alone. */
    public String withoutZeros(int first, int last) {
        String text = ascii(first, last);
        int start = 0;
        while (start < text.length() && text.charAt(start) == '0') {
            start++;
        }
        return text.substring(start);
    }

    /**
     * The text of the line at hand at these positions, in the file's encoding and without blanks around it: positions are letters, not bytes, in case someone
     * made UTF-8 of the file.
     */
    public String text(int first, int last) {
        String line = lines.text(lines.start(), lines.end());
        return line.length() < first
                ? ""
                : line.substring(first - 1, Math.min(last, line.length())).strip();
    }

    /** Where these positions are, in words of an error: {@code line 118, positions 38-55}. */
    public String place(int first, int last) {
        return lines.place() + ", positions " + first + "-" + last;
    }
}
