package org.tickmark.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Mails.Attempt;
import org.tickmark.api.host.mail.Mails.State;
import org.tickmark.api.mail.MailFile;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.mail.Rendering.Rendered;
import org.tickmark.mail.smtp.Message;
import org.tickmark.mail.smtp.Message.Part;

/** The tables of mail. A claim is won by the one statement that finds the row as it was seen, so the same SQL holds on H2 and PostgreSQL. */
final class OutboxTable {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private OutboxTable() {}

    // ---------------------------------------------------------------- taking letters

    static boolean isTaken(Tx tx, String onceKey) throws SQLException {
        return Sql.on(tx.connection(), "select id from mail_letter where once_key = ?")
                .with(onceKey)
                .first(row -> true)
                .isPresent();
    }

    static long addLetter(Tx tx, Letter letter, Rendered rendered, String caller, Instant now) throws SQLException {
        Connection connection = tx.connection();
        long id = Sql.on(connection, """
                        insert into mail_letter (about, once_key, subject, body_text, body_html, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .with(letter.about(), letter.once(), rendered.subject(), rendered.text(), rendered.html(), caller, now)
                .insert();
        try (Batch files = Sql.batch(connection, """
                insert into mail_file (letter_id, position, name, media_type, content_id, content)
                values (?, ?, ?, ?, ?, ?)""")) {
            int position = 0;
            for (Part part : rendered.files()) {
                MailFile file = part.file();
                files.add(id, position++, file.name(), file.mediaType(), part.contentId(), file.content());
            }
            files.finish();
        }
        return id;
    }

    static long addMail(Tx tx, long letter, String recipient, String messageId, Instant now, Instant giveUpAt)
            throws SQLException {
        return Sql.on(tx.connection(), """
                        insert into mail_outbox (letter_id, recipient, message_id, state, attempts, failures, next_at, give_up_at)
                        values (?, ?, ?, ?, 0, 0, ?, ?)""")
                .with(letter, recipient, messageId, State.WAITING, now, giveUpAt)
                .insert();
    }

    // ---------------------------------------------------------------- attempts

    /**
     * A mail that is due.
     *
     * @param attempt number of the attempt that would begin, from 1
     * @param failures how many failures in a row there would be if it failed
     * @param nextAt since when it is due
     */
    record Due(long id, int attempt, int failures, Instant nextAt, Instant giveUpAt) {}

    /** The mail that has been due longest. */
    static Optional<Due> due(Tx tx, Instant now) throws SQLException {
        return Sql.on(tx.connection(), """
                        select id, attempts, failures, next_at, give_up_at from mail_outbox
                        where state = ? and next_at <= ? order by next_at, id fetch first 1 rows only""")
                .with(State.WAITING, now)
                .first(row -> new Due(
                        row.number("id"),
                        (int) row.number("attempts") + 1,
                        (int) row.number("failures") + 1,
                        row.instant("next_at"),
                        row.instant("give_up_at")));
    }

    /** Begins an attempt; false if somebody else has begun one since the mail was seen. */
    static boolean claim(Tx tx, Due due, String claim, Instant now, Instant lostAt) throws SQLException {
        int claimed = Sql.on(tx.connection(), """
                        update mail_outbox set claim = ?, attempts = ?, failures = ?, next_at = ?
                        where id = ? and state = ? and next_at = ?""")
                .with(claim, due.attempt(), due.failures(), lostAt, due.id(), State.WAITING, due.nextAt())
                .update();
        if (claimed == 1) {
            Sql.on(tx.connection(), "insert into mail_attempt (mail_id, number, began_at) values (?, ?, ?)")
                    .with(due.id(), due.attempt(), now)
                    .update();
        }
        return claimed == 1;
    }

    /** Makes due the mails that are claimed by a claim that does not begin so. */
    static int freeClaims(Tx tx, String beginning, Instant now) throws SQLException {
        return Sql.on(
                        tx.connection(),
                        "update mail_outbox set claim = null, next_at = ? where state = ? and claim not like ?")
                .with(now, State.WAITING, beginning + "%")
                .update();
    }

    /** When the next attempt may begin, so that no more than so many begin in a minute. */
    static Instant allowedAt(Tx tx, Instant now, long perMinute) throws SQLException {
        List<Instant> begun = Sql.on(
                        tx.connection(),
                        "select began_at from mail_attempt where began_at > ? order by began_at desc fetch first ? rows only")
                .with(now.minus(MINUTE), perMinute)
                .list(row -> row.instant("began_at"));
        return begun.size() < perMinute ? now : begun.get(begun.size() - 1).plus(MINUTE);
    }

    static Optional<Instant> nextAt(Tx tx) throws SQLException {
        return Sql.on(tx.connection(), "select min(next_at) as next_at from mail_outbox where state = ?")
                .with(State.WAITING)
                .one(row -> row.optionalInstant("next_at"));
    }

    /** Ends an attempt; false if it had counted as lost and the mail is somebody else's by now. */
    static boolean end(Tx tx, Due due, String claim, Ending ending, Instant now) throws SQLException {
        Sql.on(tx.connection(), "update mail_attempt set ended_at = ?, outcome = ? where mail_id = ? and number = ?")
                .with(now, ending.outcome(), due.id(), due.attempt())
                .update();
        return Sql.on(tx.connection(), """
                        update mail_outbox set state = ?, next_at = ?, last_error = ?, finished_at = ?, claim = null
                        where id = ? and claim = ?""")
                        .with(ending.state(), ending.nextAt(), ending.error())
                        .with(ending.state() == State.WAITING ? null : now, due.id(), claim)
                        .update()
                == 1;
    }

    /**
     * How an attempt ended.
     *
     * @param state how the mail stands now
     * @param nextAt when it is tried again
     * @param error why it was not taken
     */
    record Ending(State state, Optional<Instant> nextAt, Optional<String> error) {
        String outcome() {
            return error.orElse("taken");
        }
    }

    // ---------------------------------------------------------------- reading

    /** What is sent. */
    static Message message(Tx tx, long mail) throws SQLException {
        List<Part> files = files(tx, mail);
        return Sql.on(tx.connection(), """
                        select o.message_id, o.recipient, l.created_at, l.subject, l.body_text, l.body_html
                        from mail_outbox o join mail_letter l on l.id = o.letter_id where o.id = ?""")
                .with(mail)
                .one(row -> new Message(
                        row.text("message_id"),
                        row.text("recipient"),
                        row.instant("created_at"),
                        row.text("subject"),
                        row.text("body_text"),
                        row.optionalText("body_html"),
                        files));
    }

    private static List<Part> files(Tx tx, long mail) throws SQLException {
        return Sql.on(tx.connection(), """
                        select f.name, f.media_type, f.content_id, f.content
                        from mail_file f join mail_outbox o on o.letter_id = f.letter_id where o.id = ? order by f.position""")
                .with(mail)
                .list(row -> new Part(
                        MailFile.of(row.text("name"), row.text("media_type"), row.bytes("content")),
                        row.optionalText("content_id")));
    }

    /** How a mail stands. */
    record Standing(
            long id,
            String about,
            String recipient,
            State state,
            boolean underWay,
            Optional<Instant> nextAt,
            Optional<String> error) {}

    static List<Standing> standings(Tx tx, List<Long> mails) throws SQLException {
        return Sql.on(tx.connection(), """
                        select o.id, l.about, o.recipient, o.state, o.claim, o.next_at, o.last_error
                        from mail_outbox o join mail_letter l on l.id = o.letter_id where o.id = any(?) order by o.id""").with(Sql.longs(mails)).list(OutboxTable::standing);
    }

    private static Standing standing(Row row) throws SQLException {
        return new Standing(
                row.number("id"),
                row.text("about"),
                row.text("recipient"),
                row.choice("state", State.class),
                row.optionalText("claim").isPresent(),
                row.optionalInstant("next_at"),
                row.optionalText("last_error"));
    }

    static List<Attempt> attempts(Tx tx, long mail) throws SQLException {
        return Sql.on(
                        tx.connection(),
                        "select began_at, ended_at, outcome from mail_attempt where mail_id = ? order by number")
                .with(mail)
                .list(row -> new Attempt(
                        row.instant("began_at"), row.optionalInstant("ended_at"), row.optionalText("outcome")));
    }

    /** How many mails are in this state, and since when the oldest of them. */
    record Count(long mails, Optional<Instant> oldest) {}

    static Count count(Tx tx, State state) throws SQLException {
        return Sql.on(tx.connection(), """
                        select count(*) as mails, min(l.created_at) as oldest
                        from mail_outbox o join mail_letter l on l.id = o.letter_id where o.state = ?""")
                .with(state)
                .one(row -> new Count(row.number("mails"), row.optionalInstant("oldest")));
    }

    // ---------------------------------------------------------------- by hand

    /** Lets a mail be tried again from now on; false if an attempt is under way or it is neither waiting nor given up. */
    static boolean retry(Tx tx, long mail, Instant now, Instant giveUpAt) throws SQLException {
        return Sql.on(tx.connection(), """
                        update mail_outbox set state = ?, next_at = ?, failures = 0, give_up_at = ?, finished_at = null
                        where id = ? and claim is null and state in ('WAITING', 'GIVEN_UP')""")
                        .with(State.WAITING, now, giveUpAt, mail)
                        .update()
                == 1;
    }

    /** Takes a mail out; false as {@link #retry}. */
    static boolean drop(Tx tx, long mail, Instant now) throws SQLException {
        return Sql.on(tx.connection(), """
                        update mail_outbox set state = ?, next_at = null, finished_at = ?
                        where id = ? and claim is null and state in ('WAITING', 'GIVEN_UP')""").with(State.DROPPED, now, mail).update() == 1;
    }

    /** Removes what was delivered or dropped before this instant. */
    static int forgetBefore(Tx tx, Instant instant) throws SQLException {
        int forgotten = Sql.on(
                        tx.connection(),
                        "delete from mail_outbox where state in ('SENT', 'DROPPED') and finished_at < ?")
                .with(instant)
                .update();
        List<Long> letters = new ArrayList<>(Sql.on(
                        tx.connection(),
                        "select id from mail_letter l where not exists (select 1 from mail_outbox o where o.letter_id = l.id)")
                .list(row -> row.number("id")));
        Sql.on(tx.connection(), "delete from mail_letter where id = any(?)")
                .with(Sql.longs(letters))
                .update();
        return forgotten;
    }
}
