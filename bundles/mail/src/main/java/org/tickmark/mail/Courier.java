package org.tickmark.mail;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.mail.Mails.State;
import org.tickmark.api.setting.Settings;
import org.tickmark.mail.OutboxTable.Due;
import org.tickmark.mail.OutboxTable.Ending;
import org.tickmark.mail.smtp.Failure;
import org.tickmark.mail.smtp.Handover;
import org.tickmark.mail.smtp.Message;
import org.tickmark.mail.smtp.Refusal;
import org.tickmark.mail.smtp.SmtpAccount;

/**
 * Delivers mails one at a time: claims one in a transaction, hands it over outside any, writes down what came of it in a second one. If the process
 * ends between the two the mail is tried again when the claim has run out; if only the database is away, what came of it is kept and written down
 * before anything else is done. Safe for use from many threads and nodes.
 */
final class Courier {
    /** How long handing over one mail may take. */
    static final Duration LIMIT = Duration.ofMinutes(2);
    /** When an attempt counts as lost: well after its limit, whatever the clocks of two nodes differ by. */
    static final Duration LOST_AFTER = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Transactions transactions;
    private final Settings settings;
    private final Accounts accounts;
    private final BiFunction<SmtpAccount, Message, Handover> postman;
    private final Events events;
    private final Clock clock;
    /** Tells the claims of this process from those of others. */
    private final String process = process();

    private final Queue<Ended> unsaved = new ConcurrentLinkedQueue<>();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    Courier(
            Transactions transactions,
            Settings settings,
            Accounts accounts,
            BiFunction<SmtpAccount, Message, Handover> postman,
            Events events,
            Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.accounts = accounts;
        this.postman = postman;
        this.events = events;
        this.clock = clock;
    }

    private static String process() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + "-"
                + self.info().startInstant().map(Instant::toEpochMilli).orElse(0L) + "-";
    }

    /** Frees the mails that processes before this one were handing over when they ended; for a database that no other process shares. */
    void freeLost() {
        int freed = transactions.inTransaction(tx -> OutboxTable.freeClaims(tx, process, clock.instant()));
        if (freed > 0) {
            LOG.warn(
                    "{} mails were being handed over when the process before this one ended: they are sent again",
                    freed);
        }
    }

    /** How many mails this process has delivered. */
    long taken() {
        return taken.get();
    }

    /** How many attempts of this process have failed. */
    long failed() {
        return failed.get();
    }

    /**
     * Delivers one mail, if one is due and allowed.
     *
     * @return when to come again; empty if nothing waits
     * @throws org.tickmark.api.TickmarkException if the settings are no account, or the database is away
     */
    Optional<Instant> step() {
        saveEnded();
        if (!settings.get(MailSettings.ENABLED)) {
            return Optional.empty();
        }
        SmtpAccount account = accounts.account();
        Turn turn = transactions.inTransaction(this::turn);
        turn.claimed().ifPresent(claimed -> carry(account, claimed));
        return turn.comeAgain();
    }

    /**
     * What there is to do.
     *
     * @param claimed the mail to hand over
     * @param comeAgain when to look for the next one
     */
    private record Turn(Optional<Claimed> claimed, Optional<Instant> comeAgain) {}

    private record Claimed(Due due, String claim, Message message) {}

    private record Ended(Claimed claimed, Ending ending) {}

    private Turn turn(Tx tx) throws SQLException {
        Instant now = clock.instant();
        Optional<Due> due = OutboxTable.due(tx, now);
        if (due.isEmpty()) {
            return new Turn(Optional.empty(), OutboxTable.nextAt(tx));
        }
        Instant allowed = OutboxTable.allowedAt(tx, now, settings.get(MailSettings.PER_MINUTE));
        if (allowed.isAfter(now)) {
            return new Turn(Optional.empty(), Optional.of(allowed));
        }
        String claim = process + UUID.randomUUID();
        boolean mine = OutboxTable.claim(tx, due.get(), claim, now, now.plus(LOST_AFTER));
        Optional<Claimed> claimed = mine
                ? Optional.of(new Claimed(
                        due.get(), claim, OutboxTable.message(tx, due.get().id())))
                : Optional.empty();
        return new Turn(claimed, Optional.of(now));
    }

    private void carry(SmtpAccount account, Claimed claimed) {
        Optional<Refusal> refusal = handOver(account, claimed.message());
        Ending ending = refusal.map(why -> failed(claimed.due(), why))
                .orElseGet(() -> new Ending(State.SENT, Optional.empty(), Optional.empty()));
        tell(claimed, ending);
        unsaved.add(new Ended(claimed, ending));
        saveEnded();
    }

    /** What nobody foresaw must not keep a mail coming back for ever: it is tried again and given up like any other. */
    private Optional<Refusal> handOver(SmtpAccount account, Message message) {
        try {
            return postman.apply(account, message).refusal();
        } catch (RuntimeException e) {
            LOG.error("{}: unforeseen failure", message.id(), e);
            return Optional.of(new Refusal(Failure.BROKEN, e.toString()));
        }
    }

    private Ending failed(Due due, Refusal why) {
        Instant next = clock.instant().plus(Backoff.after(due.id(), due.failures()));
        boolean last = why.failure().isFinal() || next.isAfter(due.giveUpAt());
        return last
                ? new Ending(State.GIVEN_UP, Optional.empty(), Optional.of(why.toString()))
                : new Ending(State.WAITING, Optional.of(next), Optional.of(why.toString()));
    }

    private void tell(Claimed claimed, Ending ending) {
        long mail = claimed.due().id();
        switch (ending.state()) {
            case SENT -> {
                taken.incrementAndGet();
                LOG.info("Mail {} is delivered", mail);
            }
            case GIVEN_UP -> {
                failed.incrementAndGet();
                LOG.error("Mail {} is given up: {}", mail, ending.outcome());
            }
            default -> {
                failed.incrementAndGet();
                LOG.warn(
                        "Mail {} is not taken: {}; again at {}",
                        mail,
                        ending.outcome(),
                        ending.nextAt().orElseThrow());
            }
        }
    }

    private synchronized void saveEnded() {
        for (Ended next = unsaved.peek(); next != null; next = unsaved.peek()) {
            Ended ended = next;
            boolean mine = transactions.inTransaction(tx -> save(tx, ended));
            if (!mine) {
                LOG.warn(
                        "The attempt on mail {} took so long that it counted as lost",
                        ended.claimed().due().id());
            }
            unsaved.remove();
        }
    }

    private boolean save(Tx tx, Ended ended) throws SQLException {
        Due due = ended.claimed().due();
        boolean mine = OutboxTable.end(tx, due, ended.claimed().claim(), ended.ending(), clock.instant());
        if (mine && ended.ending().state() == State.GIVEN_UP) {
            events.record(
                    tx,
                    Caller.system(),
                    "mail.given-up",
                    "mail/" + due.id(),
                    Map.of("error", ended.ending().outcome()));
        }
        return mine;
    }
}
