package org.tickmark.reconciliation.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rows of one side are called: no two the same. For one thread. */
final class RowNames {
    private final List<String> names = new ArrayList<>();
    private final Set<String> given = new HashSet<>();

    /**
     * Names the next row.
     *
     * @param id what the file calls it; empty if it does not
     * @param number its number in the file
     */
    void add(String id, long number) {
        String wanted = id.isEmpty() ? Long.toString(number) : id;
        String name = wanted;
        for (int repeat = 2; !given.add(name); repeat++) {
            name = wanted + "#" + repeat;
        }
        names.add(name);
    }

    /** The name of a row, counted from 0 in the order added. */
    String of(long row) {
        return names.get(Math.toIntExact(row));
    }

    int size() {
        return names.size();
    }
}
