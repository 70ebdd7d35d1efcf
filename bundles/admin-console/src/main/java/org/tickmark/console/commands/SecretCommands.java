package org.tickmark.console.commands;

import java.util.Arrays;
import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.setting.SecretRef;

/** {@code config secret}: secrets are kept, listed by name and forgotten, and never shown. */
final class SecretCommands {
    private static final List<Column> COLUMNS = List.of(Column.text("name"));

    private final Secrets secrets;

    private SecretCommands(Secrets secrets) {
        this.secrets = secrets;
    }

    static List<Command> of(Secrets secrets) {
        SecretCommands commands = new SecretCommands(secrets);
        return List.of(Command.named("config", "secret", Permission.CONFIG_EDIT)
                .argument("ACTION", "secret.action", ValueKind.choice("set", "list", "delete"))
                .argument("NAME", "secret", ValueKind.TEXT, Cardinality.OPTIONAL)
                .columns(COLUMNS)
                .example("config secret set mail.password")
                .example("config secret list")
                .does(commands::run));
    }

    private CommandResult run(CommandCall call) {
        return switch (call.argument("ACTION")) {
            case "set" -> set(call, name(call));
            case "delete" -> delete(call, name(call));
            default -> list(call);
        };
    }

    private CommandResult set(CommandCall call, SecretRef name) {
        char[] value = call.askSecret(Texts.text("secret.ask", name.name()));
        try {
            secrets.keep(call.caller(), name, value);
        } finally {
            Arrays.fill(value, '\0');
        }
        return CommandResult.done(Texts.text("secret.kept", name.name(), name));
    }

    private CommandResult delete(CommandCall call, SecretRef name) {
        if (!call.confirm(Texts.text("secret.delete.ask", name.name()))) {
            return CommandResult.done(Texts.text("left"));
        }
        if (!secrets.forget(call.caller(), name)) {
            throw Texts.problem("secret.unknown", name.name())
                    .advice(Texts.text("secret.unknown.advice"))
                    .exception();
        }
        return CommandResult.done(Texts.text("secret.deleted", name.name()));
    }

    private CommandResult list(CommandCall call) {
        Table.Builder table = Table.under(COLUMNS);
        secrets.names(call.caller()).forEach(name -> table.row(name.name()));
        return CommandResult.of(table.build());
    }

    private static SecretRef name(CommandCall call) {
        String name = call.arguments("NAME").stream().findFirst().orElseThrow(() -> Texts.problem("usage.secret-name")
                .exception());
        try {
            return new SecretRef(name);
        } catch (IllegalArgumentException e) {
            throw Texts.problem("usage.secret-form")
                    .found(name)
                    .expected("mail.password, bank-a.key")
                    .exception(e);
        }
    }
}
