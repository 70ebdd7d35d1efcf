package org.tickmark.reconciliation.engine;

import java.util.Arrays;
import org.tickmark.api.message.Message;

/** All rows in the window of a total: one set for each. Linear in the rows but for finding the ends of the window. */
final class WindowTotals implements Totals {
    @Override
    public void find(Snapshot rows, IntList ones, IntList many, Window window, int limit, Sink sink) {
        ExactSum[] upTo = sums(rows, many);
        for (int i = 0; i < ones.size(); i++) {
            int one = ones.get(i);
            int from = rows.firstFrom(many, window.earliest(rows.day(one), rows.isBank(one)));
            int to = rows.firstFrom(many, window.latest(rows.day(one), rows.isBank(one)) + 1);
            if (to - from > 1 && to - from <= limit && upTo[to].exceeds(upTo[from], rows.scaled(one))) {
                sink.total(one, Arrays.copyOfRange(many.toArray(), from, to), 1);
            }
        }
    }

    private static ExactSum[] sums(Snapshot rows, IntList many) {
        ExactSum[] upTo = new ExactSum[many.size() + 1];
        upTo[0] = new ExactSum();
        for (int i = 0; i < many.size(); i++) {
            upTo[i + 1] = upTo[i].copy();
            upTo[i + 1].add(rows.scaled(many.get(i)));
        }
        return upTo;
    }

    @Override
    public Message evidence(Snapshot rows, int first, Window window) {
        return Wording.message("evidence.all-in-window", window.before(), window.after());
    }
}
