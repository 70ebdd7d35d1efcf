package org.tickmark.console.commands;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;

/**
 * What the commands about tasks and runs stand on.
 *
 * @param taskRecords lists of tasks
 * @param runRecords lists of runs
 * @param nodeRecords lists of nodes
 * @param clock tells now, and the zone where a call gives none
 * @param endsWithCommand whether this process ends with its command, and takes no runs
 */
record TaskServices(
        Tasks tasks,
        Runs runs,
        RecordSource taskRecords,
        RecordSource runRecords,
        RecordSource nodeRecords,
        Clock clock,
        boolean endsWithCommand) {
    /** Longer than any node that others can see lets itself be trusted. */
    private static final Duration LONG = Duration.ofDays(1);

    /** The commands that stand on them. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.addAll(TaskCommands.of(this));
        commands.addAll(TaskSwitches.of(this));
        commands.addAll(TaskTimes.of(this));
        commands.addAll(TaskChain.of(this));
        commands.addAll(TaskTexts.of(this));
        commands.addAll(RunCommands.of(this));
        commands.addAll(RunLogCommand.of(this));
        commands.addAll(NodeCommand.of(this));
        return commands;
    }

    /** The task of the argument {@code NAME}. */
    Task task(CommandCall call) {
        return task(call.caller(), call.argument("NAME"));
    }

    /** The task of a name. */
    Task task(Caller caller, String name) {
        return tasks.task(caller, name).orElseThrow(() -> Texts.problem("task.unknown", name)
                .advice(Texts.text("task.unknown.advice"))
                .exception());
    }

    /** The run of the argument {@code ID}. */
    Run run(CommandCall call) {
        long id = Long.parseLong(call.argument("ID"));
        return runs.run(call.caller(), id).orElseThrow(() -> Texts.problem("run.unknown", id)
                .advice(Texts.text("run.unknown.advice"))
                .exception());
    }

    /** The names of the tasks that follow a task. */
    List<String> followers(Caller caller, String name) {
        RecordQuery query = RecordQuery.first(RecordQuery.MAX_LIMIT).where("follows", name);
        return Rows.of(taskRecords.list(caller, query)).stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }

    /**
     * Whether any node could take a run just now. A node with an endless lease is this process, or, if it is one that ends with its
     * command, a former one.
     */
    boolean anyNode(Caller caller) {
        Instant now = clock.instant();
        return Rows.of(nodeRecords.list(caller, RecordQuery.first(RecordQuery.MAX_LIMIT))).stream()
                .anyMatch(node -> node.get("lease_until") instanceof Instant until
                        && until.isAfter(now)
                        && (!endsWithCommand || !isEndless(until)));
    }

    /** Whether a lease is that of a node which has the database to itself. */
    boolean isEndless(Instant until) {
        return until.isAfter(clock.instant().plus(LONG));
    }

    /** The zone that {@code --zone} names, else the machine's. */
    ZoneId zone(CommandCall call) {
        return call.option("zone").map(name -> MomentInput.zone("--zone", name)).orElseGet(clock::getZone);
    }

    /** The zone of a task; the machine's where that has none of this name. */
    ZoneId zone(Task task) {
        try {
            return ZoneId.of(task.definition().timing().zone());
        } catch (DateTimeException e) {
            return clock.getZone();
        }
    }

    /** Reads moments by the clocks of a zone. */
    TimeInput times(ZoneId zone) {
        return new TimeInput(clock, zone);
    }

    /** The moment that an option gives, if it is given. */
    Optional<Instant> moment(CommandCall call, String option, ZoneId zone, TimeInput.Direction direction) {
        return call.option(option).map(given -> times(zone).moment("--" + option, given, direction));
    }
}
