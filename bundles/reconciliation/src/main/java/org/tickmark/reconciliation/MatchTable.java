package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tickmark.api.Caller;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.engine.EvidenceText;
import org.tickmark.reconciliation.engine.Found;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.Snapshot;

/** The tables {@code recon_match} and {@code recon_match_entry}. */
final class MatchTable {
    private static final String INSERT = """
        insert into recon_match (run_id, group_id, rule, effective, made_at, made_by, amount, difference, evidence, changed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_ENTRY = """
            insert into recon_match_entry (match_id, entry_id, group_id, side, live_entry_id, live_part) values (?, ?, ?, ?, ?, ?)""";

    /** In place of the name of a rule, which is never empty. */
    private static final String BY_HAND = "";

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
     * @param effective from which day it counts
     * @param undone who took it back, if anyone did
     */
    record Place(long id, long groupId, String group, String unit, LocalDate effective, Optional<Undo> undone) {}

    /**
     * Keeps the matches that a run found.
     *
     * @param rests what was left of entries of which a part is matched already, by key of the entry
     * @param firstDay from which day they count at the earliest
     */
    void insert(
            long runId,
            long groupId,
            Outcome outcome,
            Map<Long, Rest> rests,
            Optional<LocalDate> firstDay,
            Instant madeAt,
            String madeBy)
            throws SQLException {
        if (outcome.matches().isEmpty()) {
            return;
        }
        List<Found> waiting = new ArrayList<>();
        Set<LocalDate> days = new TreeSet<>();
        PartNumbers numbers = new PartNumbers(rests);
        long change = GroupTable.change(connection, groupId);
        try (Batch parts = Sql.batch(connection, PartTable.INSERT);
                Batch entries = Sql.batch(connection, INSERT_ENTRY);
                Batch matches = Sql.batch(connection, INSERT, "id", keys -> {
                    for (int i = 0; i < keys.length; i++) {
                        insertEntries(entries, keys[i], groupId, outcome, waiting.get(i), numbers);
                        insertParts(parts, keys[i], groupId, outcome, waiting.get(i), rests);
                    }
                    waiting.subList(0, keys.length).clear();
                })) {
            for (Found match : outcome.matches()) {
                LocalDate effective = effective(outcome.rows(), match, firstDay);
                days.add(effective);
                waiting.add(match);
                matches.add(
                        runId,
                        groupId,
                        outcome.rules().rules().get(match.rule()).name(),
                        effective,
                        madeAt,
                        madeBy,
                        outcome.amount(match),
                        outcome.difference(match),
                        EvidenceText.write(outcome.evidence(match)),
                        change);
            }
            matches.finish();
            entries.finish();
            parts.finish();
        }
        MatchSums.renew(connection, groupId, days);
    }

    /** Counts the parts of entries while matches are kept, of which several may take a part of one entry. */
    private static final class PartNumbers {
        private final Map<Long, Rest> rests;
        private final Map<Long, Integer> last = new HashMap<>();

        PartNumbers(Map<Long, Rest> rests) {
            this.rests = rests;
        }

        int next(long entry, boolean isPart) {
            int before = rests.getOrDefault(entry, Rest.WHOLE).parts();
            // An entry that is matched whole is in no other match: of most there is nothing to remember.
            return isPart || last.containsKey(entry)
                    ? last.merge(entry, before + 1, (known, first) -> known + 1)
                    : before + 1;
        }
    }

    private static void insertEntries(
            Batch entries, long match, long group, Outcome outcome, Found found, PartNumbers numbers)
            throws SQLException {
        Snapshot rows = outcome.rows();
        for (int i = 0; i < found.size(); i++) {
            long entry = rows.id(found.row(i));
            int part = numbers.next(entry, outcome.isPart(found, i));
            entries.add(match, entry, group, rows.side(found.row(i)), entry, part);
        }
    }

    private static void insertParts(
            Batch parts, long match, long group, Outcome outcome, Found found, Map<Long, Rest> rests)
            throws SQLException {
        for (int i = 0; i < found.size(); i++) {
            long entry = outcome.rows().id(found.row(i));
            if (rests.containsKey(entry) || outcome.isPart(found, i)) {
                parts.add(match, entry, group, outcome.share(found, i));
            }
        }
    }

    /**
     * How a match came about that is made outside of a run.
     *
     * @param run key of the run that it counts as made by; 0 for none
     * @param rule name of the rule that it counts as made by; empty for none
     * @param at when
     * @param by who
     * @param evidence why its entries belong together
     */
    record Made(long run, String rule, Instant at, Caller by, List<Message> evidence) {
        /** By nobody but a person. */
        static Made byHand(Instant at, Caller by, List<Message> evidence) {
            return new Made(0, BY_HAND, at, by, evidence);
        }
    }

    /** Keeps a match that is made outside of a run; returns its key. */
    long insert(GroupTable.Saved group, HandPlan plan, Made made) throws SQLException {
        long match = Sql.on(connection, INSERT)
                .with(made.run() == 0 ? null : made.run(), group.id(), made.rule(), plan.effective())
                .with(made.at(), made.by().identity(), plan.amount(), plan.difference())
                .with(EvidenceText.write(made.evidence()), GroupTable.change(connection, group.id()))
                .insert();
        for (HandRow row : plan.rows()) {
            Sql.on(connection, INSERT_ENTRY)
                    .with(
                            match,
                            row.id(),
                            group.id(),
                            row.side(),
                            row.id(),
                            row.rest().nextPart())
                    .update();
            if (row.isPart()) {
                Sql.on(connection, PartTable.INSERT)
                        .with(match, row.id(), group.id(), row.amount())
                        .update();
            }
        }
        if (made.run() == 0) {
            insertByHand(match, group, plan, made.by());
        }
        MatchSums.renew(connection, group.id(), Set.of(plan.effective()));
        return match;
    }

    private void insertByHand(long match, GroupTable.Saved group, HandPlan plan, Caller caller) throws SQLException {
        Sql.on(connection, """
                        insert into recon_by_hand (match_id, group_name, unit_code, origin, written_off, suggestion)
                        values (?, ?, ?, ?, ?, ?)""")
                .with(match, group.name(), group.unit(), caller.origin())
                .with(plan.writeOff().map(WriteOff::kind), plan.suggestion())
                .update();
    }

    /** As what the differences of matches by hand were written off, by key of the match; of matches of a group that stand. */
    Map<Long, String> writtenOffAs(long groupId) throws SQLException {
        Map<Long, String> kinds = new HashMap<>();
        Sql.on(connection, """
                        select m.id, h.written_off from recon_match m join recon_by_hand h on h.match_id = m.id
                        where m.group_id = ? and m.undone_at is null and h.written_off is not null""")
                .with(groupId)
                .each(row -> kinds.put(row.number("id"), row.text("written_off").toLowerCase(Locale.ROOT)));
        return kinds;
    }

    /** What was written off by hand in the month of a day, without signs; of matches of a group that stand. */
    BigDecimal writtenOff(long groupId, LocalDate day) throws SQLException {
        return Sql.on(connection, """
                        select coalesce(sum(abs(m.difference)), 0) as amount
                        from recon_match m join recon_by_hand h on h.match_id = m.id
                        where m.group_id = ? and m.undone_at is null and h.written_off is not null
                          and m.effective >= ? and m.effective < ?""")
                .with(groupId, day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1))
                .one(row -> row.amount("amount"));
    }

    /** From which day a match counts: the latest booking date of its rows, or the first day that is not locked. */
    private static LocalDate effective(Snapshot rows, Found match, Optional<LocalDate> firstDay) {
        LocalDate latest = firstDay.orElse(LocalDate.MIN);
        for (int i = 0; i < match.size(); i++) {
            LocalDate date = rows.date(match.row(i));
            latest = date.isAfter(latest) ? date : latest;
        }
        return latest;
    }

    /** A match of a group that stands. */
    Optional<Match> standing(GroupTable.Saved group, long match, String currency) throws SQLException {
        return standing(group, "id = ?", match, currency, Known.NOW).stream().findFirst();
    }

    /** The matches of a group that stand and are effective on or before a day, ordered by key. */
    List<Match> standing(GroupTable.Saved group, LocalDate until, String currency, Known known) throws SQLException {
        return standing(group, "effective <= ?", until, currency, known);
    }

    /** Those matches of a group that stand and are asked for, in the order asked for. */
    List<Match> standing(GroupTable.Saved group, RecordQuery query, String currency) throws SQLException {
        List<Match> matches = new ArrayList<>(
                standing(group, "id = any(?)", Sql.longs(keys(group.id(), query)), currency, Known.NOW));
        if (query.order() == RecordQuery.Order.LAST_TO_FIRST) {
            Collections.reverse(matches);
        }
        return List.copyOf(matches);
    }

    private List<Long> keys(long groupId, RecordQuery query) throws SQLException {
        boolean forward = query.order() == RecordQuery.Order.FIRST_TO_LAST;
        StringBuilder text = new StringBuilder("select id from recon_match where group_id = ? and undone_at is null");
        List<Object> values = new ArrayList<>(List.of(groupId));
        if (query.equal().containsKey("rule")) {
            text.append(" and rule = ?");
            values.add(query.equal().get("rule"));
        }
        if (!query.after().isEmpty()) {
            text.append(forward ? " and id > ?" : " and id < ?");
            values.add(Long.valueOf(query.after()));
        }
        if (!query.holding().isEmpty()) {
            text.append(" and lower(rule || ' ' || made_by || ' ' || evidence) like ? escape '!'");
            values.add(Sql.holding(query.holding()));
        }
        text.append(forward ? " order by id" : " order by id desc")
                .append(" limit ")
                .append(query.limit());
        return Sql.on(connection, text.toString()).with(values.toArray()).list(row -> row.number("id"));
    }

    private List<Match> standing(GroupTable.Saved group, String condition, Object value, String currency, Known known)
            throws SQLException {
        Map<Long, List<Long>> bank = new LinkedHashMap<>();
        Map<Long, List<Long>> ledger = new LinkedHashMap<>();
        Sql.on(
                        connection,
                        """
                        select x.match_id, x.entry_id, x.side from recon_match_entry x
                        join recon_match m on m.id = x.match_id
                        where m.group_id = ? and m.""" + condition + " and " + known.holds("m.made_at", "m.undone_at")
                                + " order by x.match_id, x.entry_id")
                .with(group.id(), value)
                .with(known.holding())
                .each(row -> (row.choice("side", Side.class) == Side.BANK ? bank : ledger)
                        .computeIfAbsent(row.number("match_id"), id -> new ArrayList<>())
                        .add(row.number("entry_id")));
        Map<Long, Map<Long, BigDecimal>> parts = new PartTable(connection).byMatch(group.id());
        return Sql.on(connection, """
                        select id, run_id, rule, effective, made_at, made_by, amount, difference, evidence from recon_match
                        where group_id = ? and\s""" + condition + " and " + known.holds("made_at", "undone_at") + " order by id")
                .with(group.id(), value)
                .with(known.holding())
                .list(row -> {
                    long id = row.number("id");
                    return new Match(
                            id,
                            row.optionalNumber("run_id").orElse(0L),
                            group.name(),
                            row.text("rule"),
                            row.date("effective"),
                            row.instant("made_at"),
                            row.text("made_by"),
                            bank.getOrDefault(id, List.of()),
                            ledger.getOrDefault(id, List.of()),
                            parts.getOrDefault(id, Map.of()),
                            row.amount("amount"),
                            row.amount("difference"),
                            EvidenceText.read(row.text("evidence"), currency));
                });
    }

    /** How many matches of a group stand. */
    long count(long groupId) throws SQLException {
        return Sql.on(
                        connection,
                        "select count(*) as matches from recon_match where group_id = ? and undone_at is null")
                .with(groupId)
                .one(row -> row.number("matches"));
    }

    /** The entries of those matches of a group that were made or taken back after a change of the group. */
    List<Long> entriesChangedAfter(long groupId, long change) throws SQLException {
        return Sql.on(connection, """
            select distinct x.entry_id from recon_match m join recon_match_entry x on x.match_id = m.id
            where m.group_id = ? and m.changed > ?""").with(groupId, change).list(row -> row.number("entry_id"));
    }

    /** Sum of the differences of those matches of a group that stand and are effective on or before a day. */
    BigDecimal difference(long groupId, LocalDate until, Known known) throws SQLException {
        return Sql.on(connection, """
                        select coalesce(sum(difference), 0) as difference from recon_match
                        where group_id = ? and effective <= ? and\s""" + known.holds("made_at", "undone_at"))
                .with(groupId, until)
                .with(known.holding())
                .one(row -> row.amount("difference"));
    }

    /**
     * A match that holds an entry, all of it.
     *
     * @param rule name of the rule that made it; empty when a person did
     * @param effective from which day it counts
     */
    record Holder(String rule, LocalDate effective) {}

    /** The matches of a group that were known at a moment, by the entries in them. Those that hold parts of entries are among them. */
    Map<Long, Holder> holders(long groupId, Known known) throws SQLException {
        Map<Long, Holder> holders = new HashMap<>();
        Sql.on(connection, """
                        select x.entry_id, m.rule, m.effective from recon_match_entry x join recon_match m on m.id = x.match_id
                        where m.group_id = ? and\s""" + known.holds("m.made_at", "m.undone_at"))
                .with(groupId)
                .with(known.holding())
                .each(row -> holders.put(row.number("entry_id"), new Holder(row.text("rule"), row.date("effective"))));
        return holders;
    }

    Optional<Place> place(long match) throws SQLException {
        return Sql.on(connection, """
                        select m.id, m.group_id, coalesce(r.group_name, h.group_name) as group_name,
                          coalesce(r.unit_code, h.unit_code) as unit_code, m.effective, m.undone_at, m.undone_by, m.undo_reason
                        from recon_match m
                        left join recon_run r on r.id = m.run_id
                        left join recon_by_hand h on h.match_id = m.id
                        where m.id = ?""").with(match).first(MatchTable::place);
    }

    /** The matches that stand in which these entries are. */
    List<Place> placesOfEntries(List<Long> entries) throws SQLException {
        return Sql.on(connection, """
                        select distinct m.id, m.group_id, coalesce(r.group_name, h.group_name) as group_name,
                          coalesce(r.unit_code, h.unit_code) as unit_code, m.effective, m.undone_at, m.undone_by, m.undo_reason
                        from recon_match_entry x
                        join recon_match m on m.id = x.match_id
                        left join recon_run r on r.id = m.run_id
                        left join recon_by_hand h on h.match_id = m.id
                        where x.live_entry_id = any(?) order by m.id""").with(Sql.longs(entries)).list(MatchTable::place);
    }

    private static Place place(Row row) throws SQLException {
        return new Place(
                row.number("id"),
                row.number("group_id"),
                row.text("group_name"),
                row.text("unit_code"),
                row.date("effective"),
                undone(row));
    }

    private static Optional<Undo> undone(Row row) throws SQLException {
        Optional<Instant> at = row.optionalInstant("undone_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Undo(at.get(), row.text("undone_by"), row.text("undo_reason")));
    }

    /** Undoes those of these matches of a group that stand; returns how many. */
    long undo(long groupId, List<Long> matches, Undo undo) throws SQLException {
        PartTable parts = new PartTable(connection);
        List<PartTable.Cut> cuts = parts.cutBy(matches);
        Set<LocalDate> days = days("id = any(?)", Sql.longs(matches));
        long undone = Sql.on(connection, """
            update recon_match set undone_at = ?, undone_by = ?, undo_reason = ?, changed = ?
            where id = any(?) and undone_at is null""")
                .with(undo.at(), undo.by(), undo.reason(), GroupTable.change(connection, groupId), Sql.longs(matches))
                .update();
        Sql.on(
                        connection,
                        "update recon_match_entry set live_entry_id = null, live_part = null where match_id = any(?)")
                .with(Sql.longs(matches))
                .update();
        parts.close(cuts);
        MatchSums.renew(connection, groupId, days);
        return undone;
    }

    /** Undoes those matches of a run of a group that stand; returns how many. */
    long undoRun(long groupId, long run, Undo undo) throws SQLException {
        PartTable parts = new PartTable(connection);
        List<PartTable.Cut> cuts = parts.cutByRun(run);
        Set<LocalDate> days = days("run_id = ?", run);
        Sql.on(connection, """
                        update recon_match_entry set live_entry_id = null, live_part = null
                        where match_id in (select id from recon_match where run_id = ? and undone_at is null)""").with(run).update();
        long undone = Sql.on(connection, """
            update recon_match set undone_at = ?, undone_by = ?, undo_reason = ?, changed = ?
            where run_id = ? and undone_at is null""")
                .with(undo.at(), undo.by(), undo.reason(), GroupTable.change(connection, groupId), run)
                .update();
        parts.close(cuts);
        MatchSums.renew(connection, groupId, days);
        return undone;
    }

    /** The days from which matches that stand count. */
    private Set<LocalDate> days(String condition, Object value) throws SQLException {
        return new TreeSet<>(Sql.on(
                        connection,
                        "select distinct effective from recon_match where undone_at is null and " + condition)
                .with(value)
                .list(row -> row.date("effective")));
    }
}
