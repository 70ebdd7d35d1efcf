package org.tickmark.console.commands;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.AccountId.Scheme;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** {@code account}: accounts at banks and in ledgers. */
final class AccountCommands {
    private static final ValueKind UNIT = ValueKind.record("unit");
    private static final ValueKind SIDE = ValueKind.choice("bank", "ledger");
    private static final List<Scheme> SCHEMES = List.of(Scheme.IBAN, Scheme.BBAN, Scheme.BANKGIRO, Scheme.LEDGER);
    private static final List<Column> COLUMNS = List.of(
            Column.text("unit"),
            Column.text("code"),
            Column.message("side"),
            Column.text("number"),
            Column.text("currency"),
            Column.text("name"));

    private final Books books;

    private AccountCommands(Books books) {
        this.books = books;
    }

    static List<Command> of(Books books) {
        AccountCommands commands = new AccountCommands(books);
        return List.of(commands.list(), commands.show(), commands.add(), commands.edit(), commands.delete());
    }

    private Command list() {
        return Command.named("account", "list", Permission.BOOKS_READ)
                .repeatable("unit", "only-unit", UNIT)
                .columns(COLUMNS)
                .example("account list")
                .example("account list --unit 100 -o csv")
                .does(this::list);
    }

    private CommandResult list(CommandCall call) {
        List<String> units = call.options("unit");
        Table.Builder table = Table.under(COLUMNS);
        for (Account account : books.accounts(call.caller())) {
            if (units.isEmpty() || units.contains(account.unit())) {
                table.row(
                        account.unit(),
                        account.code(),
                        Choices.text(account.side()),
                        account.identification().number(),
                        account.currency(),
                        account.name());
            }
        }
        return CommandResult.of(table.build());
    }

    private Command show() {
        return Command.named("account", "show", Permission.BOOKS_READ)
                .argument("UNIT", "unit", UNIT)
                .argument("CODE", "account", ValueKind.TEXT)
                .example("account show 100 1920")
                .does(call -> {
                    Account account = existing(call);
                    return new Details(call.caller().locale())
                            .add("unit", account.unit())
                            .add("code", account.code())
                            .add("name", account.name())
                            .choice("side", account.side())
                            .choice("scheme", account.identification().scheme())
                            .add("number", account.identification().number())
                            .add("currency", account.currency())
                            .result();
                });
    }

    private Command add() {
        return withNumbers(Command.named("account", "add", Permission.BOOKS_EDIT)
                        .argument("UNIT", "unit", UNIT)
                        .argument("CODE", "account.new", ValueKind.TEXT)
                        .argument("NAME", "name", ValueKind.TEXT)
                        .option("side", "side", SIDE)
                        .option("currency", "currency.of-unit", ValueKind.TEXT))
                .example("account add 100 bank \"Driftskonto\" --iban NO9386011117947")
                .example("account add 100 1920 \"Bankinnskudd\" --side ledger")
                .does(this::add);
    }

    private CommandResult add(CommandCall call) {
        String unitCode = call.argument("UNIT");
        String code = call.argument("CODE");
        Unit unit = books.unit(call.caller(), unitCode).orElseThrow(() -> UnitCommands.unknown(unitCode));
        if (books.account(call.caller(), unitCode, code).isPresent()) {
            throw Texts.problem("account.exists", code, unitCode)
                    .advice(Texts.text("account.exists.advice", unitCode, code))
                    .exception();
        }
        Account.Side side = side(call).orElse(Account.Side.BANK);
        AccountId usual = side == Account.Side.LEDGER ? AccountId.ledger(code) : AccountId.none();
        books.save(
                call.caller(),
                new Account(
                        0,
                        unitCode,
                        code,
                        side,
                        identification(call).orElse(usual),
                        call.option("currency").orElse(unit.currency()),
                        call.argument("NAME")));
        return CommandResult.done(Texts.text("account.added", code, unitCode));
    }

    private Command edit() {
        return withNumbers(Command.named("account", "edit", Permission.BOOKS_EDIT)
                        .argument("UNIT", "unit", UNIT)
                        .argument("CODE", "account", ValueKind.TEXT)
                        .option("name", "name", ValueKind.TEXT)
                        .option("side", "side", SIDE)
                        .option("currency", "currency", ValueKind.TEXT))
                .example("account edit 100 bank --name \"Hovedkonto\"")
                .does(call -> {
                    Account account = existing(call);
                    books.save(
                            call.caller(),
                            new Account(
                                    account.id(),
                                    account.unit(),
                                    account.code(),
                                    side(call).orElse(account.side()),
                                    identification(call).orElse(account.identification()),
                                    call.option("currency").orElse(account.currency()),
                                    call.option("name").orElse(account.name())));
                    return CommandResult.done(Texts.text("account.changed", account.code(), account.unit()));
                });
    }

    private Command delete() {
        return Command.named("account", "delete", Permission.BOOKS_EDIT)
                .argument("UNIT", "unit", UNIT)
                .argument("CODE", "account", ValueKind.TEXT)
                .example("account delete 100 1920")
                .does(call -> {
                    Account account = existing(call);
                    if (!call.confirm(Texts.text("account.delete.ask", account.code(), account.unit()))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    books.removeAccount(call.caller(), account.unit(), account.code());
                    return CommandResult.done(Texts.text("account.deleted", account.code(), account.unit()));
                });
    }

    private static Command.Declaration withNumbers(Command.Declaration declaration) {
        SCHEMES.forEach(scheme -> declaration.option(option(scheme), "number." + option(scheme), ValueKind.TEXT));
        return declaration;
    }

    private static String option(Scheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }

    /** How files name the account, if the call says. */
    private static Optional<AccountId> identification(CommandCall call) {
        List<Scheme> given = SCHEMES.stream()
                .filter(scheme -> call.option(option(scheme)).isPresent())
                .toList();
        if (given.size() > 1) {
            throw Texts.problem("usage.one-number", "--" + option(given.get(0)), "--" + option(given.get(1)))
                    .exception();
        }
        return given.stream()
                .findFirst()
                .map(scheme -> new AccountId(scheme, call.option(option(scheme)).orElseThrow()));
    }

    private static Optional<Account.Side> side(CommandCall call) {
        return call.option("side").map(side -> Account.Side.valueOf(side.toUpperCase(Locale.ROOT)));
    }

    private Account existing(CommandCall call) {
        String unit = call.argument("UNIT");
        String code = call.argument("CODE");
        return books.account(call.caller(), unit, code).orElseThrow(() -> Texts.problem("account.unknown", code, unit)
                .advice(Texts.text("account.unknown.advice", unit))
                .exception());
    }
}
