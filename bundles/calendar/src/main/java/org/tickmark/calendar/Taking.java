package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.calendar.BusyTime;
import org.tickmark.calendar.RuleTable.StoredRule;
import org.tickmark.calendar.people.Busy;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Single;

/** Reads what takes someone's time: from rows, and of series without end from the rule where there are no rows any more. */
final class Taking {
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final Connection connection;
    private final ZoneId home;

    Taking(Connection connection, ZoneId home) {
        this.connection = connection;
        this.home = home;
    }

    /**
     * The times that are taken of someone, also twice, by what takes place in a range.
     *
     * @param without what does not count
     */
    List<BusyTime> of(String who, Instant fromInclusive, Instant toExclusive, Optional<ItemRef> without)
            throws SQLException {
        Optional<Long> associate = AssociateTable.find(connection, who);
        if (associate.isEmpty()) {
            return List.of();
        }
        List<StoredRow> rows =
                new ArrayList<>(AppointmentTable.between(connection, fromInclusive, toExclusive, associate, NO_LIMIT));
        rows.addAll(AppointmentTable.withParticipant(connection, associate.get(), fromInclusive, toExclusive));
        List<BusyTime> times = new ArrayList<>();
        for (StoredRow row : rows) {
            if (without.isEmpty() || !isOf(row, without.get())) {
                Busy.of(row.image().owner(), occurrence(row), who, home).ifPresent(times::add);
            }
        }
        for (StoredRule rule : RuleTable.rowsEndingBefore(connection, toExclusive)) {
            if (without.isEmpty() || !rule.stored().ref().equals(without.get())) {
                times.addAll(Busy.of(rule.stored().item(), who, rule.rowsUntil().orElseThrow(), toExclusive, home));
            }
        }
        return times;
    }

    private static boolean isOf(StoredRow row, ItemRef ref) {
        return ref.kind() == ItemRef.Kind.SERIES
                ? row.image().series() == ref.id()
                : row.image().series() == 0 && row.id() == ref.id();
    }

    private static Occurrence occurrence(StoredRow row) {
        return ((Single) row.single().item().content()).occurrence();
    }
}
