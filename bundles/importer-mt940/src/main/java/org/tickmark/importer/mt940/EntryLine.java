package org.tickmark.importer.mt940;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Reference;
import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineProblems.Field;
import org.tickmark.kit.lines.LineReader;

/**
 * A field :61:, as far as its first line goes: value date, entry date, mark, funds code, amount, type, references.
 *
 * @param amount signed
 * @param pending whether it is expected only (EC, ED)
 * @param reversal whether it takes another entry back (RC, RD)
 * @param code type with its first letter, such as NTRF; may be empty
 * @param customerReference what stands before {@code //}; may be empty
 * @param bankReference what stands behind it; may be empty
 * @param place where it begins
 */
record EntryLine(
        BigDecimal amount,
        boolean pending,
        boolean reversal,
        Optional<LocalDate> valueDate,
        Optional<LocalDate> entryDate,
        String code,
        String customerReference,
        String bankReference,
        String place) {
    private static final int VALUE_DATE = 6;
    private static final int ENTRY_DATE = 4;
    private static final int TYPE = 4;

    /** Starts the entry. Without an entry date it was booked on its value date: banks give the entry date only where it is another. */
    ImportedEntry.Builder start() {
        ImportedEntry.Builder entry = ImportedEntry.of(amount, place).reversal(reversal);
        if (pending) {
            entry.status(ImportedEntry.Status.PENDING);
        }
        valueDate.ifPresent(entry::valueDate);
        entryDate.or(() -> valueDate).ifPresent(entry::bookingDate);
        entry.bankReference(Facts.isGiven(bankReference) ? bankReference : "");
        return entry.reference(Reference.Type.CUSTOMER, Facts.isGiven(customerReference) ? customerReference : "");
    }

    /** Reads the line at hand; nothing, and problems told, when it has no mark or amount that can be read. */
    static Optional<EntryLine> read(LineReader lines, int from, Dates dates, LineProblems problems) {
        return new Cursor(lines, from, dates, problems).read();
    }

    /** Goes along the line. */
    private static final class Cursor {
        private final LineReader lines;
        private final byte[] bytes;
        private final int to;
        private final Dates dates;
        private final LineProblems problems;
        private int at;

        Cursor(LineReader lines, int from, Dates dates, LineProblems problems) {
            this.lines = lines;
            this.bytes = lines.buffer();
            this.to = MtAmount.endWithoutBlanks(lines);
            this.dates = dates;
            this.problems = problems;
            this.at = from;
        }

        Optional<EntryLine> read() {
            Optional<LocalDate> valueDate = valueDate();
            Optional<LocalDate> entryDate = entryDate(valueDate);
            byte kind = at(0);
            boolean twoLetters = (kind == 'R' || kind == 'E') && (at(1) == 'C' || at(1) == 'D');
            byte direction = twoLetters ? at(1) : kind;
            if (direction != 'C' && direction != 'D') {
                problems.field(Field.CODE, Math.min(at, to), Math.min(at + 2, to), "C, D, RC, RD, EC, ED");
                return Optional.empty();
            }
            at += twoLetters ? 2 : 1;
            boolean reversal = twoLetters && kind == 'R';
            boolean out = reversal == (direction == 'C');
            Optional<BigDecimal> amount = amount();
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            String code = type();
            int slashes = slashes();
            String customer = problems.text(at, slashes).strip();
            String bank = slashes + 2 < to ? problems.text(slashes + 2, to).strip() : "";
            return Optional.of(new EntryLine(
                    out ? amount.get().negate() : amount.get(),
                    twoLetters && kind == 'E',
                    reversal,
                    valueDate,
                    entryDate,
                    code,
                    customer,
                    bank,
                    lines.place()));
        }

        private Optional<LocalDate> valueDate() {
            int from = at;
            at = Math.min(at + VALUE_DATE, to);
            return dates.valueDate(from, at);
        }

        private Optional<LocalDate> entryDate(Optional<LocalDate> valueDate) {
            int from = at;
            if (!Ascii.isDigit(at(0))) {
                return Optional.empty();
            }
            while (at < to && at < from + ENTRY_DATE && Ascii.isDigit(bytes[at])) {
                at++;
            }
            if (at - from < ENTRY_DATE) {
                problems.field(Field.DATE, from, at, "1122");
                return Optional.empty();
            }
            return valueDate.isPresent() ? dates.entryDate(from, at, valueDate.get()) : Optional.empty();
        }

        private Optional<BigDecimal> amount() {
            skipBlanks();
            if (Ascii.isUpper(at(0))) {
                at++;
                skipBlanks();
            }
            int from = at;
            at = MtAmount.end(bytes, at, to);
            Optional<BigDecimal> amount = isEndOfAmount() ? MtAmount.read(bytes, from, at) : Optional.empty();
            if (amount.isEmpty()) {
                problems.field(Field.AMOUNT, from, to, "1234,56");
            }
            return amount;
        }

        /** Behind an amount comes the type, a blank or nothing; anything else belongs to what should be an amount. */
        private boolean isEndOfAmount() {
            return at == to || bytes[at] == ' ' || bytes[at] == '/' || isTypeLetter(bytes[at]);
        }

        private static boolean isTypeLetter(byte letter) {
            return letter == 'N' || letter == 'F' || letter == 'S';
        }

        /** The type of the entry: a letter and three characters, of which some banks leave the last one blank. */
        private String type() {
            skipBlanks();
            if (!isTypeLetter(at(0))) {
                return "";
            }
            int from = at;
            at = Math.min(at + TYPE, to);
            return lines.latin(from, at).strip();
        }

        /** Where the two slashes before the bank's reference are; the line's end when there are none. */
        private int slashes() {
            for (int i = at; i + 1 < to; i++) {
                if (bytes[i] == '/' && bytes[i + 1] == '/') {
                    return i;
                }
            }
            return Math.max(at, to);
        }

        private void skipBlanks() {
            while (at < to && bytes[at] == ' ') {
                at++;
            }
        }

        private byte at(int ahead) {
            return at + ahead < to ? bytes[at + ahead] : 0;
        }
    }
}
