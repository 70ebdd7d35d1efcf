package org.tickmark.launcher.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickmark.kit.jdbc.Sql;

/** What the database says of runs, held against what was promised; tasks run every second by themselves or follow another one. */
final class RunBooks {
    /** Others notice a node that is gone when they renew their own leases. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(5);

    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Map<Long, Row> history = new TreeMap<>();
    private final Map<Long, Instant> leases = new HashMap<>();
    private final List<String> leftOver = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** A run that has ended. */
    private record Row(
            long id,
            String task,
            String cause,
            long parentId,
            Instant nominal,
            Instant nominalEnd,
            String state,
            long nodeId,
            long fence,
            Optional<Instant> claimedAt,
            Instant endedAt) {
        boolean isSuccess() {
            return state.equals("SUCCEEDED");
        }

        boolean isBySchedule() {
            return cause.equals("SCHEDULE") || cause.equals("BACKFILL");
        }
    }

    private RunBooks() {}

    /** Reads all of it. */
    static RunBooks read(Connection connection) throws SQLException {
        RunBooks books = new RunBooks();
        for (String table : List.of("run", "run_lock", "run_turn")) {
            long rows = Sql.on(connection, "select count(*) as rows_left from " + table)
                    .one(row -> row.number("rows_left"));
            if (rows > 0) {
                books.leftOver.add(rows + " rows in " + table);
            }
        }
        Sql.on(connection, """
            select h.id, t.name, h.cause, h.parent_id, h.nominal_at, h.nominal_end_at, h.state, h.node_id, h.fence, h.claimed_at, h.ended_at
            from run_history h join task t on t.id = h.task_id\
            """)
                .each(row -> books.history.put(
                        row.number("id"),
                        new Row(
                                row.number("id"),
                                row.text("name"),
                                row.text("cause"),
                                row.number("parent_id"),
                                row.instant("nominal_at"),
                                row.instant("nominal_end_at"),
                                row.text("state"),
                                row.optionalNumber("node_id").orElse(0L),
                                row.optionalNumber("fence").orElse(0L),
                                row.optionalInstant("claimed_at"),
                                row.instant("ended_at"))));
        Sql.on(connection, "select id, lease_until from node")
                .each(row -> books.leases.put(row.number("id"), row.instant("lease_until")));
        return books;
    }

    /** How many runs ended so. */
    Map<String, Integer> states() {
        Map<String, Integer> counts = new TreeMap<>();
        history.values().forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        return counts;
    }

    /**
     * What was promised and did not come true.
     *
     * @param calls what the other side was asked
     * @param onlyOne tasks that do not run beside themselves
     * @param leased whether nodes look after one another by leases
     */
    List<String> complaints(List<OtherSide.Call> calls, Collection<String> onlyOne, boolean leased) {
        complaints.addAll(leftOver);
        checkTimes();
        checkChains();
        checkCalls(calls);
        onlyOne.forEach(this::checkOneAtATime);
        if (leased) {
            checkTakeovers();
        }
        return complaints;
    }

    private void require(boolean holds, String what, Object about) {
        if (!holds) {
            complaints.add(what + ": " + about);
        }
    }

    /** Every second from the first to the last is accounted for by one row. */
    private void checkTimes() {
        Map<String, Set<Instant>> byTask = new TreeMap<>();
        for (Row row : history.values()) {
            if (row.isBySchedule()) {
                Set<Instant> times = byTask.computeIfAbsent(row.task(), task -> new TreeSet<>());
                for (Instant time = row.nominal(); !time.isAfter(row.nominalEnd()); time = time.plusSeconds(1)) {
                    require(times.add(time), time + " is accounted for twice", row);
                }
            }
        }
        byTask.forEach((task, times) -> {
            TreeSet<Instant> sorted = new TreeSet<>(times);
            long seconds = Duration.between(sorted.first(), sorted.last()).toSeconds() + 1;
            require(
                    times.size() == seconds,
                    task + " has " + times.size() + " times",
                    "of " + seconds + " from " + sorted.first());
        });
    }

    /** Each success is followed once by what follows it, and nothing else starts that. */
    private void checkChains() {
        Map<Long, Integer> followed = new HashMap<>();
        for (Row row : history.values()) {
            if (row.cause().equals("CHAIN")) {
                followed.merge(row.parentId(), 1, Integer::sum);
                Row parent = history.get(row.parentId());
                require(parent != null && parent.isSuccess(), "follows no success", row + ", " + parent);
            }
        }
        for (Row row : history.values()) {
            if (row.isSuccess() && !row.task().startsWith("after-")) {
                require(followed.getOrDefault(row.id(), 0) == 1, followed.get(row.id()) + " runs follow", row);
            }
        }
    }

    /** Each success made its call, and no right to work was used for two. */
    private void checkCalls(List<OtherSide.Call> calls) {
        Set<OtherSide.Call> known = new HashSet<>();
        Set<Long> runs = new HashSet<>();
        for (OtherSide.Call call : calls) {
            require(known.add(call), "called twice under one fence", call);
            require(history.containsKey(call.run()), "called by a run that nobody knows", call);
            runs.add(call.run());
        }
        for (Row row : history.values()) {
            require(!row.isSuccess() || runs.contains(row.id()), "succeeded without a call", row);
        }
    }

    /** Of those that recorded success none began before the one before it had ended. */
    private void checkOneAtATime(String task) {
        List<Row> rows = history.values().stream()
                .filter(row -> row.task().equals(task) && row.isSuccess())
                .sorted((one, other) -> Long.compare(one.fence(), other.fence()))
                .toList();
        for (int i = 1; i < rows.size(); i++) {
            Instant began = rows.get(i).claimedAt().orElseThrow();
            require(
                    !began.isBefore(rows.get(i - 1).endedAt()),
                    "ran beside one another",
                    rows.get(i - 1) + ", " + rows.get(i));
        }
    }

    /** Runs of nodes that were gone were taken over soon after the lease, and not before its end. */
    private void checkTakeovers() {
        for (Row row : history.values()) {
            Instant lease = leases.get(row.nodeId());
            if (row.state().equals("LOST") && lease != null) {
                require(row.endedAt().isAfter(lease), "was taken over while its node had a lease until " + lease, row);
                Instant latest = lease.plus(NOTICED_WITHIN).plus(SLACK);
                require(
                        row.endedAt().isBefore(latest),
                        "was taken over late, its node had a lease until " + lease,
                        row);
            }
        }
    }
}
