package org.tickmark.importer.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which columns of a table mean what; immutable once read. */
final class Columns {
    /** Stands for a column that there is none of. */
    static final int NONE = -1;

    private final Map<Role, List<Integer>> byRole = new EnumMap<>(Role.class);

    /** Gives a column a role, beside those that have it. */
    void add(Role role, int column) {
        byRole.computeIfAbsent(role, key -> new ArrayList<>()).add(column);
    }

    /** Takes a role away. */
    void remove(Role role) {
        byRole.remove(role);
    }

    /** Whether there is a column of this role. */
    boolean has(Role role) {
        return byRole.containsKey(role);
    }

    /** The first column of a role; {@link #NONE} if there is none. */
    int at(Role role) {
        return has(role) ? byRole.get(role).get(0) : NONE;
    }

    /** The columns of a role, in the order of the table. */
    List<Integer> all(Role role) {
        return byRole.getOrDefault(role, List.of());
    }

    /** Whether a column has a role. */
    boolean isTaken(int column) {
        return byRole.values().stream().anyMatch(columns -> columns.contains(column));
    }

    /** Whether dates and amounts are known. */
    boolean isComplete() {
        return has(Role.BOOKING_DATE) && (has(Role.AMOUNT) || hasPair());
    }

    /** Whether money in and money out have a column each. */
    boolean hasPair() {
        return (has(Role.DEBIT) && has(Role.CREDIT)) || (has(Role.OUT) && has(Role.IN));
    }
}
