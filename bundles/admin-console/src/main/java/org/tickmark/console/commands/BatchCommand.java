package org.tickmark.console.commands;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.batch.Batch;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.console.commands.choice.Choices;

/** {@code batch}: the night run. */
final class BatchCommand {
    private static final Duration MAIL_WAIT = Duration.ofMinutes(2);

    private final Batch batch;

    private BatchCommand(Batch batch) {
        this.batch = batch;
    }

    static List<Command> of(Batch batch) {
        BatchCommand command = new BatchCommand(batch);
        return List.of(Command.named("batch", "", Permission.IMPORT_RUN)
                .flag("all", "batch.all")
                .flag("import", "batch.import")
                .flag("reconcile", "batch.reconcile")
                .repeatable("unit", "only-unit", ValueKind.record("unit"))
                .repeatable("group", "only-group", ValueKind.record("group"))
                .flag("dry-run", "dry-run")
                .option("as-of", "as-of", ValueKind.DATE)
                .option("wait-lock", "wait-lock", ValueKind.DURATION)
                .option("timeout", "timeout", ValueKind.DURATION)
                .option("mail-wait", "mail-wait", ValueKind.DURATION)
                .flag("fail-on-empty", "fail-on-empty")
                .flag("fail-on-open", "fail-on-open")
                .example("batch --all")
                .example("batch --all --unit 100 --wait-lock 5m --timeout 2h")
                .example("batch --reconcile --as-of 2026-05-31 --dry-run")
                .does(command::run));
    }

    private CommandResult run(CommandCall call) {
        BatchRequest request = new BatchRequest(
                mode(call),
                call.options("unit"),
                call.options("group"),
                call.option("as-of").map(LocalDate::parse),
                call.flag("dry-run"),
                call.option("wait-lock").map(Duration::parse).orElse(Duration.ZERO),
                call.option("timeout").map(Duration::parse),
                call.option("mail-wait").map(Duration::parse).orElse(MAIL_WAIT));
        BatchResult result = batch.run(call.caller().through(Origin.BATCH), request, call.progress(), call.cancel());
        Locale locale = call.caller().locale();
        ImportOutcome imports = new ImportOutcome(result.imports());
        GroupOutcome groups = new GroupOutcome(result.groups(), locale);
        List<Problem> problems = new ArrayList<>(result.problems());
        problems.addAll(imports.problems());
        problems.addAll(groups.problems());
        return CommandResult.of(groups.text(), document(result, imports, groups, locale))
                .problems(problems)
                .summary(result.summary())
                .exit(exitCode(call, result));
    }

    private static Mode mode(CommandCall call) {
        List<Mode> modes = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            if (call.flag(Choices.id(mode))) {
                modes.add(mode);
            }
        }
        if (modes.size() != 1) {
            throw Texts.problem("usage.batch-mode")
                    .advice(Texts.text("usage.batch-mode.advice"))
                    .exception();
        }
        return modes.get(0);
    }

    /** The result's own end, or one of those that the caller asked to be told of. */
    private static ExitCode exitCode(CommandCall call, BatchResult result) {
        ExitCode exit = result.exitCode();
        if (call.flag("fail-on-empty") && result.empty()) {
            exit = exit.worst(ExitCode.EMPTY);
        }
        if (call.flag("fail-on-open") && result.openItems() > 0) {
            exit = exit.worst(ExitCode.OPEN_ITEMS);
        }
        return exit;
    }

    private static Map<String, Object> document(
            BatchResult result, ImportOutcome imports, GroupOutcome groups, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run_id", result.runId());
        document.put("exit_code", (long) result.exitCode().code());
        document.put("milliseconds", result.took().toMillis());
        document.put("files", imports.documents(locale));
        document.put("groups", groups.documents());
        document.put("issues", ProblemDocument.of(result.problems(), locale));
        document.put("summary", result.summary().text(locale));
        return document;
    }
}
