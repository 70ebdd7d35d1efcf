package org.tickmark.kit.text;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Writes comma-separated values (RFC 4180): CRLF after each row, quotes only where needed. Numbers have a decimal point
 * and no exponent. For one thread; closes nothing.
 */
public final class Csv {
    private static final String GUARDED_STARTS = "=+-@\t\r";

    private final Appendable out;
    private final char delimiter;
    private final Formulas formulas;

    /**
     * Writes to this.
     *
     * @param delimiter a comma, or a semicolon for the spreadsheets of countries with a decimal comma
     */
    public Csv(Appendable out, char delimiter, Formulas formulas) {
        this.out = Objects.requireNonNull(out, "out");
        this.delimiter = delimiter;
        this.formulas = Objects.requireNonNull(formulas, "formulas");
    }

    /** Writes a row; see {@link #row(List)}. */
    public Csv row(Object... cells) throws IOException {
        return row(Arrays.asList(cells));
    }

    /**
     * Writes a row.
     *
     * @param cells {@link BigDecimal}, {@link Integer} and {@link Long} are numbers, null is an empty cell, everything else is text by its
     *     {@code toString}
     */
    public Csv row(List<?> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(delimiter);
            }
            cell(cells.get(i), cells.size());
        }
        out.append("\r\n");
        return this;
    }

    private void cell(Object cell, int cellsInRow) throws IOException {
        if (cell instanceof BigDecimal number) {
            quoted(number.toPlainString());
        } else if (cell instanceof Integer || cell instanceof Long) {
            quoted(cell.toString());
        } else {
            String text = cell == null ? "" : guarded(cell.toString());
            if (text.isEmpty() && cellsInRow == 1) {
                // Else readers would take the row for an empty line and skip it.
                out.append("\"\"");
            } else {
                quoted(text);
            }
        }
    }

    private String guarded(String text) {
        boolean formula = !text.isEmpty() && GUARDED_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula && formulas == Formulas.GUARDED ? "'" + text : text;
    }

    private void quoted(String text) throws IOException {
        if (text.indexOf(delimiter) < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            out.append(text);
        } else {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    /** What happens to text that a spreadsheet would take for a formula. */
    public enum Formulas {
        /** Text that begins with {@code = + - @}, a tab or a carriage return gets an apostrophe before it; for people. */
        GUARDED,
        /** Text is written as it is; for programs. */
        AS_IS
    }
}
