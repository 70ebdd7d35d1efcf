package org.tickmark.script;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.setting.Settings;
import org.tickmark.script.store.RunTable;
import org.tickmark.script.trace.RecordingTable;
import org.tickmark.script.trigger.FiringTable;

/** Forgets old runs, firings and recordings, once a day, when scripts run. Safe for use from many threads. */
final class Retention {
    private static final Duration INTERVAL = Duration.ofDays(1);

    private final Transactions transactions;
    private final Settings settings;
    private final Clock clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    Retention(Transactions transactions, Settings settings, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Forgets what is old enough, if the last time was a day ago. */
    void forgetOld() {
        Instant now = clock.instant();
        Instant due = next.get();
        if (now.isBefore(due) || !next.compareAndSet(due, now.plus(INTERVAL))) {
            return;
        }
        Instant oldest = now.minus(settings.get(ScriptSettings.KEEP_RUNS));
        transactions.inTransaction(tx -> RunTable.forgetBefore(tx.connection(), oldest)
                + FiringTable.forgetBefore(tx.connection(), oldest)
                + RecordingTable.forgetExpired(tx.connection(), now));
    }
}
