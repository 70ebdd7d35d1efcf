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
