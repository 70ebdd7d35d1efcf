package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.host.reconciliation.ManualWork;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.Note;
import org.tickmark.api.host.reconciliation.Suggestion;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.reconciliation.ExclusionTable.Exclusion;
import org.tickmark.reconciliation.MatchTable.Made;
import org.tickmark.reconciliation.engine.AddedKinds;

/** Work by hand on the tables of this bundle. Whoever changes a group's matches holds its row: the next waits, and then sees what was done. */
final class HandWork implements ManualWork {
    private final Transactions transactions;
    private final AddedKinds kinds;
    private final Readings readings;
    private final Groups groups;
    private final Acts acts;
    private final Events events;
    private final Clock clock;

    HandWork(Transactions transactions, AddedKinds kinds, Readings readings, Audit audit, Events events, Clock clock) {
        this.transactions = transactions;
        this.kinds = kinds;
        this.readings = readings;
        this.groups = new Groups(transactions, kinds, audit, events, clock);
        this.acts = new Acts(audit, events);
        this.events = events;
        this.clock = clock;
    }

    /** A change of a group, which nobody else changes meanwhile. */
    @FunctionalInterface
    private interface Change<T> {
        T on(Tx tx, GroupTable.Saved group) throws SQLException;
    }

    private <T> T change(Caller caller, String name, Change<T> change) {
        groups.require(caller, name, Permission.RECONCILIATION_MATCH);
        return transactions.inTransaction(tx -> {
            GroupTable.lock(
                    tx.connection(), Groups.require(tx.connection(), name).id());
            GroupTable.Saved group = Groups.require(tx.connection(), name);
            caller.require(Permission.RECONCILIATION_MATCH, group.unit());
            return change.on(tx, group);
        });
    }

    @Override
    public List<Suggestion> suggestions(Caller caller, String name) {
        groups.require(caller, name, Permission.RECONCILIATION_READ);
        return Suggesting.of(basis(name), kinds);
    }

    private Suggesting.Basis basis(String name) {
        return transactions.reading(
                tx -> Suggesting.read(tx.connection(), Groups.require(tx.connection(), name), readings));
    }

    @Override
    public Draft draft(Caller caller, HandMatch request) {
        groups.require(caller, request.group(), Permission.RECONCILIATION_MATCH);
        return transactions.reading(tx -> {
            GroupTable.Saved group = Groups.require(tx.connection(), request.group());
            HandPlan plan = plan(tx.connection(), group, request, Optional.empty());
            BigDecimal written = new MatchTable(tx.connection()).writtenOff(group.id(), plan.effective());
            return new Draft(
                    plan.effective(),
                    plan.amount(),
                    plan.difference(),
                    plan.currency(),
                    HandPlan.left(group.group(), written));
        });
    }

    private static HandPlan plan(
            Connection connection, GroupTable.Saved group, HandMatch request, Optional<Suggestion> accepted)
            throws SQLException {
        HandRows rows = new HandRows(connection, group);
        Optional<LocalDate> firstDay =
                PeriodLock.of(connection, group.id(), group.name()).firstDay();
        return new HandPlan(rows.require(request.rows()), rows.currency(), firstDay, request.writeOff(), accepted);
    }

    @Override
    public Match match(Caller caller, HandMatch request) {
        return match(caller, request, Optional.empty());
    }

    @Override
    public Match accept(Caller caller, String name, String id, Optional<WriteOff> writeOff) {
        groups.require(caller, name, Permission.RECONCILIATION_MATCH);
        Suggestion suggestion = Suggesting.require(basis(name), kinds, id);
        List<HandMatch.Row> rows = suggestion.rows().stream()
                .map(item -> HandMatch.Row.part(item.entryId(), item.amount()))
                .toList();
        return match(caller, new HandMatch(name, rows, writeOff, ""), Optional.of(suggestion));
    }

    private Match match(Caller caller, HandMatch request, Optional<Suggestion> accepted) {
        groups.require(caller, request.group(), Permission.RECONCILIATION_MATCH);
        events.propose(proposal(caller, request));
        return change(caller, request.group(), (tx, group) -> {
            HandPlan plan = plan(tx.connection(), group, request, accepted);
            MatchTable matches = new MatchTable(tx.connection());
            requireAsSuggested(group, plan);
            plan.requireDifference();
            plan.requireAllowed(group.group(), matches.writtenOff(group.id(), plan.effective()));
            long id = matches.insert(group, plan, Made.byHand(clock.instant(), caller, plan.evidence(caller)));
            if (!request.note().isBlank()) {
                note(tx, caller, group, Note.Subject.MATCH, id, request.note());
            }
            acts.record(tx, caller, "match.by-hand", "reconciliation.match.made", "match/" + id, fields(group, plan));
            return matches.standing(group, id, plan.currency()).orElseThrow();
        });
    }

    private static Proposal proposal(Caller caller, HandMatch request) {
        String entries =
                text(request.rows().stream().map(HandMatch.Row::entryId).toList());
        return new Proposal(
                "reconciliation.match.commit",
                "group/" + request.group(),
                caller,
                Map.of("entries", entries),
                Set.of());
    }

