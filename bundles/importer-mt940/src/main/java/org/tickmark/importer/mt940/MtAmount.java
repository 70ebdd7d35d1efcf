package org.tickmark.importer.mt940;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.LineReader;

/** Amounts without sign: with a comma, as SWIFT has it, but also with a point, with neither, or with points between thousands. */
final class MtAmount {
    private MtAmount() {}

    /** The amount; nothing when it is none. */
    static Optional<BigDecimal> read(byte[] bytes, int from, int to) {
        int commas = count(bytes, from, to, ',');
        int points = count(bytes, from, to, '.');
        if (from >= to || bytes[from] == '-' || bytes[from] == '+') {
            return Optional.empty();
        } else if (commas == 1 && points > 0) {
            byte[] plain = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
                    .replace(".", "")
                    .getBytes(StandardCharsets.ISO_8859_1);
            return Ascii.amount(plain, 0, plain.length, ',');
        }
        return Ascii.amount(bytes, from, to, commas == 0 && points == 1 ? '.' : ',');
    }

    /** Where an amount that begins here ends: behind digits, commas and points. */
    static int end(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (Ascii.isDigit(bytes[i]) || bytes[i] == ',' || bytes[i] == '.')) {
            i++;
        }
        return i;
    }

    /** Where the line at hand ends without the blanks and control characters behind it. */
    static int endWithoutBlanks(LineReader lines) {
        int end = lines.end();
        while (end > lines.start() && lines.buffer()[end - 1] >= 0 && lines.buffer()[end - 1] <= ' ') {
            end--;
        }
        return end;
    }

    private static int count(byte[] bytes, int from, int to, char mark) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] == mark ? 1 : 0;
        }
        return count;
    }
}
