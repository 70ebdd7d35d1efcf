package org.tickmark.example.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes what a reconciliation must find, as YAML. */
final class ExpectedFile {
    private final StringBuilder yaml = new StringBuilder();

    private ExpectedFile() {}

    static byte[] of(May2026 month) {
        ExpectedFile file = new ExpectedFile();
        file.line(
                "# What the reconciliation of the demo company must find. Made by DemoCompany, like the files it is about.");
        file.rows(month);
        file.matched(month.expected());
        file.open(month.expected());
        file.balances(month);
        return file.yaml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void rows(May2026 month) {
        line("rows:");
        line("  bank: " + month.statement().count(entry -> true));
        line("  ledger: " + month.books().rows(Books.BANK).size());
    }

    private void matched(Expected expected) {
        line("matched:");
        expected.matched()
                .forEach((rule, count) -> line("  " + rule + ": {matches: " + count.matches() + ", bank: "
                        + count.bank() + ", ledger: " + count.ledger() + "}"));
    }

    private void open(Expected expected) {
        line("open:");
        expected.open().forEach(item -> {
            line("  - side: " + item.side().name().toLowerCase(Locale.ROOT));
            line("    date: " + item.date());
            line("    amount: " + text(item.amount()));
            line("    reason: " + item.reason());
            line("    trap: " + item.trap());
        });
    }

    private void balances(May2026 month) {
        line("balances:");
        line("  bank: " + text(month.statement().closing()));
        line("  ledger: " + text(month.books().closing(Books.BANK)));
        line("  bank_open: " + text(month.expected().openSum(Expected.Side.BANK)));
        line("  ledger_open: " + text(month.expected().openSum(Expected.Side.LEDGER)));
    }

    private static String text(BigDecimal amount) {
        return '"' + amount.toPlainString() + '"';
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }
}