    private static String text(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** What a suggestion was made of may have changed since. */
    private static void requireAsSuggested(GroupTable.Saved group, HandPlan plan) {
        if (plan.suggestion().isPresent() && !plan.rows().stream().allMatch(HandRow::takesAll)) {
            throw Suggesting.gone(group, plan.suggestion().get()).exception();
        }
    }

    private static Map<String, String> fields(GroupTable.Saved group, HandPlan plan) {
        Map<String, String> fields = fields(group);
        fields.put("entries", text(plan.rows().stream().map(HandRow::id).toList()));
        fields.put("amount", plan.amount().toPlainString());
        if (plan.difference().signum() != 0) {
            fields.put("difference", plan.difference().toPlainString());
            fields.put("written_off", plan.writeOff().orElseThrow().kind().name());
        }
        plan.suggestion().ifPresent(id -> fields.put("suggestion", id));
        return fields;
    }

    private static Map<String, String> fields(GroupTable.Saved group) {
        return Acts.fields(group.name(), group.unit());
    }

    @Override
    public void reject(Caller caller, String name, String id, String reason) {
        Acts.requireReason(reason);
        groups.require(caller, name, Permission.RECONCILIATION_MATCH);
        Suggestion suggestion = Suggesting.require(basis(name), kinds, id);
        change(caller, name, (tx, group) -> {
            if (Suggesting.rejected(tx.connection(), group.id()).contains(id)) {
                throw Suggesting.gone(group, id).exception();
            }
            Suggesting.reject(tx.connection(), group.id(), id, reason, clock.instant(), caller.identity());
            Map<String, String> fields = fields(group);
            fields.put(
                    "entries",
                    text(suggestion.rows().stream().map(item -> item.entryId()).toList()));
            fields.put("reason", reason);
            acts.record(
                    tx, caller, "suggestion.reject", "reconciliation.suggestion.rejected", "suggestion/" + id, fields);
            return id;
        });
    }

    @Override
    public void exclude(Caller caller, String name, List<Long> entries, String reason) {
        Acts.requireReason(reason);
        change(caller, name, (tx, group) -> {
            List<HandMatch.Row> wanted = entries.stream().map(HandMatch.Row::of).toList();
            List<HandRow> rows = new HandRows(tx.connection(), group).require(wanted);
            Exclusion exclusion = new Exclusion(clock.instant(), caller.identity(), reason);
            for (HandRow row : rows) {
                new ExclusionTable(tx.connection()).insert(group.id(), row.id(), exclusion);
                recordReason(
                        tx, caller, "entry.exclude", "reconciliation.entry.excluded", entry(row.id()), group, reason);
            }
            return rows;
        });
    }

    @Override
    public void include(Caller caller, String name, List<Long> entries, String reason) {
        Acts.requireReason(reason);
        change(caller, name, (tx, group) -> {
            Exclusion end = new Exclusion(clock.instant(), caller.identity(), reason);
            for (long id : entries) {
                if (!new ExclusionTable(tx.connection()).end(group.id(), id, end)) {
                    throw Problem.error("rec.not-excluded", Texts.message("entry.not-excluded", id))
                            .where(entry(id))
                            .exception();
                }
                recordReason(tx, caller, "entry.include", "reconciliation.entry.included", entry(id), group, reason);
            }
            return entries;
        });
    }

    private static String entry(long id) {
        return "entry/" + id;
    }

    @Override
    public void note(Caller caller, String name, Note.Subject subject, long subjectId, String text) {
        if (text.isBlank()) {
            throw Problem.error("rec.note", Texts.message("note.empty")).exception();
        }
        change(caller, name, (tx, group) -> {
            requireSubject(tx.connection(), group, subject, subjectId);
            note(tx, caller, group, subject, subjectId, text);
            return subject;
        });
    }

    private static void requireSubject(
            Connection connection, GroupTable.Saved group, Note.Subject subject, long subjectId) throws SQLException {
        if (subject == Note.Subject.ENTRY) {
            new HandRows(connection, group).requireBooked(List.of(subjectId));
        } else if (new MatchTable(connection)
                .place(subjectId)
                .filter(place -> place.groupId() == group.id())
                .isEmpty()) {
            throw Undoing.unknown("match", subjectId);
        }
    }

    private void note(Tx tx, Caller caller, GroupTable.Saved group, Note.Subject subject, long subjectId, String text)
            throws SQLException {
        Note note = new Note(subject, subjectId, text, clock.instant(), caller.identity());
        new NoteTable(tx.connection()).insert(group.id(), note);
        Map<String, String> fields = fields(group);
        fields.put("text", text);
        String at = subject == Note.Subject.ENTRY ? entry(subjectId) : "match/" + subjectId;
        acts.record(tx, caller, "note.add", "reconciliation.note.added", at, fields);
    }

    @Override
    public List<Note> notes(Caller caller, String name) {
        groups.require(caller, name, Permission.RECONCILIATION_READ);
        return transactions.reading(tx -> new NoteTable(tx.connection())
                .all(Groups.require(tx.connection(), name).id()));
    }

    private void recordReason(
            Tx tx, Caller caller, String action, String topic, String subject, GroupTable.Saved group, String reason)
            throws SQLException {
        Map<String, String> fields = fields(group);
        fields.put("reason", reason);
        acts.record(tx, caller, action, topic, subject, fields);
    }
}
