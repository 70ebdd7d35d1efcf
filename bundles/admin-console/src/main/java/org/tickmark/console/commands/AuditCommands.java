package org.tickmark.console.commands;

import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.Audit;

/** {@code audit verify}: whether the audit log is whole. */
final class AuditCommands {
    private final Audit audit;

    private AuditCommands(Audit audit) {
        this.audit = audit;
    }

    static Command verify(Audit audit) {
        AuditCommands commands = new AuditCommands(audit);
        return Command.named("audit", "verify", Permission.AUDIT_READ)
                .example("audit verify")
                .does(commands::verify);
    }

    private CommandResult verify(CommandCall call) {
        List<Problem> broken = audit.verify(call.caller()).stream()
                .map(what -> Texts.problem("audit.broken", what).build())
                .toList();
        return broken.isEmpty()
                ? CommandResult.done(Texts.text("audit.whole"))
                : CommandResult.done(Texts.text("audit.not-whole", broken.size()))
                        .problems(broken)
                        .exit(ExitCode.FAILURE);
    }
}
