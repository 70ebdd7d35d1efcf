package org.tickmark.scheduler.sim;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.task.Cause;
import org.tickmark.kit.jdbc.Sql;

/** Checks what must hold of a whole history, when everything has come to its end. */
final class HistoryChecker {
    private final Simulation simulation;
    private final Observer observer;
    private final Connection connection;
    private final Definitions definitions;

    HistoryChecker(Simulation simulation, Connection connection, Definitions definitions) {
        this.simulation = simulation;
        this.observer = simulation.observer();
        this.connection = connection;
        this.definitions = definitions;
    }

    void check() throws SQLException {
        checkIdle();
        checkWishes();
        checkAttempts();
        new ChainChecker(simulation, definitions).check();
        for (Definitions.Standing task : definitions.standing()) {
            new TimesChecker(simulation, definitions, task).check();
        }
    }

    private void checkIdle() throws SQLException {
        require(
                "I11",
                observer.live().isEmpty(),
                () -> "never ended: " + observer.liveRows().values());
        for (String table : List.of("run_lock", "run_turn", "due")) {
            long rows = Sql.on(connection, "select count(*) as rows_left from " + table)
                    .one(row -> row.number("rows_left"));
            require("I15", rows == 0, () -> rows + " rows are left in " + table);
        }
    }

    /** Every wish that was taken started one run, and nothing else did. */
    private void checkWishes() throws SQLException {
        Set<Long> wished = new HashSet<>();
        Sql.on(connection, "select run_id from run_request").each(row -> wished.add(row.number("run_id")));
        Set<Long> started = new HashSet<>();
        for (HistoryRow row : observer.history().values()) {
            if (row.cause() == Cause.NOW) {
                started.add(row.id());
            }
        }
        require("I8", wished.equals(started), () -> "wished for were runs " + wished + ", started by wish " + started);
    }

    private record Origin(long first, String occurrence) {}

    private void checkAttempts() throws SQLException {
        Map<Origin, List<HistoryRow>> byOrigin = new HashMap<>();
        for (HistoryRow row : observer.history().values()) {
            if (row.claimedAt().isPresent()) {
                checkInTime(row);
            }
            byOrigin.computeIfAbsent(origin(row), key -> new ArrayList<>()).add(row);
        }
        for (List<HistoryRow> attempts : byOrigin.values()) {
            attempts.sort(Comparator.comparing(HistoryRow::attempt).thenComparing(HistoryRow::id));
            checkAttempts(attempts);
        }
    }

    private static Origin origin(HistoryRow row) {
        return switch (row.cause()) {
            case PART -> new Origin(row.parentId(), row.occurrence());
            case RETRY -> new Origin(row.parentId(), "");
            default -> new Origin(row.id(), "");
        };
    }

    /** What outlives its lock has not succeeded. */
    private void checkInTime(HistoryRow row) throws SQLException {
        Duration lock = definitions
                .of(row.taskId(), row.revision())
                .definition()
                .running()
                .lock();
        Instant deadline = row.claimedAt().orElseThrow().plus(lock);
        boolean success = row.state() == RunState.SUCCEEDED && !observer.wasSplit(row.id());
        require(
                "I16",
                !success || row.endedAt().isBefore(deadline),
                () -> row + " succeeded after its lock's end " + deadline);
    }

    private void checkAttempts(List<HistoryRow> attempts) throws SQLException {
        for (int i = 0; i < attempts.size(); i++) {
            HistoryRow row = attempts.get(i);
            require("I7", row.attempt() == i + 1, () -> "attempts " + attempts);
            boolean isLast = i == attempts.size() - 1;
            Optional<Duration> delay = delay(row);
            require("I7", isLast != delay.isPresent(), () -> (isLast ? "tried no more: " : "tried again: ") + row);
            if (!isLast && delay.isPresent()) {
                checkDelay(attempts.get(i + 1), row.endedAt().plus(delay.get()).minus(Simulation.MOST_SKEW));
            }
        }
    }

    private void checkDelay(HistoryRow next, Instant earliest) {
        boolean early = next.claimedAt().filter(earliest::isAfter).isPresent();
        require("I7", !early, () -> next + " came before " + earliest);
    }

    /** By the manual: when it is tried again. */
    private Optional<Duration> delay(HistoryRow row) throws SQLException {
        var definition = definitions.of(row.taskId(), row.revision()).definition();
        int most = definition.retry().most();
        return switch (row.state()) {
            case FAILED, TIMED_OUT ->
                row.attempt() <= most ? Optional.of(definition.retry().delayAfter(row.attempt())) : Optional.empty();
            case LOST ->
                !definition.running().atMostOnce() && row.attempt() <= Math.max(1, most)
                        ? Optional.of(Duration.ZERO)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void require(String promise, boolean holds, Supplier<String> what) {
        if (!holds) {
            simulation.violated(promise, what.get());
        }
    }

    /** The last attempt of each run that began and is not a part. */
    static List<HistoryRow> outcomes(Observer observer) {
        Map<Long, HistoryRow> last = new TreeMap<>();
        for (HistoryRow row : observer.history().values()) {
            if (row.cause() != Cause.PART && !row.state().isDropped()) {
                last.merge(
                        row.cause() == Cause.RETRY ? row.parentId() : row.id(),
                        row,
                        (one, other) -> one.attempt() > other.attempt() ? one : other);
            }
        }
        Set<HistoryRow> lasts = new HashSet<>(last.values());
        return observer.history().values().stream().filter(lasts::contains).toList();
    }
}
