package org.tickmark.importer.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;

/**
 * How a file is read, decided once for all of it.
 *
 * @param profile the profile that it was recognised by; empty if it was guessed
 * @param form how cells are told apart
 * @param headerLine line or row with the names of the columns, or the last one before the data where they have none
 * @param headings names of the columns
 * @param columns what they mean
 * @param dates order of dates
 * @param amounts how amounts are read
 * @param rows how rows are told apart and in which order they stand
 * @param owner whose table it is
 * @param preamble what stands before it
 */
record Layout(
        Optional<Profile> profile,
        TableForm form,
        long headerLine,
        List<Heading> headings,
        Columns columns,
        DateOrder dates,
        AmountRule amounts,
        Rows rows,
        Owner owner,
        Preamble preamble) {
    Layout {
        headings = List.copyOf(headings);
    }

    /**
     * Which rows count, and in which order.
     *
     * @param order the order, if it is set
     * @param usual the order where neither the balances nor the dates show one
     * @param balanced whether rows without a balance are not booked
     * @param pending words, folded, that mark a row as not booked
     */
    record Rows(Optional<RowOrder> order, RowOrder usual, boolean balanced, Set<String> pending) {
        Rows {
            pending = Set.copyOf(pending);
        }
    }

    /**
     * Whose table it is.
     *
     * @param account number of the account, where the rows do not name it
     * @param currency ISO 4217 code, where the rows do not name one
     * @param fixed whether that currency holds whatever the rows say
     */
    record Owner(Optional<String> account, Optional<String> currency, boolean fixed) {}

    /** The name of a column, or its number. */
    String name(int column) {
        String name = column < headings.size() ? headings.get(column).raw() : "";
        return name.isEmpty() ? "#" + (column + 1) : name;
    }

    /** All of it in the notation of the options that would set it so. */
    String asOptions() {
        List<String> options = new ArrayList<>();
        options.add(form.option());
        options.add("date=" + dates.word());
        options.add("decimal=" + Choices.decimalWord(amounts.decimal()));
        if (amounts.sign() != Sign.SIGNED) {
            options.add("sign=" + Words.word(amounts.sign()));
        }
        options.add("side=" + Words.word(amounts.side()));
        owner.currency().ifPresent(currency -> options.add("currency=" + currency));
        owner.account().ifPresent(account -> options.add("account=" + account));
        options.add("columns=" + columnsAsOption());
        return String.join(", ", options);
    }

    private String columnsAsOption() {
        List<String> parts = new ArrayList<>();
        for (Role role : Role.values()) {
            if (columns.has(role)) {
                parts.add(role.word() + "="
                        + columns.all(role).stream().map(this::name).collect(Collectors.joining("|")));
            }
        }
        return String.join("; ", parts);
    }

    /**
     * What tells how the file is read.
     *
     * @param columnsSet whether the definition says what columns mean
     */
    Problem howRead(boolean columnsSet) {
        Problem.Builder told = profile.map(known -> Problem.info(
                        ErrorClass.W.code("profile"), Texts.message("csv.profile", known.title(), known.name())))
                .orElseGet(() -> columnsSet
                        ? Problem.info(ErrorClass.W.code("columns"), Texts.message("csv.columns-set"))
                        : Problems.warning(ErrorClass.W, "guess").advice(Texts.message("csv.guess.advice")));
        String unread = String.join(", ", unread());
        return told.where(form.place(Math.max(1, headerLine)))
                .found(asOptions() + (unread.isEmpty() ? "" : " (not read: " + unread + ")"))
                .build();
    }

    /** Names of the columns that are not read. */
    private List<String> unread() {
        List<String> unread = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            if (!columns.isTaken(column) && !headings.get(column).raw().isEmpty()) {
                unread.add(name(column));
            }
        }
        return unread;
    }
}
