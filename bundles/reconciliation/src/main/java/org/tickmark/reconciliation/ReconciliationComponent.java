package org.tickmark.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.GroupVersion;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.host.reconciliation.JournalRequest;
import org.tickmark.api.host.reconciliation.JournalVoucher;
import org.tickmark.api.host.reconciliation.Journals;
import org.tickmark.api.host.reconciliation.KnownKind;
import org.tickmark.api.host.reconciliation.ManualWork;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.Note;
import org.tickmark.api.host.reconciliation.Periods;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.RuleChange;
import org.tickmark.api.host.reconciliation.RuleEdit;
import org.tickmark.api.host.reconciliation.RuleProposal;
import org.tickmark.api.host.reconciliation.RuleWork;
import org.tickmark.api.host.reconciliation.SignOff;
import org.tickmark.api.host.reconciliation.Suggestion;
import org.tickmark.api.host.reconciliation.WhatIf;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.rule.RuleKind;
import org.tickmark.reconciliation.kind.PluginKinds;

/** Registers reconciliation, work by hand, periods, work with rules, and journals. */
@Component
public final class ReconciliationComponent implements Reconciliation, ManualWork, Periods, RuleWork, Journals {
    private final PluginKinds kinds = new PluginKinds();
    private final Reconciliation reconciliation;
    private final ManualWork work;
    private final Periods periods;
    private final RuleWork rules;
    private final Journals journals;

    /**
     * Called by the component runtime.
     *
     * @param books not used but for what it stands for: the views of the books are there
     */
    @Activate
    public ReconciliationComponent(
            @Reference(target = "(tickmark.schema=org.tickmark.reconciliation)") Transactions transactions,
            @Reference(target = "(tickmark.schema=org.tickmark.books)") Transactions books,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Clock clock) {
        Readings readings = new Readings();
        this.reconciliation = new ReconciliationService(transactions, kinds, readings, audit, events, clock);
        this.work = new HandWork(transactions, kinds, readings, audit, events, clock);
        this.periods = new PeriodWork(transactions, kinds, audit, events, clock);
        Groups groups = new Groups(transactions, kinds, audit, events, clock);
        this.rules = new RuleDesk(transactions, kinds, groups);
        this.journals = new JournalWork(transactions, kinds, groups, clock);
    }

