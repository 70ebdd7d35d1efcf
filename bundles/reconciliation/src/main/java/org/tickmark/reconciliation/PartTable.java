package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/**
 * The table {@code recon_part}: how much of an entry belongs to a match. The parts of an entry that stand are numbered from 1 without a gap, in
 * {@code recon_match_entry}.
 */
final class PartTable {
    static final String INSERT = "insert into recon_part (match_id, entry_id, group_id, amount) values (?, ?, ?, ?)";

    private final Connection connection;

    PartTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * A part of an entry in a match that stands.
     *
     * @param entryId key of the entry
     * @param amount the part
     * @param rule name of the rule that made the match; empty when a person did
     * @param effective from which day the match counts
     */
    record Part(long entryId, BigDecimal amount, String rule, LocalDate effective) {}

    /**
     * An entry of which matches hold parts.
     *
     * @param groupId key of the group of the matches
     * @param entryId key of the entry
     */
    record Cut(long groupId, long entryId) {}

    /** The parts in matches of a group that stand, by entry. */
    Map<Long, List<Part>> byEntry(long groupId, Known known) throws SQLException {
        Map<Long, List<Part>> parts = new HashMap<>();
        Sql.on(connection, """
                        select p.entry_id, p.amount, m.rule, m.effective from recon_part p join recon_match m on m.id = p.match_id
                        where p.group_id = ? and\s""" + known.holds("m.made_at", "m.undone_at") + " order by p.match_id")
                .with(groupId)
                .with(known.holding())
                .each(row -> parts.computeIfAbsent(row.number("entry_id"), id -> new ArrayList<>())
                        .add(new Part(
                                row.number("entry_id"),
                                row.amount("amount"),
                                row.text("rule"),
                                row.date("effective"))));
        return parts;
    }

    /** The parts in matches of a group, by match and entry. */
    Map<Long, Map<Long, BigDecimal>> byMatch(long groupId) throws SQLException {
        Map<Long, Map<Long, BigDecimal>> parts = new HashMap<>();
        Sql.on(connection, "select match_id, entry_id, amount from recon_part where group_id = ?")
                .with(groupId)
                .each(row -> parts.computeIfAbsent(row.number("match_id"), id -> new HashMap<>())
                        .put(row.number("entry_id"), row.amount("amount")));
        return parts;
    }

    /** The entries of which these matches hold parts. */
    List<Cut> cutBy(List<Long> matches) throws SQLException {
        return Sql.on(connection, "select distinct group_id, entry_id from recon_part where match_id = any(?)")
                .with(Sql.longs(matches))
                .list(PartTable::cut);
    }

    /** The entries of which those matches of a run that stand hold parts. */
    List<Cut> cutByRun(long run) throws SQLException {
        return Sql.on(connection, """
                        select distinct p.group_id, p.entry_id from recon_match m join recon_part p on p.match_id = m.id
                        where m.run_id = ? and m.undone_at is null""").with(run).list(PartTable::cut);
    }

    private static Cut cut(Row row) throws SQLException {
        return new Cut(row.number("group_id"), row.number("entry_id"));
    }

    /** Numbers the parts that still stand of these entries from 1 again. */
    void close(List<Cut> cuts) throws SQLException {
        for (Cut cut : cuts) {
            List<Long> standing =
                    Sql.on(connection, """
                            select match_id from recon_match_entry where group_id = ? and live_entry_id = ? order by live_part""").with(cut.groupId(), cut.entryId()).list(row -> row.number("match_id"));
            for (int i = 0; i < standing.size(); i++) {
                Sql.on(connection, "update recon_match_entry set live_part = ? where match_id = ? and entry_id = ?")
                        .with(i + 1, standing.get(i), cut.entryId())
                        .update();
            }
        }
    }
}
