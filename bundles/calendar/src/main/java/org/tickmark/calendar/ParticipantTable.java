package org.tickmark.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tickmark.api.host.calendar.Participant;
import org.tickmark.calendar.people.People;
import org.tickmark.calendar.series.RowImage;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/** Reads and writes the table {@code appointment_participant}, which follows {@code appointment}. */
final class ParticipantTable {
    private ParticipantTable() {}

    /** Puts in who takes part in new rows. */
    static void insert(Connection connection, List<Long> ids, List<RowImage> rows) throws SQLException {
        Map<String, Long> associates = new HashMap<>();
        try (Batch batch = Sql.batch(connection, """
                INSERT INTO appointment_participant (
                    appointment_id, associate_id, role, status, rejectReason, starts_at, is_long)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (int i = 0; i < ids.size(); i++) {
                RowImage row = rows.get(i);
                for (Participant one : People.of(row.fields(), row.original())) {
                    batch.add(
                            ids.get(i),
                            associate(connection, one.who(), associates),
                            one.role(),
                            one.answer().status().number(),
                            one.comment(),
                            row.startsAt(),
                            isLong(row));
                }
            }
            batch.finish();
        }
    }

    private static boolean isLong(RowImage row) {
        return Duration.between(row.startsAt(), row.endsAt()).compareTo(AppointmentTable.LONG) > 0;
    }

    private static long associate(Connection connection, String who, Map<String, Long> known) throws SQLException {
        Long id = known.get(who);
        if (id == null) {
            id = AssociateTable.id(connection, who);
            known.put(who, id);
        }
        return id;
    }

    /** Puts who takes part in rows now in the place of who did. */
    static void rewrite(Connection connection, List<Long> ids, List<RowImage> rows) throws SQLException {
        Sql.on(connection, "DELETE FROM appointment_participant WHERE appointment_id = ANY(?)")
                .with(Sql.longs(ids))
                .update();
        insert(connection, ids, rows);
    }

    /** The rows among these of which it holds something else than they say. */
    static List<StoredRow> different(Connection connection, Collection<StoredRow> rows) throws SQLException {
        Map<Long, TreeSet<String>> standing = new HashMap<>();
        Sql.on(connection, """
                        SELECT t.appointment_id, a.name, t.role, t.status, t.rejectReason
                        FROM appointment_participant t JOIN associate a ON a.associate_id = t.associate_id
                        WHERE t.appointment_id = ANY(?)
                        """)
                .with(Sql.longs(rows.stream().map(StoredRow::id).toList()))
                .each(row -> standing.computeIfAbsent(row.number("appointment_id"), any -> new TreeSet<>())
                        .add(text(row.text("name"), row.text("role"), row.number("status"), row.text("rejectReason"))));
        List<StoredRow> different = new ArrayList<>();
        for (StoredRow row : rows) {
            TreeSet<String> wanted = new TreeSet<>();
            People.of(row.image().fields(), row.image().original())
                    .forEach(one -> wanted.add(text(
                            one.who(), one.role().name(), one.answer().status().number(), one.comment())));
            if (!wanted.equals(standing.getOrDefault(row.id(), new TreeSet<>()))) {
                different.add(row);
            }
        }
        return different;
    }

    private static String text(String who, String role, long status, String comment) {
        return who + "\n" + role + "\n" + status + "\n" + comment;
    }
}
