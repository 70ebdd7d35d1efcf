package org.tickmark.reconciliation.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.OpenItem;

/** Open items by how long they have been open. */
final class Ages {
    private Ages() {}

    /**
     * The items of an age.
     *
     * @param bucket the age
     * @param bankCount how many of the bank side
     * @param bankSum their sum
     * @param ledgerCount how many of the ledger side
     * @param ledgerSum their sum
     */
    record Line(AgeBucket bucket, long bankCount, BigDecimal bankSum, long ledgerCount, BigDecimal ledgerSum) {}

    /** A line for each age, from the youngest. */
    static List<Line> of(List<OpenItem> open) {
        List<Line> lines = new ArrayList<>();
        for (AgeBucket bucket : AgeBucket.values()) {
            List<OpenItem> bank = items(open, bucket, Side.BANK);
            List<OpenItem> ledger = items(open, bucket, Side.LEDGER);
            lines.add(new Line(bucket, bank.size(), sum(bank), ledger.size(), sum(ledger)));
        }
        return lines;
    }

    private static List<OpenItem> items(List<OpenItem> open, AgeBucket bucket, Side side) {
        return open.stream()
                .filter(item -> item.side() == side && AgeBucket.of(item.ageDays()) == bucket)
                .toList();
    }

    static BigDecimal sum(List<OpenItem> items) {
        return items.stream().map(OpenItem::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
