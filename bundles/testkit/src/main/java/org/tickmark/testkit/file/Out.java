package org.tickmark.testkit.file;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;

/** Writes the parts of a file. For one thread. */
final class Out {
    private final Writer writer;

    Out(Writer writer) {
        this.writer = writer;
    }

    Out add(String text) throws IOException {
        writer.write(text);
        return this;
    }

    /** An amount in hundredths, with a minus if there is one. */
    Out amount(long cents, char point) throws IOException {
        if (cents < 0) {
            writer.write('-');
        }
        long absolute = Math.abs(cents);
        writer.write(Long.toString(absolute / 100));
        writer.write(point);
        return digits(absolute % 100, 2);
    }

    /** A number with leading zeros. */
    Out digits(long number, int width) throws IOException {
        String digits = Long.toString(number);
        if (digits.length() > width) {
            throw new IllegalArgumentException(number + " has more than " + width + " digits");
        }
        writer.write("0".repeat(width - digits.length()));
        writer.write(digits);
        return this;
    }

    /** A text cut or filled with blanks. */
    Out padded(String text, int width) throws IOException {
        writer.write(text, 0, Math.min(width, text.length()));
        writer.write(" ".repeat(Math.max(0, width - text.length())));
        return this;
    }

    /** A day as {@code 20261102}. */
    Out day(LocalDate day) throws IOException {
        return digits(day.getYear(), 4).digits(day.getMonthValue(), 2).digits(day.getDayOfMonth(), 2);
    }

    /** A day as {@code 261102}. */
    Out shortDay(LocalDate day) throws IOException {
        return digits(day.getYear() % 100, 2).digits(day.getMonthValue(), 2).digits(day.getDayOfMonth(), 2);
    }

    /** A day as {@code 021126}. */
    Out dayFirst(LocalDate day) throws IOException {
        return digits(day.getDayOfMonth(), 2).digits(day.getMonthValue(), 2).digits(day.getYear() % 100, 2);
    }
}
