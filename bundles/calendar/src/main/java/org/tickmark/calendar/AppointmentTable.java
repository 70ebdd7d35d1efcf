package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.calendar.AppointmentOrigin;
import org.tickmark.calendar.series.FieldRules;
import org.tickmark.calendar.series.RowImage;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.JsonTexts;

/** Reads and writes the table {@code appointment}. */
final class AppointmentTable {
    /** What is longer is found by an index of its own, so that a range needs to look no further back than this. */
    static final Duration LONG = Duration.ofDays(31);

    private static final String SELECT = """
        SELECT p.appointment_id, a.name, p.recurrenceRuleId, p.origin, p.original_start_date, p.activeDate, p.endDate, p.zone,
            p.alldayEvent, p.duration, p.starts_at, p.ends_at, p.fields, p.type, p.task_idx, p.status, p.freeBusy, p.leadtime,
            p.lagTime, p.alarm, p.title, p.location, COALESCE(r.updatedCount, p.updatedCount) AS revision
        FROM appointment p
        JOIN associate a ON a.associate_id = p.associate_id
        LEFT JOIN recurrence_rule r ON r.recurrencerule_id = p.recurrenceRuleId
        """;

    private static final String COLUMNS = """
        associate_id, recurrenceRuleId, origin, original_start_date, do_by, activeDate, endDate, zone, alldayEvent, duration,
        starts_at, ends_at, is_long, type, task_idx, status, freeBusy, leadtime, lagTime, alarm, title, location, fields,
        updatedCount, uid\
        """;

    private static final int COLUMN_COUNT = 25;

    private AppointmentTable() {}

