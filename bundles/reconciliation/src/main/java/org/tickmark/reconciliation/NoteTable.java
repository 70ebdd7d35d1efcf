package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.host.reconciliation.Note;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code recon_note}. */
final class NoteTable {
    private final Connection connection;

    NoteTable(Connection connection) {
        this.connection = connection;
    }

    void insert(long groupId, Note note) throws SQLException {
        Sql.on(connection, """
                        insert into recon_note (group_id, subject, subject_id, text, made_at, made_by) values (?, ?, ?, ?, ?, ?)""")
                .with(groupId, note.subject(), note.subjectId(), note.text(), note.madeAt(), note.madeBy())
                .update();
    }

    /** The notes of a group, from the latest. */
    List<Note> all(long groupId) throws SQLException {
        return Sql.on(connection, """
                        select subject, subject_id, text, made_at, made_by from recon_note where group_id = ? order by id desc""").with(groupId).list(NoteTable::note);
    }

    /** The latest note on each entry of a group that has one. */
    Map<Long, String> latestOfEntries(long groupId, Known known) throws SQLException {
        Map<Long, String> latest = new HashMap<>();
        Sql.on(
                        connection,
                        "select subject_id, text from recon_note where group_id = ? and subject = ? and "
                                + known.begins("made_at") + " order by id")
                .with(groupId, Note.Subject.ENTRY)
                .with(known.since())
                .each(row -> latest.put(row.number("subject_id"), row.text("text")));
        return latest;
    }

    private static Note note(Row row) throws SQLException {
        return new Note(
                row.choice("subject", Note.Subject.class),
                row.number("subject_id"),
                row.text("text"),
                row.instant("made_at"),
                row.text("made_by"));
    }
}
