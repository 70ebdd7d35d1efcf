package org.tickmark.scheduler.sim;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.scheduler.run.DueRow;

/** What the tables say; each is read again only when it was written. */
final class Snapshot {
    static final String ALL = "all";

    private final Connection connection;
    private final Definitions definitions;

    private Map<Long, LiveRow> live = new TreeMap<>();
    private final Set<Long> ended = new HashSet<>();
    private List<HistoryRow> newlyEnded = List.of();
    private Set<String> paused = Set.of();
    private Map<String, Long> locks = Map.of();
    private List<Turn> turns = List.of();
    private List<DueRow> due = List.of();
    private List<Definitions.Standing> standing = List.of();

    /** A run waits for a lock. */
    record Turn(long run, String lock) {}

    Snapshot(Connection connection, Definitions definitions) {
        this.connection = connection;
        this.definitions = definitions;
    }

    /** Reads those of these tables that matter here; tells whether there are any. */
    boolean read(Set<String> written) throws SQLException {
        boolean matters = false;
        for (String table : written) {
            matters |= read(table);
        }
        return matters;
    }

    private boolean read(String table) throws SQLException {
        switch (table) {
            case "run" -> readLive();
            case "run_history" -> readEnded();
            case "task_pause", "scheduler" -> readPaused();
            case "run_lock" -> readLocks();
            case "run_turn" ->
                turns = Sql.on(connection, "select run_id, lock_name from run_turn order by run_id")
                        .list(row -> new Turn(row.number("run_id"), row.text("lock_name")));
            case "due" -> readDue();
            case "task" -> standing = definitions.standing();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readLive() throws SQLException {
        Map<Long, LiveRow> rows = new TreeMap<>();
        for (LiveRow row : LiveRow.all(connection)) {
            rows.put(row.id(), row);
        }
        live = rows;
    }

    private void readEnded() throws SQLException {
        List<Long> added = new ArrayList<>(HistoryRow.ids(connection));
        added.removeAll(ended);
        newlyEnded = HistoryRow.of(connection, added);
        ended.addAll(added);
    }

    private void readPaused() throws SQLException {
        Set<String> found = new HashSet<>();
        Sql.on(connection, "select task_id from task_pause where until_at is null")
                .each(row -> found.add("task:" + row.number("task_id")));
        Sql.on(connection, "select reason from scheduler where held").each(row -> found.add(ALL));
        paused = found;
    }

    private void readLocks() throws SQLException {
        Map<String, Long> held = new TreeMap<>();
        Sql.on(connection, "select name, run_id from run_lock")
                .each(row -> held.put(row.text("name"), row.number("run_id")));
        locks = held;
    }

    private void readDue() throws SQLException {
        due = Sql.on(connection, "select id, task_id, due_at, nominal_at, priority, placement_id from due")
                .list(row -> new DueRow(
                        row.number("task_id"),
                        Math.max(0, row.number("id")),
                        row.instant("due_at"),
                        row.instant("nominal_at"),
                        (int) row.number("priority"),
                        row.number("placement_id")));
    }

    /** The runs that have not ended, by number. */
    Map<Long, LiveRow> live() {
        return live;
    }

    /** What was added to the history since it was read the time before. */
    List<HistoryRow> newlyEnded() {
        return newlyEnded;
    }

    /** {@link #ALL} while starts are held, and {@code task:} with the number of each that is paused without an end. */
    Set<String> paused() {
        return paused;
    }

    /** The holders of locks. */
    Map<String, Long> locks() {
        return locks;
    }

    List<Turn> turns() {
        return turns;
    }

    List<DueRow> due() {
        return due;
    }

    /** The runs that are due by this moment. */
    List<LiveRow> dueBy(Instant end) {
        return due.stream()
                .filter(row -> !row.isSchedule() && !row.dueAt().isAfter(end) && live.containsKey(row.runId()))
                .map(row -> live.get(row.runId()))
                .toList();
    }

    List<Definitions.Standing> standing() {
        return standing;
    }
}
