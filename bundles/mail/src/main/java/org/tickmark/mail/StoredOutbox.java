package org.tickmark.mail;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Mails.State;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.setting.Settings;
import org.tickmark.mail.OutboxTable.Standing;
import org.tickmark.mail.Rendering.Rendered;

/** The outbox in the database. */
final class StoredOutbox implements Outbox {
    /** Takes the place of the domain of {@code mail.from} while that is not set. */
    private static final String NO_DOMAIN = "tickmark.invalid";

    private final Transactions transactions;
    private final Settings settings;
    private final Courier courier;
    private final Runnable afterCommit;
    private final Pause pause;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * An outbox.
     *
     * @param afterCommit calls those who deliver
     * @param zone whose clocks mails tell moments by
     */
    StoredOutbox(
            Transactions transactions,
            Settings settings,
            Courier courier,
            Runnable afterCommit,
            Pause pause,
            Clock clock,
            ZoneId zone) {
        this.transactions = transactions;
        this.settings = settings;
        this.courier = courier;
        this.afterCommit = afterCommit;
        this.pause = pause;
        this.clock = clock;
        this.zone = zone;
    }

    /** How a thread waits. */
    @FunctionalInterface
    interface Pause {
        /** Waits, at most this long; false if the thread was interrupted. */
        boolean atMost(Duration span);
    }

    @Override
    public boolean isOn() {
        return settings.get(MailSettings.ENABLED);
    }

    @Override
    public Locale language() {
        return Locale.forLanguageTag(settings.get(MailSettings.LANGUAGE));
    }

    @Override
    public List<String> addresses(String setting, String addresses) {
        return Addresses.in(setting, addresses);
    }

    @Override
    public List<Long> enqueue(Tx tx, Caller caller, Letter letter) throws SQLException {
        Objects.requireNonNull(caller, "caller");
        letter.recipients().forEach(Addresses::checked);
        if (!isOn() || letter.recipients().isEmpty()) {
            return List.of();
        }
        if (letter.once().isPresent() && OutboxTable.isTaken(tx, letter.once().get())) {
            return List.of();
        }
        Instant now = clock.instant();
        Rendered rendered =
                rendering(letter.language().orElseGet(this::language)).of(letter.content());
        long id = OutboxTable.addLetter(tx, letter, rendered, caller.identity(), now);
        List<Long> mails = new ArrayList<>();
        for (String recipient : letter.recipients()) {
            mails.add(OutboxTable.addMail(tx, id, recipient, messageId(), now, giveUpAt(now)));
        }
        tx.afterCommit(afterCommit);
        return List.copyOf(mails);
    }

    /** Renders mails in a language, as the settings say. */
    Rendering rendering(Locale locale) {
        return new Rendering(new Cells(locale, zone), settings.get(MailSettings.MOST_KILOBYTES) * 1000);
    }

    /** A {@code Message-ID} that no other mail has. */
    String messageId() {
        String from = settings.get(MailSettings.FROM);
        String domain =
                from.isEmpty() ? NO_DOMAIN : Addresses.domain(Addresses.inSetting(MailSettings.FROM.key(), from));
        return "<" + UUID.randomUUID() + "@" + domain + ">";
    }

    /** When a mail that is new now is given up. */
    Instant giveUpAt(Instant now) {
        return now.plus(settings.get(MailSettings.GIVE_UP_AFTER));
    }

    @Override
    public List<Problem> deliver(List<Long> mails, Duration patience, CancelToken cancel) {
        Instant deadline = clock.instant().plus(patience);
        List<Standing> left = left(mails);
        try {
            while (isWaiting(left) && clock.instant().isBefore(deadline) && !cancel.isCancelled()) {
                Instant next = courier.step().filter(deadline::isAfter).orElse(deadline);
                Duration nothingToDo = Duration.between(clock.instant(), next);
                if (!nothingToDo.isNegative() && !nothingToDo.isZero() && !pause.atMost(nothingToDo)) {
                    break;
                }
                left = left(mails);
            }
        } catch (TickmarkException e) {
            return List.of(e.problem());
        }
        return left(mails).stream().map(StoredOutbox::notDelivered).toList();
    }

    private static boolean isWaiting(List<Standing> mails) {
        return mails.stream().anyMatch(mail -> mail.state() == State.WAITING);
    }

    private List<Standing> left(List<Long> mails) {
        return transactions.reading(tx -> OutboxTable.standings(tx, mails)).stream()
                .filter(mail -> mail.state() == State.WAITING || mail.state() == State.GIVEN_UP)
                .toList();
    }

    private static Problem notDelivered(Standing mail) {
        boolean waits = mail.state() == State.WAITING;
        String id = waits ? "waits" : "given-up";
        Problem.Builder problem = Problem.warning("mail." + id, Texts.message(id, mail.id(), mail.recipient()))
                .where(mail.about())
                .advice(Texts.message(id + ".advice", mail.id()));
        mail.error().ifPresent(problem::found);
        return problem.build();
    }
}
