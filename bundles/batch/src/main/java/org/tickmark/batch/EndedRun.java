package org.tickmark.batch;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.batch.Report.UnitLine;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/**
 * A run that has ended, as it was kept.
 *
 * @param id its key
 * @param mode which steps it took
 * @param exit how it ended; empty of one that was killed
 * @param units what it did for each unit
 */
record EndedRun(
        long id, Mode mode, Instant startedAt, Instant finishedAt, Optional<ExitCode> exit, List<UnitLine> units) {
    /** So many runs before one are looked at: two months of nights, with some to spare for those that were repeated. */
    private static final int MOST_BEFORE = 100;

    private static final String RUNS =
            "select id, mode, started_at, finished_at, exit_code from batch_run where state <> ? ";

    EndedRun {
        units = List.copyOf(units);
    }

    /** The run of this key, or the newest one for none. */
    static Optional<EndedRun> find(Transactions transactions, Optional<Long> key) {
        return transactions.reading(tx -> {
            Sql query = key.isPresent()
                    ? Sql.on(tx.connection(), RUNS + "and id = ?").with(RunState.RUNNING, key.get())
                    : Sql.on(tx.connection(), RUNS + "order by id desc").with(RunState.RUNNING);
            Optional<Head> row = query.first(Head::of);
            return row.isPresent()
                    ? Optional.of(
                            row.get().with(units(tx, row.get().id(), row.get().id())))
                    : Optional.empty();
        });
    }

    /** The runs before this one, the newest first, at most a hundred. */
    static List<EndedRun> before(Transactions transactions, long run) {
        return transactions.reading(tx -> {
            List<Head> rows = Sql.on(
                            tx.connection(),
                            RUNS + "and id < ? order by id desc fetch first " + MOST_BEFORE + " rows only")
                    .with(RunState.RUNNING, run)
                    .list(Head::of);
            if (rows.isEmpty()) {
                return List.of();
            }
            Map<Long, List<UnitLine>> units =
                    units(tx, rows.get(rows.size() - 1).id(), run);
            return rows.stream().map(row -> row.with(units)).toList();
        });
    }

    /** A run without its units. */
    private record Head(long id, Mode mode, Instant startedAt, Instant finishedAt, Optional<ExitCode> exit) {
        static Head of(Row row) throws SQLException {
            return new Head(
                    row.number("id"),
                    row.choice("mode", Mode.class),
                    row.instant("started_at"),
                    row.instant("finished_at"),
                    row.optionalNumber("exit_code").map(EndedRun::exitCode));
        }

        EndedRun with(Map<Long, List<UnitLine>> units) {
            return new EndedRun(id, mode, startedAt, finishedAt, exit, units.getOrDefault(id, List.of()));
        }
    }

    private static Map<Long, List<UnitLine>> units(Tx tx, long firstInclusive, long lastInclusive) throws SQLException {
        Map<Long, List<UnitLine>> units = new HashMap<>();
        Sql.on(tx.connection(), """
                        select run_id, unit_code, exit_code, files, entries, matched, open_items from batch_run_unit
                        where run_id between ? and ? order by run_id, unit_code""").with(firstInclusive, lastInclusive).each(row -> units.computeIfAbsent(
                        row.number("run_id"), id -> new ArrayList<>())
                .add(new UnitLine(
                        row.text("unit_code"),
                        exitCode(row.number("exit_code")),
                        row.number("files"),
                        row.number("entries"),
                        row.number("matched"),
                        row.number("open_items"))));
        return units;
    }

    private static ExitCode exitCode(long code) {
        return Arrays.stream(ExitCode.values())
                .filter(exit -> exit.code() == code)
                .findFirst()
                .orElse(ExitCode.FAILURE);
    }

    /** Of its units only these, or all for none. */
    EndedRun only(Set<String> chosen) {
        return new EndedRun(
                id, mode, startedAt, finishedAt, exitFor(chosen), Report.chosen(units, chosen, UnitLine::unit));
    }

    /** Whether it tells anything of these units, or of all for none. */
    boolean concerns(Set<String> chosen) {
        return !isOfUnits() || !Report.chosen(units, chosen, UnitLine::unit).isEmpty();
    }

    /** How it ended for these units, or for all for none. */
    private Optional<ExitCode> exitFor(Set<String> chosen) {
        return chosen.isEmpty() || !isOfUnits()
                ? exit
                : Optional.of(Report.worst(Report.chosen(units, chosen, UnitLine::unit)));
    }

    /** Whether it ended as the worst of its units did; else something beside them was worse. */
    private boolean isOfUnits() {
        return exit.isPresent() && exit.get() == Report.worst(units);
    }

    boolean isWell() {
        return exit.equals(Optional.of(ExitCode.OK));
    }

    long openItems() {
        return units.stream().mapToLong(UnitLine::open).sum();
    }

    /** Whether anything was imported or matched. */
    boolean changedSomething() {
        return units.stream().anyMatch(UnitLine::isChange);
    }
}
