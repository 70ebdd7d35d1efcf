package org.tickmark.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.imports.ImportRequest;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;

/** Imports and reconciles one unit, step by step. What goes wrong in one step stops no other; one thread at a time. */
final class UnitWork {
    private static final Logger LOG = LoggerFactory.getLogger(UnitWork.class);

    private final Caller caller;
    private final BatchRequest request;
    private final Plan.UnitPlan plan;
    private final Stop stop;
    private final Progress progress;

    private ImportRun imported = new ImportRun(List.of(), List.of(), List.of());
    private final List<GroupRun> groups = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private ExitCode failure;

    /** @param left what runs that were killed have left untold of the unit */
    UnitWork(
            Caller caller, BatchRequest request, Plan.UnitPlan plan, List<Problem> left, Stop stop, Progress progress) {
        this.caller = caller;
        this.request = request;
        this.plan = plan;
        this.stop = stop;
        this.progress = progress;
        problems.addAll(left);
        failure = left.isEmpty() ? ExitCode.OK : ExitCode.PARTLY;
    }

    UnitOutcome run(Imports imports, Reconciliation reconciliation) {
        if (plan.imports()) {
            attempt(() -> imported = imports.run(caller, importRequest(), progress, stop));
        }
        for (String group : plan.groups()) {
            attempt(() -> groups.addAll(reconciliation.run(caller, groupRequest(group), progress, stop)));
        }
        return new UnitOutcome(plan.unit(), imported, groups, problems, failure);
    }

    private ImportRequest importRequest() {
        return new ImportRequest(List.of(), List.of(plan.unit()), true, request.dryRun());
    }

    private ReconciliationRequest groupRequest(String group) {
        return new ReconciliationRequest(
                List.of(group), List.of(plan.unit()), List.of(), true, request.asOf(), request.dryRun());
    }

    private void attempt(Runnable step) {
        if (stop.isCancelled()) {
            return;
        }
        try {
            step.run();
        } catch (TickmarkException e) {
            LOG.warn("Unit {}: {}", plan.unit(), e.problem());
            failed(ExitCode.PARTLY, e.problem());
        } catch (CancellationException e) {
            if (!stop.isCancelled()) {
                unforeseen(e);
            }
        } catch (RuntimeException e) {
            unforeseen(e);
        }
    }

    private void unforeseen(RuntimeException e) {
        LOG.error("Unit {}: unforeseen failure", plan.unit(), e);
        failed(ExitCode.FAILURE, Problems.unforeseen(e));
    }

    private void failed(ExitCode how, Problem why) {
        problems.add(Problems.inUnit(plan.unit(), why));
        failure = failure.worst(how);
    }
}
