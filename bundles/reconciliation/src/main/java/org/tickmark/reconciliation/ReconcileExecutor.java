package org.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Problem;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.api.task.TaskResult;
import org.tickmark.api.task.TaskRun;
import org.tickmark.kit.task.TaskInput;

/** Lets a task reconcile groups. A run fails if a group cannot be reconciled or its balances are not proven. */
@Component(service = TaskExecutor.class, property = TaskExecutor.EXECUTOR + "=reconcile")
public final class ReconcileExecutor implements TaskExecutor {
    private static final String GROUPS = "groups";
    private static final String UNITS = "units";
    private static final String RULES = "rules";
    private static final String SCHEDULED = "scheduled";
    private static final String AS_OF = "as-of";
    private static final String DRY_RUN = "dry-run";

    private final Reconciliation reconciliation;

    @Activate
    public ReconcileExecutor(@Reference Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public Message summary() {
        return Texts.message("executor");
    }

    @Override
    public List<TaskParameter> parameters() {
        return List.of(
                TaskParameter.optional(GROUPS, TaskParameter.Type.TEXT, "", Texts.message("executor.groups")),
                TaskParameter.optional(UNITS, TaskParameter.Type.TEXT, "", Texts.message("executor.units")),
                TaskParameter.optional(RULES, TaskParameter.Type.TEXT, "", Texts.message("executor.rules")),
                TaskParameter.optional(SCHEDULED, TaskParameter.Type.FLAG, "true", Texts.message("executor.scheduled")),
                TaskParameter.optional(AS_OF, TaskParameter.Type.DATE, "", Texts.message("executor.as-of")),
                TaskParameter.optional(DRY_RUN, TaskParameter.Type.FLAG, "false", Texts.message("executor.dry-run")));
    }

    @Override
    public TaskResult run(TaskRun run) {
        TaskInput input = new TaskInput(run);
        ReconciliationRequest request = new ReconciliationRequest(
                input.names(GROUPS),
                input.names(UNITS),
                input.names(RULES),
                input.flag(SCHEDULED),
                input.date(AS_OF),
                input.flag(DRY_RUN));
        input.cancel().throwIfCancelled();
        requireScheduled(run, request);
        List<GroupRun> groups = reconciliation.run(run.caller(), request, run.progress(), input.cancel());
        groups.forEach(group ->
                run.log().info(group.group() + ": " + group.matchedEntries() + " matched, " + open(group) + " open"));
        input.failBy(problems(groups));
        return result(groups, request.dryRun());
    }

    /** A group that is named and would be left out is a mistake that nobody should have to search for. */
    private void requireScheduled(TaskRun run, ReconciliationRequest request) {
        if (!request.scheduled()) {
            return;
        }
        for (String name : request.groups()) {
            reconciliation
                    .group(run.caller(), name)
                    .filter(group -> !group.background())
                    .map(Group::name)
                    .ifPresent(left -> {
                        throw Problem.error("rec.not-scheduled", Texts.message("executor.not-scheduled", left))
                                .where(left)
                                .advice(Texts.message("executor.not-scheduled.advice"))
                                .exception();
                    });
        }
    }

    /** What went wrong, each with its group; a proof that does not hold is an error. */
    private static List<Problem> problems(List<GroupRun> groups) {
        List<Problem> problems = new ArrayList<>();
        for (GroupRun group : groups) {
            group.problems().forEach(problem -> problems.add(problem.within(group.group())));
            group.proof()
                    .map(Proof::failures)
                    .orElse(List.of())
                    .forEach(problem -> problems.add(problem.within(group.group())));
        }
        return problems;
    }

    private static TaskResult result(List<GroupRun> groups, boolean dryRun) {
        long matched = groups.stream().mapToLong(GroupRun::matchedEntries).sum();
        long open = groups.stream().mapToLong(ReconcileExecutor::open).sum();
        long entries = matched + open;
        Map<String, String> data = new TreeMap<>();
        data.put("groups", String.valueOf(groups.size()));
        data.put("matched", String.valueOf(matched));
        data.put("open", String.valueOf(open));
        Message summary = Texts.message(dryRun ? "executor.dry" : "executor.done", groups.size(), matched, open);
        return TaskResult.of(summary).items(matched, entries).passing(data);
    }

    private static long open(GroupRun group) {
        return group.bankOpen() + group.ledgerOpen();
    }
}
