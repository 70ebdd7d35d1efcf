package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.message.Message;

/** All rows of a day, and those of them that say the same and hold, or do not hold, the number of a document. */
final class DayTotals implements Totals {
    private static final IntList NONE = new IntList(1);

    @Override
    public void find(Snapshot rows, IntList ones, IntList many, Window window, int limit, Sink sink) {
        List<int[]> sets = sets(rows, many, limit);
        if (sets.isEmpty()) {
            return;
        }
        Map<Long, IntList> byAmount = new HashMap<>();
        for (int i = 0; i < ones.size(); i++) {
            byAmount.computeIfAbsent(rows.scaled(ones.get(i)), amount -> new IntList(1))
                    .add(ones.get(i));
        }
        for (int[] set : sets) {
            ExactSum sum = new ExactSum();
            for (int row : set) {
                sum.add(rows.scaled(row));
            }
            IntList totals = sum.isLong() ? byAmount.getOrDefault(sum.toLong(), NONE) : NONE;
            for (int i = 0; i < totals.size(); i++) {
                int one = totals.get(i);
                if (isInWindow(rows, window, one, set)) {
                    sink.total(one, set, (int) sets.stream()
                            .filter(other -> isInWindow(rows, window, one, other))
                            .count());
                }
            }
        }
    }

    private static boolean isInWindow(Snapshot rows, Window window, int one, int[] set) {
        int day = rows.day(set[0]);
        return day >= window.earliest(rows.day(one), rows.isBank(one))
                && day <= window.latest(rows.day(one), rows.isBank(one));
    }

    private static List<int[]> sets(Snapshot rows, IntList many, int limit) {
        List<int[]> sets = new ArrayList<>();
        int from = 0;
        while (from < many.size()) {
            int to = from + 1;
            while (to < many.size() && rows.day(many.get(to)) == rows.day(many.get(from))) {
                to++;
            }
            if (to - from > 1) {
                addSets(rows, Arrays.copyOfRange(many.toArray(), from, to), limit, sets);
            }
            from = to;
        }
        return sets;
    }

    private static void addSets(Snapshot rows, int[] day, int limit, List<int[]> sets) {
        if (day.length <= limit) {
            sets.add(day);
        }
        List<int[]> sameWording = Wordings.divide(rows, day);
        if (sameWording.size() > 1) {
            sameWording.stream()
                    .filter(set -> set.length > 1 && set.length <= limit)
                    .forEach(sets::add);
        }
    }

    @Override
    public Message evidence(Snapshot rows, int first, Window window) {
        return Wording.message("evidence.all-of-day", Wording.date(rows.date(first)));
    }
}
