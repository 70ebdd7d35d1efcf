package org.tickmark.console.commands;

import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code unit}: companies, or parts of one, that keep their own books. */
final class UnitCommands {
    private static final ValueKind UNIT = ValueKind.record("unit");
    private static final List<Column> COLUMNS =
            List.of(Column.text("code"), Column.text("name"), Column.text("organisation"), Column.text("currency"));

    private final Books books;

    private UnitCommands(Books books) {
        this.books = books;
    }

    static List<Command> of(Books books) {
        UnitCommands commands = new UnitCommands(books);
        return List.of(commands.list(), commands.show(), commands.add(), commands.edit(), commands.delete());
    }

    private Command list() {
        return Command.named("unit", "list", Permission.BOOKS_READ)
                .columns(COLUMNS)
                .example("unit list")
                .example("unit list -o json")
                .does(this::list);
    }

    private CommandResult list(CommandCall call) {
        Table.Builder table = Table.under(COLUMNS);
        for (Unit unit : books.units(call.caller())) {
            table.row(unit.code(), unit.name(), unit.organisation(), unit.currency());
        }
        return CommandResult.of(table.build());
    }

    private Command show() {
        return Command.named("unit", "show", Permission.BOOKS_READ)
                .argument("CODE", "unit", UNIT)
                .example("unit show 100")
                .does(call -> {
                    Unit unit = existing(call);
                    return new Details(call.caller().locale())
                            .add("code", unit.code())
                            .add("name", unit.name())
                            .add("organisation", unit.organisation())
                            .add("currency", unit.currency())
                            .result();
                });
    }

    private Command add() {
        return Command.named("unit", "add", Permission.BOOKS_EDIT)
                .argument("CODE", "unit.new", ValueKind.TEXT)
                .argument("NAME", "name", ValueKind.TEXT)
                .argument("CURRENCY", "currency", ValueKind.TEXT)
                .option("organisation", "organisation", ValueKind.TEXT)
                .example("unit add 100 \"Fjordlys AS\" NOK --organisation 999888777")
                .does(this::add);
    }

    private CommandResult add(CommandCall call) {
        String code = call.argument("CODE");
        if (books.unit(call.caller(), code).isPresent()) {
            throw Texts.problem("unit.exists", code)
                    .advice(Texts.text("unit.exists.advice", code))
                    .exception();
        }
        books.save(
                call.caller(),
                new Unit(
                        code,
                        call.argument("NAME"),
                        call.option("organisation").orElse(""),
                        call.argument("CURRENCY")));
        return CommandResult.done(Texts.text("unit.added", code));
    }

    private Command edit() {
        return Command.named("unit", "edit", Permission.BOOKS_EDIT)
                .argument("CODE", "unit", UNIT)
                .option("name", "name", ValueKind.TEXT)
                .option("currency", "currency", ValueKind.TEXT)
                .option("organisation", "organisation", ValueKind.TEXT)
                .example("unit edit 100 --name \"Fjordlys Norge AS\"")
                .does(call -> {
                    Unit unit = existing(call);
                    books.save(
                            call.caller(),
                            new Unit(
                                    unit.code(),
                                    call.option("name").orElse(unit.name()),
                                    call.option("organisation").orElse(unit.organisation()),
                                    call.option("currency").orElse(unit.currency())));
                    return CommandResult.done(Texts.text("unit.changed", unit.code()));
                });
    }

    private Command delete() {
        return Command.named("unit", "delete", Permission.BOOKS_EDIT)
                .argument("CODE", "unit", UNIT)
                .example("unit delete 100")
                .does(call -> {
                    Unit unit = existing(call);
                    if (!call.confirm(Texts.text("unit.delete.ask", unit.code(), unit.name()))) {
                        return CommandResult.done(Texts.text("left"));
                    }
                    books.removeUnit(call.caller(), unit.code());
                    return CommandResult.done(Texts.text("unit.deleted", unit.code()));
                });
    }

    private Unit existing(CommandCall call) {
        String code = call.argument("CODE");
        return books.unit(call.caller(), code).orElseThrow(() -> unknown(code));
    }

    /** No such unit, or none that the caller may see. */
    static TickmarkException unknown(String code) {
        return Texts.problem("unit.unknown", code)
                .advice(Texts.text("unit.unknown.advice"))
                .exception();
    }
}
