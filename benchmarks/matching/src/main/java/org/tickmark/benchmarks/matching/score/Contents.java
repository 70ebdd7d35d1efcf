package org.tickmark.benchmarks.matching.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.workload.SplitMix;

/** Stands for sets of rows by what can be seen of them: rows alike are the same. Safe for use from many threads. */
final class Contents {
    private static final int MOST_PAIRS = 1_000_000;

    private final Truth truth;

    Contents(Truth truth) {
        this.truth = truth;
    }

    /** The same for sets of rows that look the same, whatever their order. */
    long key(List<Integer> bank, List<Integer> ledger) {
        long key = 0;
        for (long content : sorted(Side.BANK, bank)) {
            key = SplitMix.mix(key ^ content);
        }
        key = SplitMix.mix(~key);
        for (long content : sorted(Side.LEDGER, ledger)) {
            key = SplitMix.mix(key ^ content);
        }
        return key;
    }

    long[] sorted(Side side, List<Integer> rows) {
        long[] contents =
                rows.stream().mapToLong(row -> truth.content(side, row)).toArray();
        Arrays.sort(contents);
        return contents;
    }

    /** Whether rows look like a part of other rows of their side. */
    boolean isPart(Side side, List<Integer> part, List<Integer> whole) {
        long[] all = sorted(side, whole);
        int next = 0;
        for (long content : sorted(side, part)) {
            while (next < all.length && all[next] < content) {
                next++;
            }
            if (next == all.length || all[next] != content) {
                return false;
            }
            next++;
        }
        return true;
    }

    /** Stands for each pair of rows that a set joins: across the sides, or within the one side that it has. */
    List<Long> pairs(List<Integer> bank, List<Integer> ledger) {
        List<Long> pairs = new ArrayList<>();
        if ((long) bank.size() * ledger.size() > MOST_PAIRS) {
            return pairs;
        }
        if (bank.isEmpty() || ledger.isEmpty()) {
            Side side = bank.isEmpty() ? Side.LEDGER : Side.BANK;
            long[] contents = sorted(side, bank.isEmpty() ? ledger : bank);
            for (int i = 0; i < contents.length; i++) {
                for (int j = i + 1; j < contents.length; j++) {
                    pairs.add(pair(contents[i], ~contents[j]));
                }
            }
            return pairs;
        }
        for (int one : bank) {
            for (int other : ledger) {
                pairs.add(pair(truth.content(Side.BANK, one), truth.content(Side.LEDGER, other)));
            }
        }
        return pairs;
    }

    private static long pair(long one, long other) {
        return SplitMix.mix(SplitMix.mix(one) ^ other);
    }
}
