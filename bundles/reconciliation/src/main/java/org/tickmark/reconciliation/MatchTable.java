package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.engine.Borne;
import org.tickmark.reconciliation.engine.EvidenceText;
import org.tickmark.reconciliation.engine.Found;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.Snapshot;

/** The tables {@code recon_match} and {@code recon_match_entry}. */
final class MatchTable {
    private static final String INSERT = """
            insert into recon_match (run_id, group_id, rule, effective, made_at, made_by, amount, difference, evidence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_ENTRY = """
            insert into recon_match_entry (match_id, entry_id, group_id, side, live_entry_id) values (?, ?, ?, ?, ?)""";

    private final Connection connection;

    MatchTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Who takes a match back, when and why.
     *
     * @param at when
     * @param by identity of who does
     * @param reason why
     */
    record Undo(Instant at, String by, String reason) {}

    /**
     * A match as far as undoing it needs to know.
     *
     * @param id its key
     * @param groupId key of its group
     * @param group name of its group
     * @param unit code of its unit
     * @param undone whether it was undone already
     */
    record Place(long id, long groupId, String group, String unit, boolean undone) {}

    /** Keeps the matches that a run found. */
    void insert(long runId, long groupId, Outcome outcome, Instant madeAt, String madeBy) throws SQLException {
        List<Found> waiting = new ArrayList<>();
        try (Batch entries = Sql.batch(connection, INSERT_ENTRY);
                Batch matches = Sql.batch(connection, INSERT, "id", keys -> {
                    for (int i = 0; i < keys.length; i++) {
                        insertEntries(entries, keys[i], groupId, outcome.rows(), waiting.get(i));
                    }
                    waiting.subList(0, keys.length).clear();
                })) {
            for (Found match : outcome.matches()) {
                waiting.add(match);
                matches.add(
                        runId,
                        groupId,
                        outcome.rules().rules().get(match.rule()).name(),
                        effective(outcome.rows(), match),
                        madeAt,
                        madeBy,
                        outcome.amount(match),
                        outcome.difference(match),
                        EvidenceText.write(outcome.evidence(match)));
            }
            matches.finish();
            entries.finish();
        }
    }

    private static void insertEntries(Batch entries, long match, long group, Snapshot rows, Found found)
            throws SQLException {
        for (int i = 0; i < found.size(); i++) {
            long entry = rows.id(found.row(i));
            entries.add(match, entry, group, rows.side(found.row(i)), entry);
        }
    }

    /** The latest booking date of the rows of a match. */
    static LocalDate effective(Snapshot rows, Found match) {
        LocalDate latest = rows.date(match.row(0));
        for (int i = 1; i < match.size(); i++) {
            LocalDate date = rows.date(match.row(i));
            latest = date.isAfter(latest) ? date : latest;
        }
        return latest;
    }

    /** The matches of a group that stand and are effective on or before a day, ordered by key. */
    List<Match> standing(GroupTable.Saved group, LocalDate until, String currency) throws SQLException {
        Map<Long, List<Long>> bank = new LinkedHashMap<>();
        Map<Long, List<Long>> ledger = new LinkedHashMap<>();
        Sql.on(connection, """
                        select x.match_id, x.entry_id, x.side from recon_match_entry x
                        join recon_match m on m.id = x.match_id
                        where m.group_id = ? and m.undone_at is null and m.effective <= ?
                        order by x.match_id, x.entry_id""")
                .with(group.id(), until)
                .each(row -> (row.choice("side", Side.class) == Side.BANK ? bank : ledger)
                        .computeIfAbsent(row.number("match_id"), id -> new ArrayList<>())
                        .add(row.number("entry_id")));
        return Sql.on(connection, """
                        select id, run_id, rule, effective, made_at, amount, difference, evidence from recon_match
                        where group_id = ? and undone_at is null and effective <= ? order by id""")
                .with(group.id(), until)
                .list(row -> match(row, group.name(), bank, ledger, currency));
    }

    private static Match match(
            Row row, String group, Map<Long, List<Long>> bank, Map<Long, List<Long>> ledger, String currency)
            throws SQLException {
        long id = row.number("id");
        return new Match(
                id,
                row.number("run_id"),
                group,
                row.text("rule"),
                row.date("effective"),
                row.instant("made_at"),
                bank.getOrDefault(id, List.of()),
                ledger.getOrDefault(id, List.of()),
                row.amount("amount"),
                row.amount("difference"),
                EvidenceText.read(row.text("evidence"), currency));
    }

    /** How many matches of a group stand. */
    long count(long groupId) throws SQLException {
        return Sql.on(
                        connection,
                        "select count(*) as matches from recon_match where group_id = ? and undone_at is null")
                .with(groupId)
                .one(row -> row.number("matches"));
    }

    /** What changes whenever matches of a group are made or undone. */
    String marker(long groupId) throws SQLException {
        return Sql.on(connection, """
                        select count(*) as live, coalesce(max(id), 0) as last_id from recon_match
                        where group_id = ? and undone_at is null""").with(groupId).one(row -> row.number("live") + "/" + row.number("last_id"));
    }

    /** Sum of the differences of those matches of a group that stand and are effective on or before a day. */
    BigDecimal difference(long groupId, LocalDate until) throws SQLException {
        return Sql.on(connection, """
                        select coalesce(sum(difference), 0) as difference from recon_match
                        where group_id = ? and undone_at is null and effective <= ?""").with(groupId, until).one(row -> row.amount("difference"));
    }

    /** The differences of the matches of a group that stand, by rule and by the month in which they are effective. */
    Borne borne(long groupId) throws SQLException {
        Borne.Builder borne = new Borne.Builder();
        Sql.on(connection, """
                        select rule, effective, sum(abs(difference)) as borne from recon_match
                        where group_id = ? and undone_at is null and difference <> 0 group by rule, effective""")
                .with(groupId)
                .each(row -> borne.add(row.text("rule"), YearMonth.from(row.date("effective")), row.amount("borne")));
        return borne.build();
    }

    /** How many matches of a group stand and are effective on or before a day. */
    long count(long groupId, LocalDate until) throws SQLException {
        return Sql.on(connection, """
                        select count(*) as matches from recon_match
                        where group_id = ? and undone_at is null and effective <= ?""").with(groupId, until).one(row -> row.number("matches"));
    }

    Optional<Place> place(long match) throws SQLException {
        return Sql.on(connection, """
                        select m.id, m.group_id, r.group_name, r.unit_code, m.undone_at
                        from recon_match m join recon_run r on r.id = m.run_id where m.id = ?""").with(match).first(MatchTable::place);
    }

    /** The matches that stand in which these entries are. */
    List<Place> placesOfEntries(List<Long> entries) throws SQLException {
        return Sql.on(connection, """
                        select distinct m.id, m.group_id, r.group_name, r.unit_code, m.undone_at
                        from recon_match_entry x join recon_match m on m.id = x.match_id join recon_run r on r.id = m.run_id
                        where x.live_entry_id = any(?) order by m.id""").with(Sql.longs(entries)).list(MatchTable::place);
    }

    private static Place place(Row row) throws SQLException {
        return new Place(
                row.number("id"),
                row.number("group_id"),
                row.text("group_name"),
                row.text("unit_code"),
                row.optionalInstant("undone_at").isPresent());
    }

    /** Undoes those of these matches that stand; returns how many. */
    long undo(List<Long> matches, Undo undo) throws SQLException {
        long undone = Sql.on(connection, """
                        update recon_match set undone_at = ?, undone_by = ?, undo_reason = ?
                        where id = any(?) and undone_at is null""")
                .with(undo.at(), undo.by(), undo.reason(), Sql.longs(matches))
                .update();
        Sql.on(connection, "update recon_match_entry set live_entry_id = null where match_id = any(?)")
                .with(Sql.longs(matches))
                .update();
        return undone;
    }

    /** Undoes those matches of a run that stand; returns how many. */
    long undoRun(long run, Undo undo) throws SQLException {
        Sql.on(connection, """
                        update recon_match_entry set live_entry_id = null
                        where match_id in (select id from recon_match where run_id = ? and undone_at is null)""").with(run).update();
        return Sql.on(connection, """
                        update recon_match set undone_at = ?, undone_by = ?, undo_reason = ?
                        where run_id = ? and undone_at is null""")
                .with(undo.at(), undo.by(), undo.reason(), run)
                .update();
    }
}
