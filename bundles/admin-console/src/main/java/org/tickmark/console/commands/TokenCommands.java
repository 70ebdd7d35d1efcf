package org.tickmark.console.commands;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.access.Token;
import org.tickmark.api.host.access.Tokens;
import org.tickmark.api.host.access.Tokens.Issued;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code token}: what programs show in order to act for users. */
final class TokenCommands {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("user"),
            Column.text("purpose"),
            Column.list("permissions"),
            Column.instant("created_at"),
            Column.instant("expires_at"),
            Column.instant("last_used"));

    private final Tokens tokens;
    private final ZoneId zone;

    private TokenCommands(Tokens tokens, ZoneId zone) {
        this.tokens = tokens;
        this.zone = zone;
    }

    /** @param zone whose clock people read */
    static List<Command> of(Tokens tokens, ZoneId zone) {
        TokenCommands commands = new TokenCommands(tokens, zone);
        return List.of(commands.list(), commands.add(), commands.revoke());
    }

    private Command list() {
        return Command.named("token", "list", Permission.USER_READ)
                .columns(COLUMNS)
                .example("token list")
                .does(call -> {
                    Table.Builder table = Table.under(COLUMNS);
                    for (Token token : tokens.tokens(call.caller())) {
                        table.row(
                                token.id(),
                                token.user(),
                                token.label(),
                                token.permissions().stream()
                                        .map(Permission::name)
                                        .sorted()
                                        .toList(),
                                token.createdAt(),
                                token.expiresAt(),
                                token.lastUsed().orElse(null));
                    }
                    return CommandResult.of(table.build());
                });
    }

    private Command add() {
        return Command.named("token", "add", Permission.USER_EDIT)
                .argument("USER", "user", ValueKind.record("user"))
                .argument("LABEL", "token.label", ValueKind.TEXT)
                .repeatable("permission", "token.permission", ValueKind.TEXT)
                .option("lasts", "token.lasts", ValueKind.DURATION)
                .example("token add kari \"nightly export\" --permission books.read --lasts P30D")
                .does(this::add);
    }

    private CommandResult add(CommandCall call) {
        Issued issued = tokens.issue(
                call.caller(),
                call.argument("USER"),
                call.argument("LABEL"),
                permissions(call),
                call.option("lasts").map(Duration::parse).orElse(Tokens.USUAL));
        return new Details(call.caller().locale())
                .add("id", issued.token().id())
                .moment("expires_at", Optional.of(issued.token().expiresAt()), zone)
                .add("token", issued.secret())
                .result()
                .summary(Texts.text("token.added"));
    }

    private static Set<Permission> permissions(CommandCall call) {
        return call.options("permission").stream()
                .map(TokenCommands::permission)
                .collect(Collectors.toSet());
    }

    private static Permission permission(String name) {
        try {
            return new Permission(name);
        } catch (IllegalArgumentException e) {
            throw Texts.problem("token.permission-form")
                    .found(name)
                    .expected("books.read")
                    .exception(e);
        }
    }

    private Command revoke() {
        return Command.named("token", "revoke", Permission.USER_EDIT)
                .argument("ID", "token", ValueKind.TEXT)
                .example("token revoke abcdefghij")
                .does(call -> {
                    String id = call.argument("ID");
                    if (!tokens.revoke(call.caller(), id)) {
                        throw Texts.problem("token.unknown", id)
                                .advice(Texts.text("token.unknown.advice"))
                                .exception();
                    }
                    return CommandResult.done(Texts.text("token.revoked", id));
                });
    }
}
