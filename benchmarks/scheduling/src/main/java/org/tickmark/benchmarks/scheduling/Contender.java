package org.tickmark.benchmarks.scheduling;

import java.util.Set;
import org.tickmark.benchmarks.kit.Database;

/** An engine with a store and the way it is set. */
enum Contender {
    TICKMARK_H2(
            "Tickmark",
            Database.Store.H2,
            Pace.QUICK,
            (db, tally) -> new TickmarkEngine(db, TickmarkEngine.Shape.RUNS, tally)),
    TICKMARK_H2_TASKS(
            "Tickmark, each a task",
            Database.Store.H2,
            Pace.QUICK,
            (db, tally) -> new TickmarkEngine(db, TickmarkEngine.Shape.TASKS, tally)),
    BARE_H2("bare loop of 100", Database.Store.H2, Pace.QUICK, BareLoop::new),
    DB_SCHEDULER_H2(
            "db-scheduler, as it comes",
            Database.Store.H2,
            Pace.SLOW,
            (db, tally) -> new DbSchedulerEngine(db, DbSchedulerEngine.Polling.DEFAULT, tally)),
    DB_SCHEDULER_H2_FETCH(
            "db-scheduler, fetch",
            Database.Store.H2,
            Pace.SLOW,
            (db, tally) -> new DbSchedulerEngine(db, DbSchedulerEngine.Polling.FETCH, tally)),
    QUARTZ_H2(
            "Quartz, as it comes",
            Database.Store.H2,
            Pace.SLOW,
            (db, tally) -> new QuartzEngine(db, QuartzEngine.Tuning.DEFAULT, tally)),
    QUARTZ_H2_TUNED(
            "Quartz, tuned",
            Database.Store.H2,
            Pace.SLOW,
            (db, tally) -> new QuartzEngine(db, QuartzEngine.Tuning.TUNED, tally)),
    TICKMARK_PG(
            "Tickmark",
            Database.Store.POSTGRESQL,
            Pace.QUICK,
            (db, tally) -> new TickmarkEngine(db, TickmarkEngine.Shape.RUNS, tally)),
    TICKMARK_PG_TASKS(
            "Tickmark, each a task",
            Database.Store.POSTGRESQL,
            Pace.QUICK,
            (db, tally) -> new TickmarkEngine(db, TickmarkEngine.Shape.TASKS, tally)),
    BARE_PG("bare loop of 100", Database.Store.POSTGRESQL, Pace.QUICK, BareLoop::new),
    DB_SCHEDULER_PG(
            "db-scheduler, as it comes",
            Database.Store.POSTGRESQL,
            Pace.SLOW,
            (db, tally) -> new DbSchedulerEngine(db, DbSchedulerEngine.Polling.DEFAULT, tally)),
    DB_SCHEDULER_PG_FETCH(
            "db-scheduler, fetch",
            Database.Store.POSTGRESQL,
            Pace.SLOW,
            (db, tally) -> new DbSchedulerEngine(db, DbSchedulerEngine.Polling.FETCH, tally)),
    DB_SCHEDULER_PG_LOCK(
            "db-scheduler, lock and fetch 0.5-1",
            Database.Store.POSTGRESQL,
            Pace.SLOW,
            (db, tally) -> new DbSchedulerEngine(db, DbSchedulerEngine.Polling.LOCK_AND_FETCH, tally)),
    DB_SCHEDULER_PG_LOCK_AHEAD(
            "db-scheduler, lock and fetch 1-4",
            Database.Store.POSTGRESQL,
            Pace.SLOW,
            (db, tally) -> new DbSchedulerEngine(db, DbSchedulerEngine.Polling.LOCK_AND_FETCH_AHEAD, tally)),
    QUARTZ_PG(
            "Quartz, as it comes",
            Database.Store.POSTGRESQL,
            Pace.SLOW,
            (db, tally) -> new QuartzEngine(db, QuartzEngine.Tuning.DEFAULT, tally)),
    QUARTZ_PG_TUNED(
            "Quartz, tuned",
            Database.Store.POSTGRESQL,
            Pace.SLOW,
            (db, tally) -> new QuartzEngine(db, QuartzEngine.Tuning.TUNED, tally)),
    QUARTZ_PG_CLUSTERED(
            "Quartz, tuned, clustered",
            Database.Store.POSTGRESQL,
            Pace.SLOW,
            (db, tally) -> new QuartzEngine(db, QuartzEngine.Tuning.CLUSTERED, tally)),
    TIMER_MEMORY("the timer of the JDK", Database.Store.MEMORY, Pace.QUICK, (db, tally) -> new BareTimer(tally)),
    QUARTZ_MEMORY(
            "Quartz, as it comes",
            Database.Store.MEMORY,
            Pace.QUICK,
            (db, tally) -> new QuartzEngine(db, QuartzEngine.Tuning.DEFAULT, tally)),
    QUARTZ_MEMORY_TUNED(
            "Quartz, tuned",
            Database.Store.MEMORY,
            Pace.QUICK,
            (db, tally) -> new QuartzEngine(db, QuartzEngine.Tuning.TUNED, tally));

    /** How many runs at the same time every engine is given. */
    static final int THREADS = 20;

    /** What every run carries along: 100 characters. */
    static final String PAYLOAD = "0123456789".repeat(10);

    /** How much an engine is given to do. */
    enum Pace {
        /** All. */
        QUICK(1),
        /** A tenth, as it commits each run by itself. */
        SLOW(10);

        private final int divisor;

        Pace(int divisor) {
            this.divisor = divisor;
        }

        /** Its share. */
        int of(int all) {
            return all / divisor;
        }
    }

    /** Makes an engine on an empty database, or one that an engine of the same kind has left. */
    @FunctionalInterface
    private interface Maker {
        Engine make(Database database, Tally tally) throws Exception;
    }

    private final String title;
    private final Database.Store store;
    private final Pace pace;

    @SuppressWarnings("ImmutableEnumChecker") // Code without a state.
    private final Maker maker;

    Contender(String title, Database.Store store, Pace pace, Maker maker) {
        this.title = title;
        this.store = store;
        this.pace = pace;
        this.maker = maker;
    }

    String title() {
        return title;
    }

    Database.Store store() {
        return store;
    }

    Pace pace() {
        return pace;
    }

    /** An engine that has not begun. */
    Engine open(Database database, Tally tally) throws Exception {
        return maker.make(database, tally);
    }

    /** Whether it is measured in all that it offers, not in the drain alone. */
    boolean isWhole() {
        return !Set.of(BARE_H2, BARE_PG, TICKMARK_H2_TASKS, TICKMARK_PG_TASKS).contains(this);
    }

    /** Whether several processes may work on one database. */
    boolean isShared() {
        return store == Database.Store.POSTGRESQL
                && !Set.of(BARE_PG, QUARTZ_PG, QUARTZ_PG_TUNED).contains(this);
    }

    /** Whether it holds a million tasks in a time that can be waited for. */
    boolean isForMany() {
        return this == TICKMARK_H2 || this == TICKMARK_PG;
    }
}
