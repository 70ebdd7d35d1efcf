package org.tickmark.scheduler.sim;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.task.Cause;
import org.tickmark.scheduler.plan.Due;
import org.tickmark.scheduler.plan.Plan;

/** I3: the times of a task's schedule, as long as it stayed the same, are those that ran and those that were dropped, each once. */
final class TimesChecker {
    private final Simulation simulation;
    private final Observer observer;
    private final Definitions definitions;
    private final Definitions.Standing task;

    TimesChecker(Simulation simulation, Definitions definitions, Definitions.Standing task) {
        this.simulation = simulation;
        this.observer = simulation.observer();
        this.definitions = definitions;
        this.task = task;
    }

    /** Revisions in a row with the same times. */
    private record Era(int first, int last, Instant from, Optional<Instant> end) {}

    void check() throws SQLException {
        for (Era era : eras()) {
            if (definitions.of(task.id(), era.first()).definition().active()) {
                check(era);
            }
        }
    }

    private List<Era> eras() throws SQLException {
        List<Era> eras = new ArrayList<>();
        int first = 1;
        for (int number = 2; number <= task.revision() + 1; number++) {
            if (number > task.revision()) {
                eras.add(era(first, number - 1, Optional.empty()));
            } else if (!goesOn(number)) {
                eras.add(era(
                        first,
                        number - 1,
                        Optional.of(definitions.of(task.id(), number).savedAt())));
                first = number;
            }
        }
        return eras;
    }

    private Era era(int first, int last, Optional<Instant> end) throws SQLException {
        return new Era(first, last, definitions.of(task.id(), first).savedAt(), end);
    }

    private boolean goesOn(int number) throws SQLException {
        var before = definitions.of(task.id(), number - 1).definition();
        var after = definitions.of(task.id(), number).definition();
        return before.active() && after.active() && times(before.timing()).equals(times(after.timing()));
    }

    private static List<Object> times(Timing timing) {
        return List.of(
                timing.schedule(),
                timing.zone(),
                timing.gap(),
                timing.overlap(),
                timing.start(),
                timing.end(),
                timing.calendar(),
                timing.freeDays());
    }

    private void check(Era era) throws SQLException {
        Plan plan = definitions.of(task.id(), era.last()).plan();
        Set<Instant> accounted = new HashSet<>();
        Instant last = Instant.MIN;
        for (HistoryRow row : observer.history().values()) {
            if (isOf(row, era)) {
                for (Instant time : times(plan, row)) {
                    require(accounted.add(time), () -> time + " of " + task + " is accounted for twice: " + row);
                    last = time.isAfter(last) ? time : last;
                }
            }
        }
        checkComplete(era, plan, accounted, last);
    }

    private boolean isOf(HistoryRow row, Era era) {
        int revision = observer.firstRevision(row);
        return row.taskId() == task.id()
                && (row.cause() == Cause.SCHEDULE || row.cause() == Cause.BACKFILL)
                && row.occurrence().contains("@")
                && revision >= era.first()
                && revision <= era.last();
    }

    /** The times that a row stands for. */
    private List<Instant> times(Plan plan, HistoryRow row) {
        List<Instant> times = new ArrayList<>();
        Optional<Due> due = plan.first(row.nominal());
        while (due.isPresent() && !due.get().nominal().isAfter(row.nominalEnd())) {
            Instant time = due.get().nominal();
            if (isKept(plan, time) != (row.state() == RunState.BLACKED_OUT)) {
                times.add(time);
            }
            due = plan.first(time.plusSeconds(1));
        }
        boolean whole = times.size() == row.times()
                && times.get(0).equals(row.nominal())
                && times.get(times.size() - 1).equals(row.nominalEnd());
        require(whole, () -> row + " stands for " + times);
        return times;
    }

    private static boolean isKept(Plan plan, Instant time) {
        return plan.firstRun(time).filter(due -> due.nominal().equals(time)).isPresent();
    }

    private void checkComplete(Era era, Plan plan, Set<Instant> accounted, Instant last) {
        int expected = 0;
        Optional<Due> due = plan.first(era.from());
        while (due.isPresent() && isOver(due.get(), era, last)) {
            Instant time = due.get().nominal();
            require(accounted.contains(time), () -> time + " of " + task + " is not accounted for, though " + era);
            expected++;
            due = plan.first(time.plusSeconds(1));
        }
        require(accounted.size() == expected, () -> accounted + " of " + task + " has what is not of " + era);
        if (era.end().isPresent()) {
            Instant latest = era.end().get().plus(Simulation.MOST_SKEW);
            require(!last.isAfter(latest), () -> last + " of " + task + " came too early for " + era);
        }
    }

    private static boolean isOver(Due due, Era era, Instant last) {
        return !due.nominal().isAfter(last)
                || era.end().filter(end -> !due.at().isAfter(end)).isPresent();
    }

    private void require(boolean holds, Supplier<String> what) {
        if (!holds) {
            simulation.violated("I3", what.get());
        }
    }
}