    @Reference(service = RuleKind.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addKind(RuleKind kind, Map<String, ?> properties) {
        kinds.add(kind, properties);
    }

    void removeKind(RuleKind kind) {
        kinds.remove(kind);
    }

    @Override
    public List<Group> groups(Caller caller) {
        return reconciliation.groups(caller);
    }

    @Override
    public Optional<Group> group(Caller caller, String name) {
        return reconciliation.group(caller, name);
    }

    @Override
    public void save(Caller caller, Group group) {
        reconciliation.save(caller, group);
    }

    @Override
    public void remove(Caller caller, String name) {
        reconciliation.remove(caller, name);
    }

    @Override
    public String exportText(Caller caller, List<String> names) {
        return reconciliation.exportText(caller, names);
    }

    @Override
    public List<String> importText(Caller caller, String text, String from, boolean dryRun) {
        return reconciliation.importText(caller, text, from, dryRun);
    }

    @Override
    public List<GroupRun> run(Caller caller, ReconciliationRequest request, Progress progress, CancelToken cancel) {
        return reconciliation.run(caller, request, progress, cancel);
    }

    @Override
    public Standing standing(Caller caller, String group, Optional<LocalDate> date) {
        return reconciliation.standing(caller, group, date);
    }

    @Override
    public List<Match> matches(Caller caller, String group, RecordQuery query) {
        return reconciliation.matches(caller, group, query);
    }

    @Override
    public List<Match> matches(Caller caller, String group) {
        return reconciliation.matches(caller, group);
    }

    @Override
    public void undoMatch(Caller caller, long matchId, String reason) {
        reconciliation.undoMatch(caller, matchId, reason);
    }

    @Override
    public long undoRun(Caller caller, long runId, String reason) {
        return reconciliation.undoRun(caller, runId, reason);
    }

    @Override
    public byte[] report(Caller caller, ReportRequest request) {
        return reconciliation.report(caller, request);
    }

    @Override
    public List<Suggestion> suggestions(Caller caller, String group) {
        return work.suggestions(caller, group);
    }

    @Override
    public Draft draft(Caller caller, HandMatch request) {
        return work.draft(caller, request);
    }

    @Override
    public Match match(Caller caller, HandMatch request) {
        return work.match(caller, request);
    }

    @Override
    public Match accept(Caller caller, String group, String suggestion, Optional<WriteOff> writeOff) {
        return work.accept(caller, group, suggestion, writeOff);
    }

    @Override
    public void reject(Caller caller, String group, String suggestion, String reason) {
        work.reject(caller, group, suggestion, reason);
    }

    @Override
    public void exclude(Caller caller, String group, List<Long> entries, String reason) {
        work.exclude(caller, group, entries, reason);
    }

    @Override
    public void include(Caller caller, String group, List<Long> entries, String reason) {
        work.include(caller, group, entries, reason);
    }

    @Override
    public void note(Caller caller, String group, Note.Subject subject, long subjectId, String text) {
        work.note(caller, group, subject, subjectId, text);
    }

    @Override
    public List<Note> notes(Caller caller, String group) {
        return work.notes(caller, group);
    }

    @Override
    public Optional<LocalDate> lockedThrough(Caller caller, String group) {
        return periods.lockedThrough(caller, group);
    }

    @Override
    public void lock(Caller caller, String group, LocalDate through, String reason) {
        periods.lock(caller, group, through, reason);
    }

    @Override
    public void unlock(Caller caller, String group, Optional<LocalDate> through, String reason) {
        periods.unlock(caller, group, through, reason);
    }

    @Override
    public List<SignOff> signOffs(Caller caller, String group) {
        return periods.signOffs(caller, group);
    }

    @Override
    public SignOff prepare(Caller caller, String group, LocalDate through) {
        return periods.prepare(caller, group, through);
    }

    @Override
    public SignOff review(Caller caller, long signOff) {
        return periods.review(caller, signOff);
    }

    @Override
    public SignOff sendBack(Caller caller, long signOff, String reason) {
        return periods.sendBack(caller, signOff, reason);
    }

    @Override
    public SignOff close(Caller caller, long signOff) {
        return periods.close(caller, signOff);
    }

    @Override
    public SignOff reopen(Caller caller, long signOff, String reason) {
        return periods.reopen(caller, signOff, reason);
    }

    @Override
    public String statement(Caller caller, long signOff) {
        return periods.statement(caller, signOff);
    }

    @Override
    public List<KnownKind> kinds() {
        return rules.kinds();
    }

    @Override
    public List<Rule> effective(List<Rule> given) {
        return rules.effective(given);
    }

    @Override
    public List<RuleChange> save(Caller caller, String group, RuleEdit edit) {
        return rules.save(caller, group, edit);
    }

    @Override
    public List<GroupVersion> versions(Caller caller, String group) {
        return rules.versions(caller, group);
    }

    @Override
    public List<RuleChange> changes(Caller caller, String group, int from, int to) {
        return rules.changes(caller, group, from, to);
    }

    @Override
    public void restore(Caller caller, String group, int version, String reason) {
        rules.restore(caller, group, version, reason);
    }

    @Override
    public List<Rule> rules(String text, String from) {
        return rules.rules(text, from);
    }

    @Override
    public WhatIf whatIf(
            Caller caller,
            String group,
            List<Rule> before,
            List<Rule> after,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            CancelToken cancel) {
        return rules.whatIf(caller, group, before, after, from, until, cancel);
    }

    @Override
    public List<RuleProposal> proposals(Caller caller, String group, CancelToken cancel) {
        return rules.proposals(caller, group, cancel);
    }

    @Override
    public Rule adopt(Caller caller, String group, String proposal) {
        return rules.adopt(caller, group, proposal);
    }

    @Override
    public List<JournalVoucher> vouchers(Caller caller, JournalRequest request) {
        return journals.vouchers(caller, request);
    }

    @Override
    public byte[] write(Caller caller, JournalRequest request, Format format) {
        return journals.write(caller, request, format);
    }
}
