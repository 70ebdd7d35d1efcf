package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupVersion;
import org.tickmark.api.host.reconciliation.KnownKind;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.RuleChange;
import org.tickmark.api.host.reconciliation.RuleEdit;
import org.tickmark.api.host.reconciliation.RuleProposal;
import org.tickmark.api.host.reconciliation.RuleWork;
import org.tickmark.api.host.reconciliation.WhatIf;
import org.tickmark.reconciliation.History.Part;
import org.tickmark.reconciliation.VersionTable.Kept;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.reconciliation.engine.Borne;
import org.tickmark.reconciliation.engine.Engine;
import org.tickmark.reconciliation.engine.Kinds;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.RuleList;

/** Work with the rules of groups, on the tables of this bundle. Entries are read in a transaction, and rules tried after it. */
final class RuleDesk implements RuleWork {
    private final Transactions transactions;
    private final AddedKinds kinds;
    private final Groups groups;

    RuleDesk(Transactions transactions, AddedKinds kinds, Groups groups) {
        this.transactions = transactions;
        this.kinds = kinds;
        this.groups = groups;
    }

    @Override
    public List<KnownKind> kinds() {
        return Kinds.known(kinds);
    }

    @Override
    public List<Rule> effective(List<Rule> rules) {
        return RuleList.effective(rules);
    }

    @Override
    public List<RuleChange> save(Caller caller, String group, RuleEdit edit) {
        if (!edit.dryRun()) {
            Acts.requireReason(edit.reason());
        }
        return groups.saveRules(caller, group, edit);
    }

    @Override
    public List<GroupVersion> versions(Caller caller, String name) {
        groups.require(caller, name, Permission.RECONCILIATION_READ);
        return transactions.reading(tx -> {
            GroupTable.Saved group = Groups.require(tx.connection(), name);
            return VersionTable.all(tx.connection(), group).stream()
                    .map(kept -> version(kept, group))
                    .toList();
        });
    }

    private static GroupVersion version(Kept kept, GroupTable.Saved group) {
        return new GroupVersion(
                kept.number(),
                kept.group(),
                kept.text(),
                kept.knownSince(),
                kept.savedBy(),
                kept.reason(),
                kept.number() == group.version());
    }

    @Override
    public List<RuleChange> changes(Caller caller, String name, int from, int to) {
        groups.require(caller, name, Permission.RECONCILIATION_READ);
        return transactions.reading(tx -> {
            GroupTable.Saved group = Groups.require(tx.connection(), name);
            return RuleChanges.between(require(tx.connection(), group, from), require(tx.connection(), group, to));
        });
    }

    private static Group require(Connection connection, GroupTable.Saved group, int version) throws SQLException {
        List<Kept> kept = VersionTable.all(connection, group);
        return kept.stream()
                .filter(one -> one.number() == version)
                .findFirst()
                .orElseThrow(() -> unknownVersion(group, version, kept))
                .group();
    }

    private static TickmarkException unknownVersion(GroupTable.Saved group, int version, List<Kept> kept) {
        return Problem.error("rec.unknown-version", Texts.message("version.unknown", group.name(), version))
                .where(group.name())
                .found(Integer.toString(version))
                .expected(kept.get(kept.size() - 1).number() + "–" + kept.get(0).number())
                .advice(Texts.message("version.unknown.advice", group.name()))
                .exception();
    }

    @Override
    public void restore(Caller caller, String name, int version, String reason) {
        Acts.requireReason(reason);
        groups.require(caller, name, Permission.RECONCILIATION_EDIT);
        List<Rule> rules = transactions
                .reading(tx -> require(tx.connection(), Groups.require(tx.connection(), name), version))
                .rules();
        groups.saveRules(caller, name, old -> rules, reason);
    }

    @Override
    public List<Rule> rules(String text, String from) {
        return GroupText.readRules(text, from);
    }

    @Override
    public WhatIf whatIf(
            Caller caller,
            String name,
            List<Rule> before,
            List<Rule> after,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            CancelToken cancel) {
        groups.require(caller, name, Permission.RECONCILIATION_READ);
        RuleList first = RuleList.of(before, kinds).requireValid();
        RuleList second = RuleList.of(after, kinds).requireValid();
        List<Rule> all =
                Stream.concat(first.rules().stream(), second.rules().stream()).toList();
        History history = transactions.reading(
                tx -> History.read(tx.connection(), Groups.require(tx.connection(), name), Part.ALL, all, from, until));
        return Comparison.of(history, outcome(history, first, cancel), outcome(history, second, cancel));
    }

    private static Outcome outcome(History history, RuleList rules, CancelToken cancel) {
        return Engine.run(history.rows(), rules.inRun(false, List.of()), Borne.NOTHING, history.chains(), cancel);
    }

    @Override
    public List<RuleProposal> proposals(Caller caller, String name, CancelToken cancel) {
        groups.require(caller, name, Permission.RECONCILIATION_READ);
        History history = transactions.reading(tx -> {
            GroupTable.Saved group = Groups.require(tx.connection(), name);
            return History.read(
                    tx.connection(),
                    group,
                    Part.LEFT_BY_RULES,
                    RuleList.effective(group.group().rules()),
                    Optional.empty(),
                    Optional.empty());
        });
        return new Proposing(history, kinds, cancel).proposals();
    }

    @Override
    public Rule adopt(Caller caller, String name, String id) {
        groups.require(caller, name, Permission.RECONCILIATION_EDIT);
        RuleProposal proposal = proposals(caller, name, CancelToken.NEVER).stream()
                .filter(proposed -> proposed.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknownProposal(name, id));
        String reason = "proposal " + id;
        groups.saveRules(caller, name, old -> with(old, proposal.rule()), reason);
        return proposal.rule();
    }

    private static List<Rule> with(List<Rule> rules, Rule more) {
        List<Rule> all = new ArrayList<>(RuleList.effective(rules));
        all.add(more);
        return all;
    }

    private static TickmarkException unknownProposal(String group, String id) {
        return Problem.error("rec.unknown-proposal", Texts.message("proposal.unknown", id))
                .where(group)
                .found(id)
                .advice(Texts.message("proposal.unknown.advice", group))
                .exception();
    }
}
