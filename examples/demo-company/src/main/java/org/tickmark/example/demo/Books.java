package org.tickmark.example.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ledger of the month: a chart of accounts, opening balances and vouchers. */
final class Books {
    static final int BANK = 1930;
    static final int RECEIVABLES = 1510;
    static final int PAYABLES = 2440;
    private static final int RETAINED_EARNINGS = 2091;
    /** From this number on an account is of the year's result and opens at zero. */
    private static final int FIRST_RESULT_ACCOUNT = 3000;

    private final SortedMap<Integer, String> chart = new TreeMap<>();
    private final SortedMap<Integer, BigDecimal> opening = new TreeMap<>();
    private final List<Voucher> vouchers = new ArrayList<>();

    Books account(int number, String name) {
        chart.put(number, name);
        return this;
    }

    Books opening(int account, BigDecimal amount) {
        opening.merge(account, amount, BigDecimal::add);
        opening.merge(RETAINED_EARNINGS, amount.negate(), BigDecimal::add);
        return this;
    }

    void post(Voucher voucher) {
        if (voucher.sum().signum() != 0) {
            throw new IllegalStateException(voucher + " is out of balance by " + voucher.sum());
        }
        voucher.rows().stream()
                .filter(row -> !chart.containsKey(row.account()))
                .findFirst()
                .ifPresent(row -> {
                    throw new IllegalStateException(row.account() + " is not in the chart");
                });
        vouchers.add(voucher);
    }

    SortedMap<Integer, String> chart() {
        return chart;
    }

    /** The vouchers of each series, in the order of their dates. */
    Map<String, List<Voucher>> vouchersBySeries() {
        Map<String, List<Voucher>> bySeries = new LinkedHashMap<>();
        vouchers.stream()
                .sorted(Comparator.comparing(Voucher::series).thenComparing(Voucher::date))
                .forEach(voucher -> bySeries.computeIfAbsent(voucher.series(), series -> new ArrayList<>())
                        .add(voucher));
        return bySeries;
    }

    BigDecimal opening(int account) {
        return opening.getOrDefault(account, BigDecimal.ZERO.setScale(2));
    }

    BigDecimal closing(int account) {
        return rows(account).stream().map(Voucher.Row::amount).reduce(opening(account), BigDecimal::add);
    }

    List<Voucher.Row> rows(int account) {
        return vouchers.stream()
                .flatMap(voucher -> voucher.rows().stream())
                .filter(row -> row.account() == account)
                .toList();
    }

    static boolean ofResult(int account) {
        return account >= FIRST_RESULT_ACCOUNT;
    }
}