    static Optional<StoredRow> find(Connection connection, long id) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE p.appointment_id = ?")
                .with(id)
                .first(AppointmentTable::read);
    }

    /** Holds the row until the end of the transaction; false where there is none. */
    static boolean lock(Connection connection, long id) throws SQLException {
        return Sql.on(connection, "SELECT appointment_id FROM appointment WHERE appointment_id = ? FOR UPDATE")
                .with(id)
                .first(row -> row.number("appointment_id"))
                .isPresent();
    }

    static List<StoredRow> ofSeries(Connection connection, long series) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE p.recurrenceRuleId = ? ORDER BY p.original_start_date")
                .with(series)
                .list(AppointmentTable::read);
    }

    /** The one of an owner that stands alone and that a file names so. */
    static Optional<StoredRow> named(Connection connection, String uid, long owner) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE p.uid = ? AND p.associate_id = ?")
                .with(uid, owner)
                .first(AppointmentTable::read);
    }

    static List<StoredRow> alone(Connection connection) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE p.recurrenceRuleId = 0 ORDER BY p.appointment_id")
                .list(AppointmentTable::read);
    }

    /** Those that stand alone and of which no hours are kept. */
    static List<StoredRow> aloneWithoutHours(Connection connection) throws SQLException {
        return Sql.on(connection, SELECT + """
            WHERE p.recurrenceRuleId = 0
                AND NOT EXISTS (SELECT 1 FROM busy_hour h WHERE h.kind = ? AND h.item_id = p.appointment_id)
            """).with(ItemRef.Kind.SINGLE).list(AppointmentTable::read);
    }

    /** Rows whose rule is gone. */
    static List<StoredRow> orphans(Connection connection) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE p.recurrenceRuleId <> 0 AND r.recurrencerule_id IS NULL")
                .list(AppointmentTable::read);
    }

    /** Those of these numbers that stand alone. */
    static List<StoredRow> alone(Connection connection, Collection<Long> ids) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE p.appointment_id = ANY(?) AND p.recurrenceRuleId = 0")
                .with(Sql.longs(ids))
                .list(AppointmentTable::read);
    }

    /** The one that stands alone and that a file names so, whoever's it is. */
    static Optional<StoredRow> named(Connection connection, String uid) throws SQLException {
        return Sql.on(connection, SELECT + "WHERE p.uid = ?").with(uid).first(AppointmentTable::read);
    }

    /** What someone takes part in and does not own, and that begins in a range; also what is long and began before. */
    static List<StoredRow> withParticipant(
            Connection connection, long associate, Instant fromInclusive, Instant toExclusive) throws SQLException {
        return Sql.on(connection, SELECT + """
            JOIN appointment_participant t ON t.appointment_id = p.appointment_id
            WHERE t.associate_id = ? AND t.starts_at < ? AND (t.starts_at >= ? OR t.is_long)
            """)
                .with(associate, toExclusive, fromInclusive.minus(LONG))
                .list(AppointmentTable::read);
    }

    /** What takes place in a range, by its start. */
    static List<StoredRow> between(
            Connection connection, Instant fromInclusive, Instant toExclusive, Optional<Long> associate, int limit)
            throws SQLException {
        Instant back = fromInclusive.minus(LONG);
        String ofAssociate = associate.isPresent() ? " AND p.associate_id = ?" : "";
        String order = " ORDER BY p.starts_at, p.appointment_id LIMIT " + limit;
        Sql recent = Sql.on(
                        connection,
                        SELECT + "WHERE p.starts_at >= ? AND p.starts_at < ? AND (p.ends_at > ? OR p.starts_at >= ?)"
                                + ofAssociate + order)
                .with(back, toExclusive, fromInclusive, fromInclusive);
        Sql since = Sql.on(
                        connection,
                        SELECT + "WHERE p.is_long AND p.starts_at < ? AND p.ends_at > ?" + ofAssociate + order)
                .with(back, fromInclusive);
        associate.ifPresent(id -> {
            recent.with(id);
            since.with(id);
        });
        List<StoredRow> found = new ArrayList<>(since.list(AppointmentTable::read));
        found.addAll(recent.list(AppointmentTable::read));
        return found;
    }

    /**
     * What takes place in a range and stands alone.
     *
     * @param limit at most so many, and as many again of those that are long
     */
    static List<StoredRow> aloneBetween(
            Connection connection, Instant fromInclusive, Instant toExclusive, Optional<Long> associate, int limit)
            throws SQLException {
        return within(
                connection,
                SELECT + "WHERE p.recurrenceRuleId = 0",
                new Range(fromInclusive, toExclusive, associate, limit),
                AppointmentTable::read);
    }

    /** The series of which a row takes place in a range; some may come twice. */
    static List<Long> seriesBetween(
            Connection connection, Instant fromInclusive, Instant toExclusive, Optional<Long> associate, int limit)
            throws SQLException {
        return within(
                connection,
                "SELECT DISTINCT p.recurrenceRuleId FROM appointment p WHERE p.recurrenceRuleId <> 0",
                new Range(fromInclusive, toExclusive, associate, limit),
                row -> row.number("recurrenceRuleId"));
    }

    private record Range(Instant from, Instant to, Optional<Long> associate, int limit) {
        String end() {
            return (associate.isPresent() ? " AND p.associate_id = ?" : "") + " ORDER BY 1 LIMIT " + limit;
        }
    }

    /** Those that are not long by where they start, then the long ones that began before. */
    private static <T> List<T> within(Connection connection, String select, Range range, Sql.Reader<T> reader)
            throws SQLException {
        Instant back = range.from().minus(LONG);
        String recent = " AND p.starts_at >= ? AND p.starts_at < ? AND p.ends_at >= ?";
        Sql first = Sql.on(connection, select + recent + range.end()).with(back, range.to(), range.from());
        String since = " AND p.is_long AND p.starts_at < ? AND p.ends_at >= ?";
        Sql second = Sql.on(connection, select + since + range.end()).with(back, range.from());
        range.associate().ifPresent(id -> {
            first.with(id);
            second.with(id);
        });
        List<T> found = new ArrayList<>(first.list(reader));
        found.addAll(second.list(reader));
        return found;
    }

    private static StoredRow read(Row row) throws SQLException {
        RowImage image = new RowImage(
                row.number("recurrenceRuleId"),
                row.text("name"),
                row.wallClock("original_start_date"),
                row.wallClock("activeDate"),
                row.wallClock("endDate"),
                RuleTable.dial(row),
                row.instant("starts_at"),
                row.instant("ends_at"),
                row.text("duration"),
                row.choice("origin", AppointmentOrigin.class),
                JsonTexts.read(row.text("fields")));
        Shown shown = new Shown(
                (int) row.number("type"),
                (int) row.number("task_idx"),
                (int) row.number("status"),
                (int) row.number("freeBusy"),
                (int) row.number("leadtime"),
                (int) row.number("lagTime"),
                row.optionalNumber("alarm"),
                row.text("title"),
                row.text("location"));
        return new StoredRow(row.number("appointment_id"), (int) row.number("revision"), image, shown);
    }

    /** Inserts rows and tells their numbers, in order. */
    static List<Long> insert(Connection connection, List<NewRow> rows) throws SQLException {
        List<Long> ids = new ArrayList<>();
        Batch.Keys keys = generated -> {
            for (long key : generated) {
                ids.add(key);
            }
        };
        try (Batch batch = Sql.batch(
                connection,
                "INSERT INTO appointment (" + COLUMNS + ") VALUES (" + marks(COLUMN_COUNT) + ")",
                "appointment_id",
                keys)) {
            for (NewRow row : rows) {
                batch.add(values(row).toArray());
            }
            batch.finish();
        }
        ParticipantTable.insert(connection, ids, images(rows));
        return ids;
    }

    private static List<RowImage> images(List<NewRow> rows) {
        return rows.stream().map(NewRow::image).toList();
    }

    /** Inserts a row of a number that it had before. */
    static void insert(Connection connection, long id, NewRow row) throws SQLException {
        Sql.on(
                        connection,
                        "INSERT INTO appointment (appointment_id, " + COLUMNS + ") VALUES (" + marks(COLUMN_COUNT + 1)
                                + ")")
                .with(id)
                .with(values(row).toArray())
                .update();
        ParticipantTable.insert(connection, List.of(id), List.of(row.image()));
    }

    static void update(Connection connection, List<Long> ids, List<NewRow> rows) throws SQLException {
        String assignments = COLUMNS.replaceAll("\\s*,\\s*", " = ?, ") + " = ?";
        try (Batch batch =
                Sql.batch(connection, "UPDATE appointment SET " + assignments + " WHERE appointment_id = ?")) {
            for (int i = 0; i < rows.size(); i++) {
                List<Object> values = values(rows.get(i));
                values.add(ids.get(i));
                batch.add(values.toArray());
            }
            batch.finish();
        }
        ParticipantTable.rewrite(connection, ids, images(rows));
    }

    static void delete(Connection connection, Collection<Long> ids) throws SQLException {
        Sql.on(connection, "DELETE FROM appointment WHERE appointment_id = ANY(?)")
                .with(Sql.longs(ids))
                .update();
    }

    private static String marks(int number) {
        return "?, ".repeat(number - 1) + "?";
    }

    private static List<Object> values(NewRow row) {
        RowImage image = row.image();
        Shown shown = Shown.of(image.fields());
        List<Object> values = new ArrayList<>();
        values.add(row.associate());
        values.add(image.series());
        values.add(image.origin());
        values.add(image.original());
        values.add(image.start());
        values.add(image.start());
        values.add(image.end());
        values.add(image.dial().zone());
        values.add(image.dial().allDay() ? 1 : 0);
        values.add(image.length());
        values.add(image.startsAt());
        values.add(image.endsAt());
        values.add(Duration.between(image.startsAt(), image.endsAt()).compareTo(LONG) > 0);
        values.add(shown.type());
        values.add(shown.task());
        values.add(shown.status());
        values.add(shown.freeBusy());
        values.add(shown.lead());
        values.add(shown.lag());
        values.add(shown.alarm());
        values.add(shown.title());
        values.add(shown.location());
        values.add(JsonTexts.write(image.fields()));
        values.add(row.revision());
        values.add(image.series() == 0 ? image.fields().get(FieldRules.UID) : null);
        return values;
    }

    /**
     * A row to write.
     *
     * @param associate number of its owner
     * @param revision of one that stands alone; 0 for others
     * @param image what it shall hold
     */
    record NewRow(long associate, int revision, RowImage image) {}
}
