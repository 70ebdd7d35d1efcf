package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Suggestion;
import org.tickmark.kit.hash.Sha256;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.reconciliation.engine.Outcome;

/**
 * Suggestions of a group: made anew each time of what is open, so that none is ever out of date; kept is only which were turned down, in
 * {@code recon_rejection}.
 */
final class Suggesting {
    private static final int ID_LENGTH = 10;

    private Suggesting() {}

    /**
     * What suggestions are made of.
     *
     * @param items what is open
     * @param rejected what was turned down
     */
    record Basis(OpenItems items, Set<String> rejected) {
        GroupTable.Saved group() {
            return items.reading().group();
        }
    }

    static Basis read(Connection connection, GroupTable.Saved group, Readings readings) throws SQLException {
        return new Basis(readings.latest(connection, group), rejected(connection, group.id()));
    }

    /** The suggestions that were not turned down. Applies the rules: not to be called within a transaction. */
    static List<Suggestion> of(Basis basis, AddedKinds kinds) {
        return basis.items().suggestions(kinds).stream()
                .filter(suggestion -> !basis.rejected().contains(suggestion.id()))
                .toList();
    }

    /** All suggestions of what is open. */
    static List<Suggestion> of(Outcome outcome, List<OpenItem> open) {
        Map<Long, OpenItem> items = new HashMap<>();
        open.forEach(item -> items.put(item.entryId(), item));
        return outcome.suggestions().stream()
                .map(found -> suggestion(found, outcome, items))
                .toList();
    }

    private static Suggestion suggestion(
            org.tickmark.reconciliation.engine.Suggestion found, Outcome outcome, Map<Long, OpenItem> items) {
        List<OpenItem> rows = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            rows.add(items.get(outcome.rows().id(found.row(i))));
        }
        return new Suggestion(
                id(rows),
                outcome.rows().id(found.anchor()),
                found.rank(),
                rows,
                outcome.difference(found),
                found.reasons());
    }

    private static String id(List<OpenItem> rows) {
        String contents = rows.stream()
                .map(item -> item.entryId() + "=" + item.amount().toPlainString())
                .sorted()
                .collect(Collectors.joining(" "));
        return Sha256.hex(contents).substring(0, ID_LENGTH);
    }

    /** A suggestion that stands. Applies the rules: not to be called within a transaction. */
    static Suggestion require(Basis basis, AddedKinds kinds, String id) {
        return of(basis, kinds).stream()
                .filter(suggestion -> suggestion.id().equals(id))
                .findFirst()
                .orElseThrow(() -> gone(basis.group(), id).exception());
    }

    /** What is said when a suggestion does not stand. */
    static Problem.Builder gone(GroupTable.Saved group, String id) {
        return Problem.error("rec.unknown-suggestion", Texts.message("suggestion.unknown", id))
                .where(group.name())
                .found(id)
                .advice(Texts.message("suggestion.unknown.advice", group.name()));
    }

    /** Which suggestions of a group were turned down. */
    static Set<String> rejected(Connection connection, long group) throws SQLException {
        return new HashSet<>(Sql.on(connection, "select suggestion from recon_rejection where group_id = ?")
                .with(group)
                .list(row -> row.text("suggestion")));
    }

    static void reject(Connection connection, long group, String id, String reason, Instant at, String by)
            throws SQLException {
        Sql.on(connection, """
                        insert into recon_rejection (group_id, suggestion, reason, made_at, made_by) values (?, ?, ?, ?, ?)""").with(group, id, reason, at, by).update();
    }
}
