package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.calendar.Edit.Reach;
import org.tickmark.calendar.RuleTable.StoredRule;
import org.tickmark.calendar.ics.IcsReader;
import org.tickmark.calendar.ics.ItipReader.Reply;
import org.tickmark.calendar.people.People;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.calendar.series.Item;
import org.tickmark.recurrence.Moment;

/**
 * Finds out what an answer is about, and whether it may be taken.
 *
 * <p>Source: RFC 5546 sections 2.1.4, 2.1.5 and 3.2.3: an answer to an earlier state, or one written before another that was taken, is out
 * of date; one of somebody who was not asked is not taken.
 */
final class Replying {
    private final Connection connection;
    private final Directory directory;
    private final Reply reply;

    Replying(Connection connection, Directory directory, Reply reply) {
        this.connection = connection;
        this.directory = directory;
        this.reply = reply;
    }

    /** What it answers, held until the transaction ends. */
    StoredItem stored() throws SQLException {
        Optional<StoredRule> rule = RuleTable.named(connection, reply.uid());
        if (rule.isPresent()) {
            return new Finding(connection)
                    .lockedSeries(rule.get().stored().ref().id());
        }
        Optional<StoredRow> row = AppointmentTable.named(connection, reply.uid());
        if (row.isPresent() && AppointmentTable.lock(connection, row.get().id())) {
            return AppointmentTable.named(connection, reply.uid())
                    .map(StoredRow::single)
                    .orElseThrow(this::unknown);
        }
        throw unknown();
    }

    private TickmarkException unknown() {
        return refused("reply.unknown").found(plain(reply.uid())).exception();
    }

    private Problem.Builder refused(String rule) {
        return CalendarTexts.problem("calendar.reply", rule).where(plain(reply.address()));
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** Under what name who answers takes part. */
    String who(StoredItem stored) {
        Item item = stored.item();
        String who = People.in(item).stream()
                .filter(name ->
                        directory.address(name).filter(reply.address()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> refused("reply.not-asked")
                        .found(plain(reply.address()))
                        .expected(String.join(", ", People.in(item)))
                        .exception());
        int sequence = People.sequence(item);
        if (reply.sequence() != sequence) {
            throw refused(reply.sequence() < sequence ? "reply.old" : "reply.future")
                    .found(Integer.toString(reply.sequence()))
                    .expected(Integer.toString(sequence))
                    .exception();
        }
        requireLatest(item, who);
        return who;
    }

    private void requireLatest(Item item, String who) {
        Optional<LocalDateTime> date = reply.date()
                .map(moment -> IcsReader.beside(item.start(), moment).wallClock());
        Optional<Instant> last = People.answeredAt(item, who, date);
        if (reply.at().isPresent() && last.isPresent() && reply.at().get().isBefore(last.get())) {
            throw refused("reply.before")
                    .found(reply.at().get().toString())
                    .expected("≥ " + last.get())
                    .exception();
        }
    }

    /** The date that it is about; the first one where it is about all. */
    Moment date(StoredItem stored) {
        Item item = stored.item();
        if (reply.date().isEmpty()) {
            return item.content().occurrences().findFirst().orElseThrow().original();
        }
        Moment date = IcsReader.beside(item.start(), reply.date().get());
        if (item.content().occurrence(date).isEmpty()) {
            throw refused("reply.date").found(date.toString()).exception();
        }
        return date;
    }

    Reach reach() {
        if (reply.date().isEmpty()) {
            return Reach.ALL;
        }
        return reply.goesOn() ? Reach.FOLLOWING : Reach.THIS;
    }
}
