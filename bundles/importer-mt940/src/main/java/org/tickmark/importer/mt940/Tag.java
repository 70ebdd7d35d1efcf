package org.tickmark.importer.mt940;

import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.LineReader;

/** The fields of a message, as SWIFT's Standards MT category 9 name them. */
enum Tag {
    /** :20: reference of the message; begins a statement. */
    REFERENCE,
    /** :25: account. */
    ACCOUNT,
    /** :28: or :28C: number and page. */
    NUMBER,
    /** :60F: or :60M: opening balance, of the statement or of a page. */
    OPENING,
    /** :61: entry. */
    ENTRY,
    /** :86: information, to the entry before it or to the whole statement. */
    INFORMATION,
    /** :62F: or :62M: closing balance, of the statement or of a page. */
    CLOSING,
    /** :64: available balance. */
    AVAILABLE,
    /** :34F: amount from which entries are reported; only in MT942. */
    FLOOR,
    /** :13: or :13D: when the report was made; only in MT942. */
    TIME,
    /** :90D: number and sum of the debits. */
    DEBITS,
    /** :90C: number and sum of the credits. */
    CREDITS,
    /** A field that tells nothing that is kept: :21:, :65:, :NS:. */
    OTHER;

    private static final int DIGITS_END = 3;

    /** The tag that a line begins with; null when it begins with none. */
    static Tag of(LineReader line) {
        if (line.at(0) != ':') {
            return null;
        }
        byte[] bytes = line.buffer();
        int start = line.start();
        if (line.startsWith(":NS:")) {
            return OTHER;
        }
        int end = valueStart(line);
        if (end == 0) {
            return null;
        }
        int number = (bytes[start + 1] - '0') * 10 + bytes[start + 2] - '0';
        return of(number, end == start + DIGITS_END + 1 ? 0 : bytes[start + DIGITS_END]);
    }

    /** Where in the buffer the value behind the line's tag begins; 0 when the line begins with no two digits and a letter or none, in colons. */
    static int valueStart(LineReader line) {
        if (line.at(0) != ':' || !Ascii.isDigit(line.at(1)) || !Ascii.isDigit(line.at(2))) {
            return line.startsWith(":NS:") ? line.start() + DIGITS_END + 1 : 0;
        }
        int letter = Ascii.isUpper(line.at(DIGITS_END)) ? 1 : 0;
        return line.at(DIGITS_END + letter) == ':' ? line.start() + DIGITS_END + letter + 1 : 0;
    }

    /** Whether it may stand in the head of a statement only. */
    boolean isHead() {
        return this == ACCOUNT || this == NUMBER || this == OPENING;
    }

    private static Tag of(int number, int letter) {
        return switch (number) {
            case 20 -> letter == 0 ? REFERENCE : null;
            case 21, 65 -> letter == 0 ? OTHER : null;
            case 25 -> letter == 0 || letter == 'P' ? ACCOUNT : null;
            case 28 -> letter == 0 || letter == 'C' ? NUMBER : null;
            case 60 -> letter == 'F' || letter == 'M' ? OPENING : null;
            case 61 -> letter == 0 ? ENTRY : null;
            case 62 -> letter == 'F' || letter == 'M' ? CLOSING : null;
            case 64 -> letter == 0 ? AVAILABLE : null;
            case 86 -> letter == 0 ? INFORMATION : null;
            case 34 -> letter == 'F' ? FLOOR : null;
            case 13 -> letter == 0 || letter == 'D' ? TIME : null;
            case 90 -> letter == 'D' ? DEBITS : letter == 'C' ? CREDITS : null;
            default -> null;
        };
    }
}
