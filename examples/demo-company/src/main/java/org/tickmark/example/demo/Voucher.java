package org.tickmark.example.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A voucher of the ledger; its rows sum to zero.
 *
 * @param series letter of its series
 * @param date accounting date
 * @param text what it is
 * @param rows its rows
 */
record Voucher(String series, LocalDate date, String text, List<Row> rows) {
    /**
     * A row of a voucher.
     *
     * @param account number of the account
     * @param amount signed; positive is debit
     * @param text what the row is; empty for none
     */
    record Row(int account, BigDecimal amount, String text) {}

    static Voucher of(String series, LocalDate date, String text) {
        return new Voucher(series, date, text, List.of());
    }

    Voucher row(int account, BigDecimal amount) {
        return row(account, amount, "");
    }

    Voucher row(int account, BigDecimal amount, String rowText) {
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(account, amount, rowText));
        return new Voucher(series, date, text, List.copyOf(more));
    }

    BigDecimal sum() {
        return rows.stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
