package org.tickmark.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.setting.Settings;
import org.tickmark.batch.Expected.Time;
import org.tickmark.batch.Report.Told;

/**
 * Looks after night runs while a server runs: tells of one that was killed without waiting for the next one, and of one that was to begin and did
 * not. Safe for use from many threads and nodes.
 */
final class NightWatch {
    private static final Logger LOG = LoggerFactory.getLogger(NightWatch.class);
    private static final String LOCK = "batch-watch";

    private final Caller caller = Caller.system();
    private final Settings settings;
    private final Locks locks;
    private final Books books;
    private final Imports imports;
    private final RunJournal journal;
    private final Letters letters;
    private final Expected expected;
    private final Clock clock;
    private final Instant begun;

    NightWatch(
            Settings settings,
            Locks locks,
            Books books,
            Imports imports,
            RunJournal journal,
            Letters letters,
            Expected expected,
            Clock clock) {
        this.settings = settings;
        this.locks = locks;
        this.books = books;
        this.imports = imports;
        this.journal = journal;
        this.letters = letters;
        this.expected = expected;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /**
     * Tells what there is to tell.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code config.invalid} if a setting cannot be understood
     */
    void look() {
        if (journal.hasRunning()) {
            holding(NightRun.LOCK, this::tellOfCrashed);
        }
        if (settings.get(BatchSettings.ENABLED)) {
            expected.last(clock.instant())
                    .filter(this::isMissed)
                    .ifPresent(time -> holding(LOCK, () -> tellOfMissing(time)));
        }
    }

    private void holding(String lock, Runnable work) {
        Optional<Locks.Lock> taken = locks.acquire(lock, Duration.ZERO, CancelToken.NEVER);
        if (taken.isPresent()) {
            try (Locks.Lock held = taken.get()) {
                LOG.debug("Holding {}", held);
                work.run();
            }
        }
    }

    /** To be called by the holder of the batch lock. */
    private void tellOfCrashed() {
        List<RunJournal.Crashed> crashed = journal.markCrashed(caller);
        if (crashed.isEmpty()) {
            return;
        }
        List<Told> problems = new ArrayList<>(
                Told.of("", crashed.stream().map(Problems::crashed).toList()));
        imports.rejectedSince(caller, crashed.get(0).startedAt())
                .forEach(file -> problems.add(new Told(file.unit(), Problems.rejectedByCrashed(file))));
        long run = crashed.get(crashed.size() - 1).id();
        LOG.error("Batch run {} was killed", run);
        journal.sendOfCrashed(caller, written(units -> letters.aboutCrashed(run, problems, units)));
    }

    /** A time that was over before there was a run, or somebody who looks, was nobody's to keep. */
    private boolean isMissed(Time time) {
        return !journal.hasBegun(time.after(), time.by())
                && !journal.isToldMissing(time.by())
                && (!time.by().isBefore(begun) || journal.hasBegun(Instant.EPOCH, time.after()));
    }

    private void tellOfMissing(Time time) {
        LOG.error("No batch run began from {} to {}", time.after(), time.by());
        Missing missing = new Missing(time.after(), time.by(), journal.newest());
        journal.missing(caller, time.by(), written(units -> letters.aboutMissing(missing, units)));
    }

    private List<Letter> written(Function<Set<String>, Letters.Written> writer) {
        Letters.Written written =
                writer.apply(books.units(caller).stream().map(Unit::code).collect(Collectors.toSet()));
        written.problems().forEach(problem -> LOG.warn("Nobody is told: {}", problem));
        return written.letters();
    }
}
