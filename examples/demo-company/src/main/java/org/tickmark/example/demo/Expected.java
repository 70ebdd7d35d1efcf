package org.tickmark.example.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reconciliation of the month must find: matches by rule, and what stays open and why. */
final class Expected {
    /** The sides, as the expectation file spells them. */
    enum Side {
        BANK,
        LEDGER
    }

    /**
     * What one rule must match.
     *
     * @param matches how many matches
     * @param bank how many bank entries in them
     * @param ledger how many ledger entries in them
     */
    record Matched(int matches, int bank, int ledger) {
        Matched and(int moreBank, int moreLedger) {
            return new Matched(matches + 1, bank + moreBank, ledger + moreLedger);
        }
    }

    /**
     * An item that must stay open.
     *
     * @param side the side it is on
     * @param date when it was booked
     * @param amount signed amount
     * @param reason id of the reason that is given for it
     * @param trap what is behind it
     */
    record Open(Side side, LocalDate date, BigDecimal amount, String reason, String trap) {}

    private final Map<String, Matched> matched = new TreeMap<>();
    private final List<Open> open = new ArrayList<>();

    void matched(String rule, int bank, int ledger) {
        matched.merge(rule, new Matched(1, bank, ledger), (known, one) -> known.and(bank, ledger));
    }

    void open(Side side, LocalDate date, BigDecimal amount, String reason, String trap) {
        open.add(new Open(side, date, amount, reason, trap));
    }

    Map<String, Matched> matched() {
        return matched;
    }

    List<Open> open() {
        return open.stream()
                .sorted(Comparator.comparing(Open::side)
                        .thenComparing(Open::date)
                        .thenComparing(Open::amount))
                .toList();
    }

    BigDecimal openSum(Side side) {
        return open.stream()
                .filter(item -> item.side() == side)
                .map(Open::amount)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
