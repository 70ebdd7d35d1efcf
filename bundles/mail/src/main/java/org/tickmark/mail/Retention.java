package org.tickmark.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.setting.Settings;

/** Forgets mails that were delivered or dropped, after some time, once a day. What was given up stays until somebody looks after it. For one thread. */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration INTERVAL = Duration.ofDays(1);

    private final Transactions transactions;
    private final Settings settings;
    private final Clock clock;
    private Instant next = Instant.MIN;

    Retention(Transactions transactions, Settings settings, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Forgets what is old enough, if the last time was a day ago. */
    void forgetOld() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        Duration keepFor = settings.get(MailSettings.KEEP_FOR);
        int forgotten = transactions.inTransaction(tx -> OutboxTable.forgetBefore(tx, now.minus(keepFor)));
        next = now.plus(INTERVAL);
        LOG.debug("{} mails from before the last {} forgotten", forgotten, keepFor);
    }
}
