package org.tickmark.console.commands;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.reconciliation.ExchangeRate;
import org.tickmark.api.host.reconciliation.ExchangeRates;
import org.tickmark.api.host.reconciliation.ExchangeRates.Change;
import org.tickmark.api.host.reconciliation.ExchangeRates.Choice;
import org.tickmark.api.host.reconciliation.ExchangeRates.Known;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code rec rates}: tables of exchange rates. */
final class RecRatesCommand {
    private static final String ACTION = "ACTION";
    private static final String TABLE = "TABLE";
    private static final String FILE = "file";
    private static final String LIST = "list";
    private static final String SHOW = "show";
    private static final String IMPORT = "import";
    private static final String SET = "set";
    private static final String PAIR = "pair";
    private static final String DRY_RUN = "dry-run";
    private static final List<Column> COLUMNS = List.of(
            Column.text("table"),
            Column.text("base"),
            Column.text("quote"),
            Column.date("date"),
            Column.text("rate"),
            Column.integer("quantity"),
            Column.instant("set_at"),
            Column.text("set_by"));

    private final ExchangeRates rates;

    private RecRatesCommand(ExchangeRates rates) {
        this.rates = rates;
    }

    static Command of(ExchangeRates rates) {
        return Command.named("rec", "rates", Permission.RECONCILIATION_READ)
                .argument(ACTION, "rates-action", ValueKind.choice(LIST, SHOW, IMPORT, SET, "remove"))
                .argument(TABLE, "rates-table", ValueKind.TEXT, Cardinality.OPTIONAL)
                .option(FILE, "rates-file", ValueKind.PATH)
                .option(PAIR, "rates-pair", ValueKind.TEXT)
                .option("from", "rates-from", ValueKind.DATE)
                .option("until", "rates-until", ValueKind.DATE)
                .option("date", "rates-date", ValueKind.DATE)
                .option("rate", "rates-rate", ValueKind.TEXT)
                .option("quantity", "rates-quantity", ValueKind.INTEGER)
                .option("out", "out", ValueKind.PATH)
                .flag(DRY_RUN, DRY_RUN)
                .columns(COLUMNS)
                .example("rec rates list")
                .example("rec rates import norges-bank --file rates.csv --dry-run")
                .example("rec rates set norges-bank --pair EUR/NOK --date 2026-05-04 --rate 11.5120")
                .example("rec rates show norges-bank --pair EUR/NOK --from 2026-05-01 -O may.csv")
                .example("rec rates remove norges-bank --pair EUR/NOK --from 2026-05-04 --until 2026-05-04")
                .does(new RecRatesCommand(rates)::run);
    }

    private CommandResult run(CommandCall call) {
        return switch (call.argument(ACTION)) {
            case LIST -> CommandResult.of(table(rates.latest(call.caller())));
            case SHOW -> show(call);
            case IMPORT -> read(call);
            case SET -> set(call);
            default -> remove(call);
        };
    }

    private CommandResult show(CommandCall call) {
        return call.option("out").isPresent()
                ? OutputFile.result(call, rates.exportText(call.caller(), choice(call)))
                : CommandResult.of(table(rates.rates(call.caller(), choice(call))));
    }

    private static Table table(List<Known> found) {
        Table.Builder table = Table.under(COLUMNS);
        for (Known known : found) {
            ExchangeRate rate = known.rate();
            table.row(
                    rate.table(),
                    rate.base(),
                    rate.quote(),
                    rate.date(),
                    rate.rate().stripTrailingZeros().toPlainString(),
                    (long) rate.quantity(),
                    known.setAt(),
                    known.setBy());
        }
        return table.build();
    }

    private CommandResult read(CommandCall call) {
        String file = needed(call, FILE);
        String text = DefinitionCommands.read(call.path(file));
        return changed(call, rates.importText(call.caller(), tableName(call), text, file, call.flag(DRY_RUN)));
    }

    private CommandResult set(CommandCall call) {
        String pair = needed(call, PAIR);
        ExchangeRate rate = new ExchangeRate(
                tableName(call),
                base(pair),
                quote(pair),
                LocalDate.parse(needed(call, "date")),
                number(needed(call, "rate")),
                call.option("quantity").map(Integer::valueOf).orElse(1));
        return changed(call, rates.set(call.caller(), List.of(rate), call.flag(DRY_RUN)));
    }

    private static CommandResult changed(CommandCall call, Change change) {
        return CommandResult.done(Texts.text(
                call.flag(DRY_RUN) ? "rec.rates.would-set" : "rec.rates.set",
                tableName(call),
                change.added(),
                change.changed(),
                change.same()));
    }

    private CommandResult remove(CommandCall call) {
        Choice choice = choice(call);
        long count = rates.remove(call.caller(), choice, true);
        if (call.flag(DRY_RUN)) {
            return CommandResult.done(Texts.text("rec.rates.would-remove", choice.table(), count));
        }
        if (!call.confirm(Texts.text("rec.rates.remove.ask", choice.table(), count))) {
            return CommandResult.done(Texts.text("left"));
        }
        return CommandResult.done(
                Texts.text("rec.rates.removed", choice.table(), rates.remove(call.caller(), choice, false)));
    }

    private static Choice choice(CommandCall call) {
        Optional<String> pair = call.option(PAIR);
        return new Choice(
                tableName(call),
                pair.map(RecRatesCommand::base),
                pair.map(RecRatesCommand::quote),
                call.option("from").map(LocalDate::parse),
                call.option("until").map(LocalDate::parse));
    }

    private static String tableName(CommandCall call) {
        return call.arguments(TABLE).stream().findFirst().orElseThrow(() -> Texts.problem("usage.rates", TABLE)
                .exception());
    }

    private static String needed(CommandCall call, String option) {
        return call.option(option)
                .orElseThrow(() -> Texts.problem("usage.rates", "--" + option).exception());
    }

    private static String base(String pair) {
        return currency(pair, 0);
    }

    private static String quote(String pair) {
        return currency(pair, 1);
    }

    private static String currency(String pair, int place) {
        String[] currencies = pair.toUpperCase(Locale.ROOT).split("/", -1);
        if (currencies.length != 2) {
            throw Texts.problem("usage.rates-pair")
                    .found(pair)
                    .expected("EUR/NOK")
                    .exception();
        }
        return currencies[place];
    }

    private static BigDecimal number(String text) {
        if (!text.matches("\\d{1,15}(\\.\\d{1,15})?")) {
            throw Texts.problem("usage.rates-rate")
                    .found(text)
                    .expected("11.5120")
                    .exception();
        }
        return new BigDecimal(text);
    }
}
