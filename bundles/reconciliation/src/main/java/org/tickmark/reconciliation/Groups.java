package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.RuleChange;
import org.tickmark.api.host.reconciliation.RuleEdit;
import org.tickmark.reconciliation.engine.AddedKinds;

/** Lists, saves and removes groups. */
final class Groups {
    private final Transactions transactions;
    private final AddedKinds kinds;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    Groups(Transactions transactions, AddedKinds kinds, Audit audit, Events events, Clock clock) {
        this.transactions = transactions;
        this.kinds = kinds;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The group of this name. */
    static GroupTable.Saved require(Connection connection, String name) throws SQLException {
        return GroupTable.find(connection, name).orElseThrow(() -> unknown(name));
    }

    private static TickmarkException unknown(String name) {
        return Problem.error("rec.unknown-group", Texts.message("group.unknown", name))
                .found(name)
                .advice(Texts.message("group.unknown.advice"))
                .exception();
    }

    /** The groups that the caller may see, ordered by name. */
    List<Group> visible(Caller caller) {
        caller.require(Permission.RECONCILIATION_READ);
        return all(caller);
    }

    /** The groups of the units that the caller may see, whatever the caller may do with them; ordered by name. */
    List<Group> all(Caller caller) {
        return transactions.reading(tx -> GroupTable.all(tx.connection())).stream()
                .map(GroupTable.Saved::group)
                .filter(group -> caller.maySee(group.unit()))
                .toList();
    }

    /** The group of this name, for someone who holds a right to its unit. */
    Group require(Caller caller, String name, Permission permission) {
        caller.require(permission);
        Optional<GroupTable.Saved> found = transactions.reading(tx -> GroupTable.find(tx.connection(), name));
        return found.map(GroupTable.Saved::group)
                .filter(group -> caller.maySee(group.unit()))
                .orElseThrow(() -> unknown(name));
    }

    void save(Caller caller, Group group) {
        GroupRules.checkAlone(group, kinds);
        transactions.inTransaction(tx -> {
            save(tx, caller, group, "");
            return null;
        });
    }

    /**
     * Saves other rules of a group.
     *
     * @param change makes them of those that it has
     * @param reason why
     */
    void saveRules(Caller caller, String name, UnaryOperator<List<Rule>> change, String reason) {
        require(caller, name, Permission.RECONCILIATION_EDIT);
        transactions.inTransaction(tx -> {
            GroupTable.lock(tx.connection(), require(tx.connection(), name).id());
            Group group = require(tx.connection(), name).group();
            Group changed = group.withRules(change.apply(group.rules()));
            GroupRules.checkAlone(changed, kinds);
            save(tx, caller, changed, reason);
            return null;
        });
    }

    /** Saves other rules of a group, unless somebody has saved another version than they were made of, or they say the same. */
    List<RuleChange> saveRules(Caller caller, String name, RuleEdit edit) {
        require(caller, name, Permission.RECONCILIATION_EDIT);
        return transactions.inTransaction(tx -> {
            GroupTable.lock(tx.connection(), require(tx.connection(), name).id());
            GroupTable.Saved standing = require(tx.connection(), name);
            refuseOverOther(tx.connection(), standing, edit.over());
            Group changed = standing.group().withRules(edit.rules());
            GroupRules.checkAlone(changed, kinds);
            GroupRules.checkKinds(tx.connection(), changed, kinds);
            List<RuleChange> changes = RuleChanges.between(standing.group(), changed);
            if (!edit.dryRun() && !changes.isEmpty()) {
                save(tx, caller, changed, edit.reason());
            }
            return changes;
        });
    }

    private static void refuseOverOther(Connection connection, GroupTable.Saved standing, OptionalInt over)
            throws SQLException {
        if (over.isEmpty() || over.getAsInt() == standing.version()) {
            return;
        }
        String by = VersionTable.all(connection, standing).get(0).savedBy();
        throw Problem.error("rec.overtaken", Texts.message("version.changed", standing.name()))
                .where(standing.name())
                .found(standing.version() + (by.isEmpty() ? "" : ", " + by))
                .expected(Integer.toString(over.getAsInt()))
                .advice(Texts.message("version.changed.advice", standing.name(), over.getAsInt()))
                .exception();
    }

    private void save(Tx tx, Caller caller, Group group, String reason) throws SQLException {
        GroupRules.checkKinds(tx.connection(), group, kinds);
        GroupRules.checkAgainstBooks(tx.connection(), group);
        store(tx, caller, group, reason);
    }

    private void store(Tx tx, Caller caller, Group group, String reason) throws SQLException {
        caller.require(Permission.RECONCILIATION_EDIT, group.unit());
        Optional<GroupTable.Saved> before = GroupTable.find(tx.connection(), group.name());
        if (before.isEmpty()) {
            keep(tx, caller, GroupTable.insert(tx.connection(), group), 1, group, reason);
        } else if (before.get().group().equals(group)) {
            return;
        } else {
            caller.require(Permission.RECONCILIATION_EDIT, before.get().unit());
            GroupTable.lock(tx.connection(), before.get().id());
            refuseOtherAccounts(tx.connection(), before.get(), group);
            VersionTable.insertIfAbsent(tx.connection(), before.get());
            GroupTable.update(tx.connection(), before.get().id(), group);
            keep(tx, caller, before.get().id(), before.get().version() + 1, group, reason);
        }
        record(tx, caller, "group.save", "reconciliation.group.saved", group, reason);
    }

    private void keep(Tx tx, Caller caller, long id, int version, Group group, String reason) throws SQLException {
        String text = GroupText.write(List.of(group));
        VersionTable.insert(
                tx.connection(), id, new VersionTable.Kept(version, clock.instant(), caller.identity(), reason, text));
    }

    /** The matches of a group are of its accounts; others would leave its proof without meaning. */
    private static void refuseOtherAccounts(Connection connection, GroupTable.Saved before, Group group)
            throws SQLException {
        Group old = before.group();
        boolean same = old.unit().equals(group.unit())
                && Set.copyOf(old.bank()).equals(Set.copyOf(group.bank()))
                && Set.copyOf(old.ledger()).equals(Set.copyOf(group.ledger()));
        if (!same) {
            refuseMatches(connection, before);
        }
    }

    private static void refuseMatches(Connection connection, GroupTable.Saved group) throws SQLException {
        long matches = new MatchTable(connection).count(group.id());
        if (matches > 0) {
            throw Problem.error(Texts.IN_USE, Texts.message("group.in-use", group.name(), matches))
                    .where(group.name())
                    .advice(Texts.message("group.in-use.advice"))
                    .exception();
        }
    }

    void remove(Caller caller, String name) {
        Group group = require(caller, name, Permission.RECONCILIATION_EDIT);
        transactions.inTransaction(tx -> {
            GroupTable.Saved saved = require(tx.connection(), name);
            GroupTable.lock(tx.connection(), saved.id());
            refuseMatches(tx.connection(), saved);
            GroupTable.delete(tx.connection(), saved.id());
            record(tx, caller, "group.remove", "reconciliation.group.removed", group, "");
            return null;
        });
    }

    String exportText(Caller caller, List<String> names) {
        List<Group> groups = names.isEmpty()
                ? visible(caller)
                : names.stream()
                        .map(name -> require(caller, name, Permission.RECONCILIATION_READ))
                        .toList();
        return GroupText.write(groups);
    }

    List<String> importText(Caller caller, String text, String from, boolean dryRun) {
        caller.require(Permission.RECONCILIATION_EDIT);
        GroupText.Content content = GroupText.read(text, from);
        transactions.inTransaction(tx -> {
            for (GroupText.GroupAt at : content.groups()) {
                // A unit that the same text tells is saved before, unless nothing is to be saved at all.
                boolean unitIsThere =
                        !dryRun || !content.units().contains(at.group().unit());
                check(tx.connection(), at, unitIsThere);
                if (dryRun) {
                    caller.require(Permission.RECONCILIATION_EDIT, at.group().unit());
                } else {
                    store(tx, caller, at.group(), "");
                }
            }
            return null;
        });
        return content.groups().stream().map(at -> at.group().name()).toList();
    }

    private void check(Connection connection, GroupText.GroupAt at, boolean unitIsThere) throws SQLException {
        try {
            GroupRules.checkAlone(at.group(), kinds);
            GroupRules.checkKinds(connection, at.group(), kinds);
            if (unitIsThere) {
                GroupRules.checkAgainstBooks(connection, at.group());
            }
        } catch (TickmarkException e) {
            throw placed(e, at.where());
        }
    }

    /** The same problem, with where in the text the group stands. */
    private static TickmarkException placed(TickmarkException e, String where) {
        Problem problem = e.problem();
        return problem.toBuilder()
                .where(problem.where().map(inside -> where + " " + inside).orElse(where))
                .exception(e);
    }

    private void record(Tx tx, Caller caller, String action, String topic, Group group, String reason)
            throws SQLException {
        Map<String, String> fields = new TreeMap<>();
        fields.put("unit", group.unit());
        fields.put("bank", String.join(" ", group.bank()));
        fields.put("ledger", String.join(" ", group.ledger()));
        fields.put("rules", Integer.toString(group.rules().size()));
        if (!reason.isEmpty()) {
            fields.put("reason", reason);
        }
        String subject = "group/" + group.name();
        audit.append(tx, caller, new Audit.Act(GroupRunner.STREAM, action, subject, fields));
        events.record(tx, caller, topic, subject, fields);
    }
}
