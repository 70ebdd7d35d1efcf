package org.tickmark.importer.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.importer.csv.xlsx.Cell;
import org.tickmark.kit.lines.RepeatedWarnings;

/** Reads the cells of a row by what they mean. A cell that cannot be read is told as a problem of class E4 and gives nothing. For one thread. */
final class Fields {
    private static final String EMPTY = "\"\"";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int LOOKS_LIKE_ENTRY = 3;

    private final Layout layout;
    private final Columns columns;
    private final AmountRule amounts;
    private final RepeatedWarnings problems;
    private final DateCell date = new DateCell();
    private final boolean[] startsPending = new boolean[128];
    private Boolean namesCurrency;
    private String lastCurrency = "";
    private Optional<String> lastCode = Optional.empty();

    Fields(Layout layout, RepeatedWarnings problems) {
        this.layout = layout;
        this.columns = layout.columns();
        this.amounts = layout.amounts();
        this.problems = problems;
        layout.rows().pending().forEach(word -> startsPending[word.charAt(0) & 127] = true);
    }

    /** When a row was booked; empty, and no problem, if its cell is no date. */
    Optional<LocalDate> bookingDate(Row row) {
        return date(row, columns.at(Role.BOOKING_DATE));
    }

    private Optional<LocalDate> date(Row row, int column) {
        return date.date(row, column, layout.dates());
    }

    /** From when a row bears interest. */
    Optional<LocalDate> valueDate(Row row) {
        int column = columns.at(Role.VALUE_DATE);
        if (column == Columns.NONE || row.isEmpty(column)) {
            return Optional.empty();
        }
        Optional<LocalDate> day = date(row, column);
        if (day.isEmpty()) {
            tell("date", row, column, layout.dates().example());
        }
        return day;
    }

    /** The balance after a row. */
    Optional<BigDecimal> balance(Row row) {
        int column = columns.at(Role.BALANCE);
        if (column == Columns.NONE || row.isEmpty(column)) {
            return Optional.empty();
        }
        Optional<BigDecimal> balance = amounts.plain(row, column);
        if (balance.isEmpty()) {
            tell("amount", row, column, example());
        }
        return balance;
    }

    /** An amount that explains and proves nothing; empty if it cannot be read. */
    Optional<BigDecimal> optionalAmount(Row row, int column) {
        return column == Columns.NONE || row.isEmpty(column) ? Optional.empty() : amounts.plain(row, column);
    }

