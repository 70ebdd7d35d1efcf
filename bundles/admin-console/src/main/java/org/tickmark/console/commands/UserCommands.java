package org.tickmark.console.commands;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tickmark.api.Permission;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code user}: who may sign in, and what each may do. */
final class UserCommands {
    private static final ValueKind USER = ValueKind.record("user");
    private static final ValueKind ROLE =
            ValueKind.choice(Stream.of(Role.values()).map(Role::title).toArray(String[]::new));
    private static final ValueKind LANGUAGE = ValueKind.choice("en", "nb", "sv");
    private static final String ALL_UNITS = "*";
    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.text("full_name"),
            Column.list("roles"),
            Column.list("units"),
            Column.flag("locked"),
            Column.instant("last_sign_in"));

    private final Users users;
    private final ZoneId zone;

    private UserCommands(Users users, ZoneId zone) {
        this.users = users;
        this.zone = zone;
    }

    /** @param zone whose clock people read */
    static List<Command> of(Users users, ZoneId zone) {
        UserCommands commands = new UserCommands(users, zone);
        return List.of(
                commands.list(),
                commands.show(),
                commands.add(),
                commands.edit(),
                commands.role(),
                commands.password(),
                commands.lock(),
                commands.unlock(),
                commands.delete());
    }

    private Command list() {
        return Command.named("user", "list", Permission.USER_READ)
                .columns(COLUMNS)
                .example("user list")
                .does(call -> {
                    Table.Builder table = Table.under(COLUMNS);
                    for (UserStatus status : users.users(call.caller())) {
                        User user = status.user();
                        table.row(
                                user.name(),
                                user.fullName(),
                                titles(user.roles()),
                                List.copyOf(user.units()),
                                status.isLocked(),
                                status.lastSignIn().orElse(null));
                    }
                    return CommandResult.of(table.build());
                });
    }

    private Command show() {
        return Command.named("user", "show", Permission.USER_READ)
                .argument("NAME", "user", USER)
                .example("user show kari")
                .does(call -> {
                    UserStatus status = existing(call);
                    User user = status.user();
                    return new Details(call.caller().locale())
                            .add("name", user.name())
                            .add("full_name", user.fullName())
                            .add("email", user.email())
                            .add("roles", titles(user.roles()))
                            .add("units", List.copyOf(user.units()))
                            .add("language", user.language().map(Locale::toLanguageTag))
                            .add("password", status.password())
                            .add("lock_reason", status.lockReason())
                            .moment("created_at", Optional.of(status.createdAt()), zone)
                            .moment("last_sign_in", status.lastSignIn(), zone)
                            .result();
                });
    }

    private static Command.Declaration withParticulars(Command.Declaration declaration) {
        return declaration
                .option("full-name", "user.full-name", ValueKind.TEXT)
                .option("email", "user.email", ValueKind.TEXT)
                .repeatable("unit", "user.unit", ValueKind.TEXT)
                .option("language", "user.language", LANGUAGE);
    }

    private Command add() {
        return withParticulars(Command.named("user", "add", Permission.USER_EDIT)
                        .argument("NAME", "user.new", ValueKind.TEXT)
                        .repeatable("role", "user.role", ROLE))
                .flag("no-password", "user.no-password")
                .example("user add kari --role accountant --full-name \"Kari Nordmann\" --unit 100 --unit 200")
                .example("user add reports --role viewer --no-password")
                .does(this::add);
    }

    private CommandResult add(CommandCall call) {
        String name = call.argument("NAME");
        if (users.user(call.caller(), name).isPresent()) {
            throw Texts.problem("user.exists", name)
                    .advice(Texts.text("user.exists.advice", name))
                    .exception();
        }
        User user = new User(
                name,
                call.option("full-name").orElse(""),
                call.option("email").orElse(""),
                roles(call.options("role")),
                units(call, new TreeSet<>()),
                call.option("language").map(Locale::forLanguageTag));
        char[] password = call.flag("no-password") ? new char[0] : asked(call, name);
        try {
            users.save(call.caller(), user);
            if (password.length > 0) {
                users.changePassword(call.caller(), name, password);
            }
        } finally {
            Arrays.fill(password, '\0');
        }
        return CommandResult.done(Texts.text("user.added", name));
    }

    private Command edit() {
        return withParticulars(
                        Command.named("user", "edit", Permission.USER_EDIT).argument("NAME", "user", USER))
                .example("user edit kari --email kari@example.com --language nb")
                .example("user edit kari --unit \"*\"")
                .does(call -> {
                    User user = existing(call).user();
                    users.save(
                            call.caller(),
                            new User(
                                    user.name(),
                                    call.option("full-name").orElse(user.fullName()),
                                    call.option("email").orElse(user.email()),
                                    user.roles(),
                                    units(call, user.units()),
                                    call.option("language")
                                            .map(Locale::forLanguageTag)
                                            .or(user::language)));
                    return CommandResult.done(Texts.text("user.changed", user.name()));
                });
    }

    private Command role() {
        return Command.named("user", "role", Permission.USER_EDIT)
                .argument("NAME", "user", USER)
                .argument("ROLE", "user.roles", ROLE, Cardinality.ANY)
                .example("user role kari accountant operator")
                .does(call -> {
                    User user = existing(call).user().with(roles(call.arguments("ROLE")));
                    users.save(call.caller(), user);
                    return CommandResult.done(
                            Texts.text("user.roles-set", user.name(), String.join(", ", titles(user.roles()))));
                });
    }

    private Command password() {
        return Command.named("user", "passwd", Permission.USER_EDIT)
                .argument("NAME", "user", USER)
                .example("user passwd kari")
                .does(call -> {
                    String name = existing(call).user().name();
                    char[] password = asked(call, name);
                    try {
                        users.changePassword(call.caller(), name, password);
                    } finally {
                        Arrays.fill(password, '\0');
                    }
                    return CommandResult.done(Texts.text("user.password-kept", name));
                });
    }

    private static char[] asked(CommandCall call, String name) {
        return call.askSecret(Texts.text("user.password-ask", name));
    }

    private Command lock() {
        return Command.named("user", "lock", Permission.USER_EDIT)
                .argument("NAME", "user", USER)
                .option("reason", "user.lock-reason", ValueKind.TEXT)
                .example("user lock kari --reason \"on leave until May\"")
                .does(call -> {
                    String name = existing(call).user().name();
                    users.lock(call.caller(), name, call.option("reason").orElse(""));
                    return CommandResult.done(Texts.text("user.locked", name));
                });
    }

    private Command unlock() {
        return Command.named("user", "unlock", Permission.USER_EDIT)
                .argument("NAME", "user", USER)
                .example("user unlock kari")
                .does(call -> {
                    String name = existing(call).user().name();
                    users.unlock(call.caller(), name);
                    return CommandResult.done(Texts.text("user.unlocked", name));
                });
    }

    private Command delete() {
        return Command.named("user", "delete", Permission.USER_EDIT)
                .argument("NAME", "user", USER)
                .example("user delete kari")
                .does(call -> {
                    String name = existing(call).user().name();
                    if (!call.confirm(Texts.text("user.delete.ask", name))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    users.remove(call.caller(), name);
                    return CommandResult.done(Texts.text("user.deleted", name));
                });
    }

    private UserStatus existing(CommandCall call) {
        String name = call.argument("NAME");
        return users.user(call.caller(), name).orElseThrow(() -> unknown(name));
    }

    /** No such user. */
    static TickmarkException unknown(String name) {
        return Texts.problem("user.unknown", name)
                .advice(Texts.text("user.unknown.advice"))
                .exception();
    }

    private static Set<Role> roles(Collection<String> titles) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        titles.forEach(title -> roles.add(Role.titled(title).orElseThrow()));
        return roles;
    }

    private static List<String> titles(Set<Role> roles) {
        return roles.stream().map(Role::title).toList();
    }

    private static SortedSet<String> units(CommandCall call, SortedSet<String> before) {
        List<String> told = call.options("unit");
        if (told.isEmpty()) {
            return before;
        }
        return told.contains(ALL_UNITS) ? new TreeSet<>() : new TreeSet<>(told);
    }
}
