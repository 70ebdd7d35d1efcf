package org.tickmark.platform.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.event.Event;
import org.tickmark.api.host.Tx;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.JsonTexts;

/**
 * The tables {@code event} and {@code event_delivery}. A delivery is a row from the transaction of its event until it is
 * done, so none is lost when a lower id becomes visible after a higher one.
 */
final class EventTable {
    private EventTable() {}

    /**
     * What a handler is still owed.
     *
     * @param attempts how many have failed
     */
    record Delivery(Event event, String handler, int attempts) {}

    /** Adds an event, whose id is given by the database, with a delivery for each of the handlers. */
    static void record(Tx tx, Event event, Collection<String> handlers) throws SQLException {
        Connection connection = tx.connection();
        long id = Sql.on(connection, "INSERT INTO event (topic, subject, at, caller, fields) VALUES (?, ?, ?, ?, ?)")
                .with(event.topic(), event.subject(), event.at(), event.caller(), JsonTexts.write(event.fields()))
                .insert();
        try (Batch deliveries = Sql.batch(
                connection, "INSERT INTO event_delivery (event_id, handler, attempts, next_at) VALUES (?, ?, 0, ?)")) {
            for (String handler : handlers) {
                deliveries.add(id, handler, event.at());
            }
            deliveries.finish();
        }
    }

    /** The deliveries to these handlers that are due, by event id. */
    static List<Delivery> due(Tx tx, Collection<String> handlers, Instant now, int limit) throws SQLException {
        return Sql.on(tx.connection(), """
                        SELECT e.id, e.topic, e.subject, e.at, e.caller, e.fields, d.handler, d.attempts
                        FROM event_delivery d JOIN event e ON e.id = d.event_id
                        WHERE d.next_at <= ? AND d.handler = ANY(?)
                        ORDER BY d.event_id, d.handler
                        FETCH FIRST ? ROWS ONLY""")
                .with(now, Sql.texts(handlers), limit)
                .list(EventTable::delivery);
    }

    private static Delivery delivery(Row row) throws SQLException {
        Event event = new Event(
                row.number("id"),
                row.text("topic"),
                row.text("subject"),
                row.instant("at"),
                row.text("caller"),
                JsonTexts.read(row.text("fields")));
        return new Delivery(event, row.text("handler"), (int) row.number("attempts"));
    }

    /** When the next delivery to one of these handlers is due; empty if none is owed. */
    static Optional<Instant> nextDue(Tx tx, Collection<String> handlers) throws SQLException {
        return Sql.on(tx.connection(), "SELECT MIN(next_at) AS next_at FROM event_delivery WHERE handler = ANY(?)")
                .with(Sql.texts(handlers))
                .one(row -> row.optionalInstant("next_at"));
    }

    static void delivered(Tx tx, Delivery delivery) throws SQLException {
        Sql.on(tx.connection(), "DELETE FROM event_delivery WHERE event_id = ? AND handler = ?")
                .with(delivery.event().id(), delivery.handler())
                .update();
    }

    /**
     * Remembers that an attempt failed.
     *
     * @param nextAt when to try again; empty to give up
     */
    static void failed(Tx tx, Delivery delivery, Optional<Instant> nextAt, String error) throws SQLException {
        Sql.on(
                        tx.connection(),
                        "UPDATE event_delivery SET attempts = ?, next_at = ?, last_error = ? WHERE event_id = ? AND handler = ?")
                .with(delivery.attempts() + 1, nextAt, error, delivery.event().id(), delivery.handler())
                .update();
    }

    /** Removes the events from before this instant that no handler is owed and no delivery was given up of. */
    static int forgetBefore(Tx tx, Instant instant) throws SQLException {
        return Sql.on(
                        tx.connection(),
                        "DELETE FROM event e WHERE e.at < ? AND NOT EXISTS (SELECT 1 FROM event_delivery d WHERE d.event_id = e.id)")
                .with(instant)
                .update();
    }
}
