package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import org.tickmark.api.message.Message;

/** What matches of several kinds say alike. */
final class Evidence {
    private Evidence() {}

    /** Both rows have the amount, so many days apart. */
    static Message sameAmount(Snapshot rows, int bank, int ledger) {
        return Wording.message(
                "evidence.amount",
                rows.amountText(bank),
                Wording.date(rows.date(bank)),
                Wording.date(rows.date(ledger)),
                Math.abs(rows.day(bank) - rows.day(ledger)));
    }

    /** Both rows have the amount in another currency. */
    static Message sameOriginal(Snapshot rows, int bank) {
        return Wording.message("evidence.original", rows.originalText(bank));
    }

    /** Why no other row could be meant, or why this one was taken. */
    static Message unique(Found match, Window window) {
        return switch (match.alike()) {
            case Found.BY_ORDER -> Wording.message("evidence.oldest-first", window.before(), window.after());
            case 1 -> Wording.message("evidence.only-pair", window.before(), window.after());
            default -> Wording.message("evidence.alike", match.alike());
        };
    }

    /** The rows of the two sides have the same sum. */
    static Message sameSum(Snapshot rows, Found match) {
        ExactSum sum = new ExactSum();
        int bank = 0;
        for (int row : match.rows()) {
            if (rows.isBank(row)) {
                sum.add(rows.scaled(row));
                bank++;
            }
        }
        BigDecimal total = sum.toDecimal(rows.scale());
        return Wording.message("evidence.sum", bank, match.rows().length - bank, rows.amountText(total));
    }

    /** The amounts of two rows of one side cancel. */
    static Message opposite(Snapshot rows, int one, int other) {
        return Wording.message(
                "evidence.opposite",
                rows.amountText(one),
                Wording.date(rows.date(one)),
                rows.amountText(other),
                Wording.date(rows.date(other)),
                Math.abs(rows.day(one) - rows.day(other)));
    }
}
