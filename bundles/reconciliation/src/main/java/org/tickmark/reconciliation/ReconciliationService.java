package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.reconciliation.engine.AddedKinds;

/** Reconciliation on the tables of this bundle and the published views of the books. */
final class ReconciliationService implements Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationService.class);
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final Transactions transactions;
    private final AddedKinds kinds;
    private final Readings readings;
    private final Groups groups;
    private final GroupRunner runner;
    private final Undoing undoing;
    private final Reporting reporting;

    ReconciliationService(
            Transactions transactions, AddedKinds kinds, Readings readings, Audit audit, Events events, Clock clock) {
        this.transactions = transactions;
        this.kinds = kinds;
        this.readings = readings;
        this.groups = new Groups(transactions, kinds, audit, events, clock);
        this.runner = new GroupRunner(transactions, kinds, audit, events, clock);
        this.undoing = new Undoing(transactions, audit, events, clock);
        this.reporting = new Reporting(transactions, kinds, audit, clock);
    }

    @Override
    public List<Group> groups(Caller caller) {
        return groups.visible(caller);
    }

    @Override
    public Optional<Group> group(Caller caller, String name) {
        return groups.visible(caller).stream()
                .filter(group -> group.name().equals(name))
                .findFirst();
    }

    @Override
    public void save(Caller caller, Group group) {
        groups.save(caller, group);
    }

    @Override
    public void remove(Caller caller, String name) {
        groups.remove(caller, name);
    }

    @Override
    public String exportText(Caller caller, List<String> names) {
        return groups.exportText(caller, names);
    }

    @Override
    public List<String> importText(Caller caller, String text, String from, boolean dryRun) {
        return groups.importText(caller, text, from, dryRun);
    }

    @Override
    public List<GroupRun> run(Caller caller, ReconciliationRequest request, Progress progress, CancelToken cancel) {
        List<Group> chosen = chosen(caller, request);
        List<GroupRun> runs = new ArrayList<>();
        for (Group group : chosen) {
            cancel.throwIfCancelled();
            progress.update(Texts.message("progress.group", group.name()), runs.size(), chosen.size());
            runs.add(run(caller, group, request, cancel));
        }
        return runs;
    }

    private List<Group> chosen(Caller caller, ReconciliationRequest request) {
        caller.require(Permission.RECONCILIATION_RUN);
        request.groups().forEach(name -> groups.require(caller, name, Permission.RECONCILIATION_RUN));
        return ChainOrder.of(groups.all(caller).stream()
                .filter(group -> request.groups().isEmpty() || request.groups().contains(group.name()))
                .filter(group -> request.units().isEmpty() || request.units().contains(group.unit()))
                .filter(group -> group.background() || !request.scheduled())
                .toList());
    }

    /** A group that fails stops no other. */
    private GroupRun run(Caller caller, Group group, ReconciliationRequest request, CancelToken cancel) {
        try {
            return runner.run(caller, group.name(), request, cancel);
        } catch (CancellationException e) {
            throw e;
        } catch (TickmarkException e) {
            LOG.warn("Group {}: {}", group.name(), e.problem());
            return failed(group, e.problem());
        } catch (RuntimeException e) {
            LOG.error("Group {} failed", group.name(), e);
            return failed(
                    group,
                    Problem.error("rec.failed", Texts.message("group.failed", group.name()))
                            .where(group.name())
                            .found(e.toString())
                            .advice(Texts.message("group.failed.advice"))
                            .build());
        }
    }

    private static GroupRun failed(Group group, Problem problem) {
        return new GroupRun(0, group.name(), group.unit(), List.of(), 0, 0, Optional.empty(), List.of(problem));
    }

    @Override
    public Standing standing(Caller caller, String name, Optional<LocalDate> date) {
        groups.require(caller, name, Permission.RECONCILIATION_READ);
        OpenItems open = transactions.reading(tx -> {
            GroupTable.Saved group = Groups.require(tx.connection(), name);
            return date.isPresent()
                    ? OpenItems.read(tx.connection(), Reading.of(tx.connection(), group, date))
                    : readings.latest(tx.connection(), group);
        });
        return standing(open.reading(), open.all(kinds));
    }

    static Standing standing(Reading reading, List<OpenItem> open) {
        Optional<Proof> proof = Proofs.of(reading, sum(open, Side.BANK), sum(open, Side.LEDGER), reading.difference());
        return new Standing(reading.group().group(), proof, open, reading.matches());
    }

    private static BigDecimal sum(List<OpenItem> open, Side side) {
        return open.stream()
                .filter(item -> item.side() == side)
                .map(OpenItem::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public List<Match> matches(Caller caller, String name) {
        return matches(caller, name, (table, group, currency) -> table.standing(group, FOREVER, currency, Known.NOW));
    }

    @Override
    public List<Match> matches(Caller caller, String name, RecordQuery query) {
        return matches(caller, name, (table, group, currency) -> table.standing(group, query, currency));
    }

    private List<Match> matches(Caller caller, String name, MatchesOf matches) {
        groups.require(caller, name, Permission.RECONCILIATION_READ);
        return transactions.reading(tx -> {
            GroupTable.Saved group = Groups.require(tx.connection(), name);
            String currency = new BooksReader(tx.connection()).currency(group.group());
            return matches.in(new MatchTable(tx.connection()), group, currency);
        });
    }

    @FunctionalInterface
    private interface MatchesOf {
        List<Match> in(MatchTable table, GroupTable.Saved group, String currency) throws SQLException;
    }

    @Override
    public void undoMatch(Caller caller, long matchId, String reason) {
        undoing.match(caller, matchId, reason);
    }

    @Override
    public long undoRun(Caller caller, long runId, String reason) {
        return undoing.run(caller, runId, reason);
    }

    @Override
    public byte[] report(Caller caller, ReportRequest request) {
        if (request.kind().isOfGroup()) {
            groups.require(caller, request.subject(), Permission.RECONCILIATION_READ);
            return reporting.ofGroup(request);
        }
        RunTable.Run run = transactions.reading(tx -> RunTable.require(tx.connection(), request.subject()));
        caller.require(Permission.RECONCILIATION_READ, run.unit());
        return reporting.ofRun(run, request);
    }
}
