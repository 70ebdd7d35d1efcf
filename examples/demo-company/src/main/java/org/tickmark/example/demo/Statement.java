package org.tickmark.example.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The bank statement of the month. */
final class Statement {
    private final BigDecimal opening;
    private final List<BankEntry> entries = new ArrayList<>();

    Statement(BigDecimal opening) {
        this.opening = opening;
    }

    void book(BankEntry entry) {
        entries.add(entry);
    }

    BigDecimal opening() {
        return opening;
    }

    BigDecimal closing() {
        return opening.add(sum(entry -> true));
    }

    /** The entries by date; those of one day stand as a bank would mix them: by amount. */
    List<BankEntry> entries() {
        return entries.stream()
                .sorted(Comparator.comparing(BankEntry::date)
                        .thenComparing(entry -> entry.amount().abs())
                        .thenComparing(BankEntry::party))
                .toList();
    }

    BigDecimal sum(Predicate<BankEntry> which) {
        return entries.stream().filter(which).map(BankEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long count(Predicate<BankEntry> which) {
        return entries.stream().filter(which).count();
    }
}
