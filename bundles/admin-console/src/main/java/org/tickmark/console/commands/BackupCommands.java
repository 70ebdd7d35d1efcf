package org.tickmark.console.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tickmark.api.Permission;
import org.tickmark.api.Severity;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.Backups;
import org.tickmark.api.host.Backups.Backup;
import org.tickmark.api.host.Backups.Restored;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/**
 * {@code backup}, and {@code restore} as far as it is done inside: the launcher puts a copy aside and boots it, this looks at it, and if all is well the launcher
 * puts it in place.
 */
final class BackupCommands {
    private static final List<Column> ROWS = List.of(Column.text("table"), Column.integer("row_count"));

    private final Backups backups;
    private final Tasks tasks;

    private BackupCommands(Backups backups, Tasks tasks) {
        this.backups = backups;
        this.tasks = tasks;
    }

    static List<Command> of(Backups backups, Tasks tasks) {
        BackupCommands commands = new BackupCommands(backups, tasks);
        return List.of(
                Command.named("backup", "", Permission.SYSTEM_BACKUP)
                        .argument("DIR", "backup.dir", ValueKind.PATH, Cardinality.OPTIONAL)
                        .option("keep", "backup.keep", ValueKind.INTEGER)
                        .example("backup")
                        .example("backup /srv/backups --keep 30")
                        .does(commands::backup),
                Command.named("restore", "", Permission.SYSTEM_BACKUP)
                        .argument("FILE", "restore.file", ValueKind.PATH)
                        .flag("verify", "restore.verify")
                        .flag("force", "restore.force")
                        .columns(ROWS)
                        .example("restore /srv/backups/tickmark-20261127T031500000Z.zip --verify")
                        .example("restore /srv/backups/tickmark-20261127T031500000Z.zip --force")
                        .does(commands::restore));
    }

    private CommandResult backup(CommandCall call) {
        Optional<Path> folder = call.arguments("DIR").stream().findFirst().map(call::path);
        Backup backup = backups.make(call.caller(), folder, keep(call), call.progress(), call.cancel());
        return new Details(call.caller().locale())
                .add("file", backup.file().toString())
                .add("made_at", backup.madeAt().toString())
                .add("bytes", backup.bytes())
                .add("row_count", backup.rows())
                .result()
                .problems(backup.problems())
                .summary(Texts.text("backup.done"));
    }

    private static OptionalInt keep(CommandCall call) {
        Optional<String> given = call.option("keep");
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        long keep = Long.parseLong(given.get());
        if (keep < 1 || keep > Integer.MAX_VALUE) {
            throw Texts.problem("usage.backup-keep").found(given.get()).exception();
        }
        return OptionalInt.of((int) keep);
    }

    private CommandResult restore(CommandCall call) {
        Restored restored = backups.examine(call.caller(), call.path(call.argument("FILE")));
        boolean whole = restored.problems().stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        if (tasks.held(call.caller()).isEmpty()) {
            tasks.hold(
                    call.caller(),
                    true,
                    Texts.text("restore.hold").text(call.caller().locale()));
        }
        Table.Builder table = Table.under(ROWS);
        restored.rows().forEach(table::row);
        long rows = restored.rows().values().stream().mapToLong(Long::longValue).sum();
        return CommandResult.of(table.build())
                .problems(restored.problems())
                .summary(Texts.text(
                        whole ? "restore.whole" : "restore.not-whole",
                        restored.rows().size(),
                        rows))
                .exit(whole ? ExitCode.OK : ExitCode.FAILURE);
    }
}
