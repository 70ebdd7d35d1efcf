package org.tickmark.importer.csv;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What the cells of a sample show about how they are to be read, once the meaning of the columns is known. For one thread. */
final class Evidence {
    private static final List<Role> AMOUNTS =
            List.of(Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.OUT, Role.IN, Role.BALANCE);
    private static final int FEWEST_LINKS = 2;
    private static final int ACCOUNT_DIGITS = 5;

    private final Sample sample;
    private final TableForm form;
    private final long headerLine;
    private final Columns columns;
    private final DateEvidence dates = new DateEvidence();
    private final AmountEvidence amounts = new AmountEvidence();
    private final Map<Role, Integer> negatives = new EnumMap<>(Role.class);

    /** Looks at the rows after a line. */
    Evidence(Sample sample, TableForm form, long headerLine, Columns columns) {
        this.sample = sample;
        this.form = form;
        this.headerLine = headerLine;
        this.columns = columns;
        AmountCell cell = new AmountCell();
        rows(row -> {
            dates.add(row, columns.at(Role.BOOKING_DATE));
            for (Role role : AMOUNTS) {
                if (columns.has(role)) {
                    amounts.add(row, columns.at(role));
                    countSign(row, role, cell);
                }
            }
        });
    }

    private void rows(Consumer<Row> each) {
        sample.rows(form, row -> {
            if (row.line() > headerLine && !row.isEmpty()) {
                each.accept(row);
            }
            return true;
        });
    }

    private void countSign(Row row, Role role, AmountCell cell) {
        int column = columns.at(role);
        if (!row.isEmpty(column) && cell.read(row.chars(), row.start(column), row.end(column))) {
            negatives.merge(role, cell.isNegative() ? 1 : -1, Integer::sum);
        }
    }

    DateEvidence dates() {
        return dates;
    }

    AmountEvidence amounts() {
        return amounts;
    }

    /** Whether more amounts of this column are negative than are not. */
    boolean isNegative(Role role) {
        return negatives.getOrDefault(role, 0) > 0;
    }

    /** Whether the running balance holds only when every amount is taken the other way round. */
    boolean isReversed(AmountRule rule, DateOrder order) {
        if (!columns.has(Role.BALANCE)) {
            return false;
        }
        BalanceChain straight = new BalanceChain();
        BalanceChain reversed = new BalanceChain();
        DateCell date = new DateCell();
        rows(row -> {
            Optional<BigDecimal> amount = rule.isMissing(row) ? Optional.empty() : rule.amount(row);
            if (amount.isPresent()
                    && date.date(row, columns.at(Role.BOOKING_DATE), order).isPresent()) {
                Optional<BigDecimal> balance = row.isEmpty(columns.at(Role.BALANCE))
                        ? Optional.empty()
                        : rule.plain(row, columns.at(Role.BALANCE));
                straight.add(row.line(), amount.get(), balance, OptionalLong.empty());
                reversed.add(row.line(), amount.get().negate(), balance, OptionalLong.empty());
            }
        });
        return !straight.holds() && reversed.holds() && reversed.held() >= FEWEST_LINKS;
    }

    /** The account that money goes out from and comes in to, where every row says the same. */
    Optional<String> ownAccount(AmountRule rule) {
        String[] account = {null};
        boolean[] same = {true};
        rows(row -> {
            Optional<BigDecimal> amount = rule.isMissing(row) ? Optional.empty() : rule.amount(row);
            if (amount.isPresent()) {
                Role own = amount.get().signum() < 0 ? Role.SENDER : Role.RECIPIENT;
                String found = row.text(columns.at(own));
                same[0] &= account[0] == null || account[0].equals(found);
                account[0] = found;
            }
        });
        return Optional.ofNullable(account[0]).filter(found -> same[0] && isAccount(found));
    }

    /** Whether a text of a sender or recipient is an account and no name. */
    static boolean isAccount(String text) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return digits >= ACCOUNT_DIGITS && letters <= digits;
    }
}
