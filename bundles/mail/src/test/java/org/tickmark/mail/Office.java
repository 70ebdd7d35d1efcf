package org.tickmark.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.mail.MailContent;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.mail.smtp.Handover;
import org.tickmark.mail.smtp.Message;
import org.tickmark.mail.smtp.SmtpAccount;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.ManualSettings;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** The mail of one process on a database, put together as in production, with a clock and a postman of a test's own. */
final class Office {
    static final Caller CALLER = Caller.os("test", Locale.ENGLISH);

    final ManualSettings settings = new ManualSettings()
            .with(MailSettings.ENABLED, "true")
            .with(MailSettings.HOST, "localhost")
            .with(MailSettings.SECURITY, "none")
            .with(MailSettings.FROM, "tickmark@example.org");
    final FakeSecrets secrets = new FakeSecrets();
    final RecordingAudit audit = new RecordingAudit();
    final Templates templates = new Templates();
    final Accounts accounts = new Accounts(settings, secrets);
    final RecordingEvents events;
    final Courier courier;
    final StoredOutbox outbox;
    final MailDesk desk;
    private final Transactions transactions;
    private final ManualClock clock;

    Office(Transactions transactions, ManualClock clock, BiFunction<SmtpAccount, Message, Handover> postman) {
        this.transactions = transactions;
        this.clock = clock;
        this.events = new RecordingEvents(clock);
        this.courier = new Courier(transactions, settings, accounts, postman, events, clock);
        this.outbox = new StoredOutbox(transactions, settings, courier, () -> {}, this::pause, clock, ZoneOffset.UTC);
        this.desk = new MailDesk(transactions, accounts, outbox, templates, postman, () -> {}, audit, clock);
    }

    private boolean pause(Duration span) {
        clock.advance(span);
        return true;
    }

    static MailContent content(String subject) {
        return MailContent.about(org.tickmark.api.message.Message.verbatim(subject))
                .paragraph(org.tickmark.api.message.Message.verbatim("What happened."))
                .build();
    }

    /** Puts a letter to these into the outbox. */
    List<Long> enqueue(String... recipients) {
        return enqueue(Letter.of("batch/17", List.of(recipients), content("Report")));
    }

    List<Long> enqueue(Letter letter) {
        return transactions.inTransaction(tx -> outbox.enqueue(tx, CALLER, letter));
    }

    /** Delivers what is due now. */
    void deliverDue() {
        Optional<Instant> next = courier.step();
        while (next.isPresent() && !next.get().isAfter(clock.instant())) {
            next = courier.step();
        }
    }

    /** Delivers until nothing waits or this time is over; moves the clock. */
    void deliverFor(Duration span) {
        Instant end = clock.instant().plus(span);
        for (Optional<Instant> next = courier.step();
                next.isPresent() && next.get().isBefore(end);
                next = courier.step()) {
            if (next.get().isAfter(clock.instant())) {
                clock.set(next.get());
            }
        }
        clock.set(end);
    }

    String state(long mail) {
        return transactions.reading(tx -> Sql.on(tx.connection(), "select state from mail_outbox where id = ?")
                .with(mail)
                .one(row -> row.text("state")));
    }

    long count(String table) {
        return transactions.reading(tx ->
                Sql.on(tx.connection(), "select count(*) as n from " + table).one(row -> row.number("n")));
    }
}
