package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.reconciliation.MatchTable.Place;
import org.tickmark.reconciliation.MatchTable.Undo;

/** Takes matches back: single ones, those of a run, and those whose entries leave the books. Nothing is deleted. */
final class Undoing {
    private static final String UNDONE = "reconciliation.match.undone";

    private final Transactions transactions;
    private final Acts acts;
    private final Clock clock;

    Undoing(Transactions transactions, Audit audit, Events events, Clock clock) {
        this.transactions = transactions;
        this.acts = new Acts(audit, events);
        this.clock = clock;
    }

    void match(Caller caller, long matchId, String reason) {
        Acts.requireReason(reason);
        transactions.inTransaction(tx -> {
            MatchTable matches = new MatchTable(tx.connection());
            Place place = matches.place(matchId).orElseThrow(() -> unknown("match", matchId));
            caller.require(Permission.RECONCILIATION_UNDO, place.unit());
            GroupTable.lock(tx.connection(), place.groupId());
            PeriodLock.of(tx.connection(), place.groupId(), place.group()).requireOpen(matchId, place.effective());
            if (matches.undo(place.groupId(), List.of(matchId), undo(caller, reason)) == 0) {
                throw alreadyUndone(matches, matchId);
            }
            record(tx, caller, "match.undo", "match/" + matchId, place.group(), place.unit(), 1, reason);
            return null;
        });
    }

    /** Tells who was first, which is known only now that the group is locked. */
    private static TickmarkException alreadyUndone(MatchTable matches, long matchId) throws SQLException {
        Undo undo = matches.place(matchId).flatMap(Place::undone).orElseThrow();
        return Problem.error(
                        "rec.already-undone",
                        Texts.message(
                                "match.already-undone", matchId, undo.by(), Moments.text(undo.at()), undo.reason()))
                .where("match/" + matchId)
                .exception();
    }

    long run(Caller caller, long runId, String reason) {
        Acts.requireReason(reason);
        return transactions.inTransaction(tx -> {
            RunTable.Run run = RunTable.find(tx.connection(), runId).orElseThrow(() -> unknown("run", runId));
            caller.require(Permission.RECONCILIATION_UNDO, run.unit());
            GroupTable.lock(tx.connection(), run.groupId());
            PeriodLock.of(tx.connection(), run.groupId(), run.group()).requireOpenRun(tx.connection(), runId);
            long undone = new MatchTable(tx.connection()).undoRun(run.groupId(), runId, undo(caller, reason));
            if (undone > 0) {
                record(tx, caller, "run.undo", "run/" + runId, run.group(), run.unit(), undone, reason);
            }
            return undone;
        });
    }

    /** Dissolves the matches in which entries are that leave the books, in the transaction that removes these. */
    void entries(Tx tx, Caller caller, List<Long> entryIds, String reason) throws SQLException {
        // Also where no match stands yet: a run that is about to match these entries must wait, and then see them gone.
        List<String> units = new BooksReader(tx.connection()).units(entryIds);
        GroupTable.lockThoseOf(tx.connection(), units);
        requireOpen(tx.connection(), units, entryIds);
        MatchTable matches = new MatchTable(tx.connection());
        Map<String, List<Place>> byGroup = matches.placesOfEntries(entryIds).stream()
                .collect(Collectors.groupingBy(Place::group, LinkedHashMap::new, Collectors.toList()));
        for (List<Place> places : byGroup.values()) {
            List<Long> ids = places.stream().map(Place::id).toList();
            Place first = places.get(0);
            long undone = matches.undo(first.groupId(), ids, undo(caller, reason));
            String action = "match.dissolve";
            record(tx, caller, action, "group/" + first.group(), first.group(), first.unit(), undone, reason);
        }
    }

    /** Refuses that entries leave the books that are in a locked period. */
    static void requireOpen(Connection connection, List<Long> entries) throws SQLException {
        requireOpen(connection, new BooksReader(connection).units(entries), entries);
    }

    private static void requireOpen(Connection connection, List<String> units, List<Long> entries) throws SQLException {
        for (GroupTable.Saved group : GroupTable.all(connection)) {
            if (units.contains(group.unit())) {
                List<Long> accounts = new BooksReader(connection).accountIds(group.group());
                PeriodLock.of(connection, group.id(), group.name()).requireOpenEntries(connection, accounts, entries);
            }
        }
    }

    private Undo undo(Caller caller, String reason) {
        return new Undo(clock.instant(), caller.identity(), reason);
    }

    private void record(
            Tx tx, Caller caller, String action, String subject, String group, String unit, long matches, String reason)
            throws SQLException {
        Map<String, String> fields = Acts.fields(group, unit);
        fields.put("matches", Long.toString(matches));
        fields.put("reason", reason);
        acts.record(tx, caller, action, UNDONE, subject, fields);
    }

    static TickmarkException unknown(String what, long id) {
        return unknown(what, Long.toString(id));
    }

    static TickmarkException unknown(String what, String id) {
        return Problem.error("rec.unknown-" + what, Texts.message(what + ".unknown", id))
                .found(id)
                .exception();
    }
}