    /** The number of a row in the bank's own series. */
    OptionalLong sequence(Row row) {
        int column = columns.at(Role.SEQUENCE);
        if (column == Columns.NONE) {
            return OptionalLong.empty();
        }
        String text = row.text(column);
        return NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The currency of a row, which may be an empty text; empty if it cannot be read, or is missing where others have one. */
    Optional<String> currency(Row row) {
        int column = columns.at(Role.CURRENCY);
        String otherwise = layout.owner().currency().orElse("");
        if (column == Columns.NONE || layout.owner().fixed()) {
            return Optional.of(otherwise);
        }
        String text = text(row, column);
        boolean names = !text.isEmpty();
        namesCurrency = namesCurrency == null ? names : namesCurrency;
        if (names == namesCurrency && !names) {
            return Optional.of(otherwise);
        }
        if (text.equals(lastCurrency)) {
            return lastCode;
        }
        Optional<String> code = names == namesCurrency ? Currencies.code(text) : Optional.empty();
        if (code.isPresent()) {
            lastCurrency = text;
            lastCode = code;
        }
        if (code.isEmpty()) {
            tell("currency", row, column, "SEK");
        }
        return code;
    }

    /** The account of a row; empty if nobody names it. */
    String account(Row row) {
        int column = columns.at(Role.ACCOUNT);
        if (column == Columns.NONE || layout.owner().account().isPresent()) {
            return layout.owner().account().orElse("");
        }
        int clearing = columns.at(Role.CLEARING);
        return clearing == Columns.NONE ? text(row, column) : text(row, clearing) + " " + text(row, column);
    }

    /** A cell without a quotation mark that belongs to no pair, such as a damaged file leaves at its end. */
    String text(Row row, int column) {
        if (column == Columns.NONE) {
            return "";
        }
        String text = row.text(column);
        boolean odd = text.endsWith("\"") && text.indexOf('"') == text.length() - 1;
        return odd ? text.substring(0, text.length() - 1) : text;
    }

    /** The cells of texts, names and kinds, one of which labels a row. */
    String label(Row row) {
        for (Role role : new Role[] {Role.TEXT, Role.COUNTERPARTY, Role.CODE}) {
            for (int column : columns.all(role)) {
                if (!row.isEmpty(column)) {
                    return row.text(column);
                }
            }
        }
        return "";
    }

    /** Whether a row is not booked: by its status, by a word in place of its date or before its text, or by having no balance. */
    boolean isNotBooked(Row row) {
        int status = columns.at(Role.STATUS);
        if (status != Columns.NONE && !row.isEmpty(status)) {
            String word = Words.fold(row.text(status));
            if (isPending(word)) {
                return true;
            } else if (!Words.BOOKED.contains(word)) {
                tell(
                        "status",
                        row,
                        status,
                        String.join(
                                ", ", Words.BOOKED.stream().sorted().limit(3).toList()));
            }
        }
        int day = columns.at(Role.BOOKING_DATE);
        if (!row.isEmpty(day) && !startsWithDigit(row, day) && isPending(Words.fold(row.text(day)))) {
            return true;
        }
        boolean unbalanced = columns.has(Role.BALANCE) && row.isEmpty(columns.at(Role.BALANCE));
        if (unbalanced && layout.rows().balanced() && !amounts.isMissing(row)) {
            return true;
        }
        return startsAsPending(row, unbalanced);
    }

    private boolean isPending(String folded) {
        return Words.PENDING.contains(folded) || layout.rows().pending().contains(folded);
    }

    private boolean startsAsPending(Row row, boolean unbalanced) {
        String text = label(row);
        boolean possible =
                !text.isEmpty() && (unbalanced || startsPending[Character.toLowerCase(text.charAt(0)) & 127]);
        if (!possible) {
            return false;
        }
        String label = Words.fold(text);
        return starts(label, layout.rows().pending()) || (unbalanced && starts(label, Words.PENDING));
    }

    private static boolean starts(String label, Set<String> words) {
        return words.stream().anyMatch(word -> label.equals(word) || label.startsWith(word + " "));
    }

    /** Whether a row holds more cells than there are columns. */
    boolean holdsSurplus(Row row) {
        for (int column = layout.headings().size(); column < row.count(); column++) {
            if (!row.isEmpty(column)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cell begins as dates and numbers do. */
    boolean startsWithDigit(Row row, int column) {
        return !row.isEmpty(column) && Character.isDigit(row.chars()[row.start(column)]);
    }

    /** Whether a row without date is a note with a number: how many rows there are, or a balance of no certain day. */
    boolean isNote(Row row) {
        if (startsWithDigit(row, columns.at(Role.BOOKING_DATE))) {
            return false;
        }
        for (int column = 0; column < row.count(); column++) {
            if (!row.isEmpty(column) && !startsWithDigit(row, column)) {
                String label = Words.fold(row.text(column));
                return Words.isOne(label, Words.COUNT)
                        || Words.headings(Role.BALANCE).containsKey(label);
            }
        }
        return false;
    }

    /** Whether a row without amount is an entry nevertheless, whose date cannot be read. */
    boolean looksLikeEntry(Row row) {
        return startsWithDigit(row, columns.at(Role.BOOKING_DATE)) && row.filled() >= LOOKS_LIKE_ENTRY;
    }

    /** Tells the first cell of a row whose formula failed or has no value, if such a cell is read. */
    boolean tellFailed(Row row) {
        for (int column = 0; column < row.count(); column++) {
            if (row.isFailed(column) && columns.isTaken(column)) {
                tell(row.kind(column) == Cell.Kind.ERROR ? "failed" : "uncalculated", row, column, example());
                return true;
            }
        }
        return false;
    }

    void tellSurplus(Row row) {
        problems.tell(Problems.refusal(ErrorClass.E3, "surplus")
                .where(layout.form().place(row.line()))
                .found(String.valueOf(row.count()))
                .expected(String.valueOf(layout.headings().size()))
                .build());
    }

    /** Tells that a row has no date, or no amount. */
    void tellMissing(Row row, Optional<LocalDate> day) {
        if (day.isEmpty()) {
            tell("date", row, columns.at(Role.BOOKING_DATE), layout.dates().example());
        } else {
            tell("amount", row, columns.hasPair() ? amounts.minus() : columns.at(Role.AMOUNT), example());
        }
    }

    /** Tells that the amount of a row cannot be read. */
    void tellAmount(Row row) {
        boolean flag = amounts.failed() == columns.at(Role.FLAG);
        tell(flag ? "flag" : "amount", row, amounts.failed(), flag ? "D, C" : example());
    }

    private String example() {
        return amounts.decimal() == AmountEvidence.COMMA ? "1234,56" : "1234.56";
    }

    private void tell(String word, Row row, int column, String expected) {
        problems.tell(Problems.refusal(ErrorClass.E4, word)
                .where(layout.form().place(row.line(), column, layout.name(column)))
                .found(row.isEmpty(column) ? EMPTY : Problems.shown(row.text(column)))
                .expected(expected)
                .build());
    }
}
