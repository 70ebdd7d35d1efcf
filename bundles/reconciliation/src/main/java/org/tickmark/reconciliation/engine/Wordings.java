package org.tickmark.reconciliation.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides rows by what they say: those with the same words, and with or without the number of a document, are of one kind. */
final class Wordings {
    private Wordings() {}

    /** The kinds among rows, in the order in which they come; the rows of each in their order. */
    static List<int[]> divide(Snapshot rows, int[] all) {
        Map<Long, IntList> byWording = new LinkedHashMap<>();
        for (int row : all) {
            byWording
                    .computeIfAbsent(wording(rows, row), wording -> new IntList())
                    .add(row);
        }
        return byWording.values().stream().map(IntList::toArray).toList();
    }

    private static long wording(Snapshot rows, int row) {
        long hash = rows.documents().isEmpty(row) ? 0 : 1;
        Keys words = rows.words();
        for (int i = words.start(row); i < words.end(row); i++) {
            hash += Hashes.mix(words.key(i) + 2L);
        }
        return hash;
    }
}
