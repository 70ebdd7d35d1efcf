package org.tickmark.scheduler.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.tickmark.scheduler.run.DueRow;
import org.tickmark.scheduler.run.DueTable;

/**
 * The first rows of {@code due}: all of them up to a moment, which may have been taken by other nodes since. Rows that are due come
 * the most urgent first: a row of priority 30 as if it were due 30 seconds earlier, so that what waits long enough comes before
 * everything. For one thread.
 */
final class Page {
    private static final Comparator<DueRow> BY_TIME = Comparator.comparing(DueRow::dueAt);
    private static final Comparator<DueRow> BY_URGENCY =
            Comparator.comparing(row -> row.dueAt().minusSeconds(row.priority()));

    private final PriorityQueue<DueRow> later = new PriorityQueue<>(BY_TIME);
    private final PriorityQueue<DueRow> due = new PriorityQueue<>(BY_URGENCY);
    private final Instant end;

    /**
     * A page.
     *
     * @param rows the rows
     * @param end no row before or at this moment is missing
     */
    Page(List<DueRow> rows, Instant end) {
        this.end = end;
        later.addAll(rows);
    }

    /** A page that knows of nothing: it is to be read. */
    static Page unread() {
        return new Page(List.of(), Instant.MIN);
    }

    /** A row was added to the table. */
    void add(DueRow row) {
        if (!row.dueAt().isAfter(end)) {
            later.add(row);
        }
    }

    /** Whether there may be rows that it does not know of, and it has none left before these. */
    boolean isUsedUp() {
        return later.isEmpty() && due.isEmpty() && end.isBefore(DueTable.NEVER);
    }

    /** Takes out rows that are due, the most urgent first, at most so many. */
    List<DueRow> takeDue(Instant now, int most) {
        while (!later.isEmpty() && !later.peek().dueAt().isAfter(now)) {
            due.add(later.remove());
        }
        List<DueRow> taken = new ArrayList<>();
        Set<Long> keys = new HashSet<>();
        while (!due.isEmpty() && taken.size() < most) {
            DueRow row = due.remove();
            if (keys.add(row.key())) {
                taken.add(row);
            }
        }
        return taken;
    }

    /** When there is something to take; {@link DueTable#NEVER} if nothing is known. */
    Instant next(Instant now) {
        if (!due.isEmpty()) {
            return now;
        }
        return later.isEmpty() ? DueTable.NEVER : later.peek().dueAt();
    }
}
