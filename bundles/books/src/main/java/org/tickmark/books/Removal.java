package org.tickmark.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.books.EntryGuard;
import org.tickmark.api.message.Message;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/**
 * Takes what one file brought out of the books. What another file brought as well stays, and belongs to that one from then
 * on. For one thread.
 */
final class Removal {
    private static final int CHUNK = 1000;

    private final Tx tx;
    private final Connection connection;
    private final long file;
    private final InstantSource clock;

    Removal(Tx tx, long file, InstantSource clock) {
        this.tx = tx;
        this.connection = tx.connection();
        this.file = file;
        this.clock = clock;
    }

    /** Locks and returns the codes of the units whose entries the file brought. */
    List<String> lockUnits() throws SQLException {
        return AccountTable.lock(connection, accounts()).stream()
                .map(account -> account.unit())
                .distinct()
                .toList();
    }

    /** Returns the same codes without locking anything. */
    List<String> units() throws SQLException {
        return Sql.on(connection, "SELECT DISTINCT unit_code FROM account WHERE id = ANY(?)")
                .with(Sql.longs(accounts()))
                .list(row -> row.text("unit_code"));
    }

    private List<Long> accounts() throws SQLException {
        return Sql.on(connection, """
            SELECT DISTINCT account_id FROM statement
            WHERE file_id = ? OR id IN (SELECT statement_id FROM statement_source WHERE file_id = ?)
            """).with(file, file).list(row -> row.number("account_id"));
    }

    /** Removes, after every guard has let go; returns how many entries. */
    long remove(Caller caller, List<EntryGuard> guards, String reason) throws SQLException {
        List<Long> gone = entries("NOT EXISTS");
        for (List<Long> chunk : chunks(gone)) {
            for (EntryGuard guard : guards) {
                guard.beforeRemoval(tx, caller, chunk, reason);
            }
        }
        // Whoever let go did so before: at no moment was an entry gone that something referred to.
        Past past = new Past(connection, clock.instant());
        Set<Long> heirs = new TreeSet<>();
        for (List<Long> chunk : chunks(entries("EXISTS"))) {
            past.keepAndRenew(chunk);
            handOverEntries(chunk);
            heirs.addAll(filesOf(chunk));
        }
        Sql.on(connection, "DELETE FROM entry_source WHERE file_id = ?")
                .with(file)
                .update();
        past.keepEntriesOf(file);
        update("DELETE FROM entry_detail WHERE entry_id IN (SELECT id FROM entry WHERE file_id = ?)");
        update("DELETE FROM entry WHERE file_id = ?");
        removeStatements(past);
        heirs.add(file);
        for (long changed : heirs) {
            SumTable.renew(connection, changed);
        }
        return gone.size();
    }

    /** Asks every guard whether it would let go; returns how many entries would be removed. */
    long check(List<EntryGuard> guards) throws SQLException {
        List<Long> gone = entries("NOT EXISTS");
        for (List<Long> chunk : chunks(gone)) {
            for (EntryGuard guard : guards) {
                guard.checkRemoval(tx, chunk);
            }
        }
        return gone.size();
    }

    /** What the guards would undo; what entries of several chunks have in common is told once. */
    List<Message> wouldUndo(List<EntryGuard> guards) throws SQLException {
        Set<Message> undone = new LinkedHashSet<>();
        for (List<Long> chunk : chunks(entries("NOT EXISTS"))) {
            for (EntryGuard guard : guards) {
                undone.addAll(guard.wouldUndo(tx, chunk));
            }
        }
        return List.copyOf(undone);
    }

    /** The file's own entries that other files did ({@code EXISTS}) or did not bring. */
    private List<Long> entries(String others) throws SQLException {
        return ids("SELECT id FROM entry e WHERE file_id = ? AND " + others
                + " (SELECT 1 FROM entry_source s WHERE s.entry_id = e.id) ORDER BY id");
    }

    private void handOverEntries(List<Long> ids) throws SQLException {
        update("""
            UPDATE entry SET
                statement_id = (SELECT s.statement_id FROM entry_source s WHERE s.entry_id = entry.id
                    AND s.file_id = (SELECT min(f.file_id) FROM entry_source f WHERE f.entry_id = entry.id)),
                file_id = (SELECT min(f.file_id) FROM entry_source f WHERE f.entry_id = entry.id)
            WHERE id = ANY(?)
            """, ids);
        update("""
            DELETE FROM entry_source WHERE entry_id = ANY(?)
                AND file_id = (SELECT e.file_id FROM entry e WHERE e.id = entry_source.entry_id)
            """, ids);
    }

    private List<Long> filesOf(List<Long> entries) throws SQLException {
        return Sql.on(connection, "SELECT DISTINCT file_id AS id FROM entry WHERE id = ANY(?)")
                .with(Sql.longs(entries))
                .list(Removal::id);
    }

    private void removeStatements(Past past) throws SQLException {
        update("DELETE FROM statement_source WHERE file_id = ?");
        List<Long> shared = ids("SELECT id FROM statement t WHERE file_id = ?"
                + " AND EXISTS (SELECT 1 FROM statement_source s WHERE s.statement_id = t.id)");
        update("""
            UPDATE statement SET
                file_id = (SELECT min(s.file_id) FROM statement_source s WHERE s.statement_id = statement.id)
            WHERE id = ANY(?)
            """, shared);
        update("""
            DELETE FROM statement_source WHERE statement_id = ANY(?)
                AND file_id = (SELECT t.file_id FROM statement t WHERE t.id = statement_source.statement_id)
            """, shared);
        past.keepStatementsOf(file);
        update("DELETE FROM statement WHERE file_id = ?");
    }

    private List<Long> ids(String query) throws SQLException {
        return Sql.on(connection, query).with(file).list(Removal::id);
    }

    private static Long id(Row row) throws SQLException {
        return row.number("id");
    }

    private void update(String statement) throws SQLException {
        Sql.on(connection, statement).with(file).update();
    }

    private void update(String statement, List<Long> ids) throws SQLException {
        Sql.on(connection, statement).with(Sql.longs(ids)).update();
    }

    private static List<List<Long>> chunks(List<Long> ids) {
        List<List<Long>> chunks = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += CHUNK) {
            chunks.add(ids.subList(i, Math.min(i + CHUNK, ids.size())));
        }
        return chunks;
    }
}
