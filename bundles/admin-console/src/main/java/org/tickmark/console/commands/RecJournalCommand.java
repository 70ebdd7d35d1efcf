package org.tickmark.console.commands;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.reconciliation.JournalRequest;
import org.tickmark.api.host.reconciliation.JournalRequest.Content;
import org.tickmark.api.host.reconciliation.JournalVoucher;
import org.tickmark.api.host.reconciliation.Journals;
import org.tickmark.api.host.reconciliation.Journals.Format;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** {@code rec journal}: what the ledger does not have yet, as vouchers. */
final class RecJournalCommand {
    private static final String FORMAT = "format";
    private static final String OUT = "out";
    private static final List<Column> LINES = List.of(
            Column.text("reference"),
            Column.date("date"),
            Column.text("account"),
            Column.amount("amount"),
            Column.text("currency"),
            Column.text("kind"),
            Column.text("text"));

    private final Journals journals;

    private RecJournalCommand(Journals journals) {
        this.journals = journals;
    }

    static Command of(Journals journals) {
        return Command.named("rec", "journal", Permission.RECONCILIATION_READ)
                .argument("GROUP", "group", ValueKind.record("group"))
                .option("content", "journal-content", ValueKind.choice("differences", "proposed", "all"))
                .repeatable("account", "journal-account", ValueKind.TEXT)
                .option(FORMAT, "journal-format", ValueKind.choice("sie", "csv"))
                .option(OUT, OUT, ValueKind.PATH)
                .columns(LINES)
                .example("rec journal fjordlys-bank --account fee=6570 --account rounding=3740")
                .example("rec journal fjordlys-bank --content proposed -O fees.csv")
                .example("rec journal fjordlys-bank --account fee=6570 --account rounding=3740 -O june.si")
                .does(new RecJournalCommand(journals)::run);
    }

    private CommandResult run(CommandCall call) {
        Map<String, String> accounts = FormatOptions.over(Map.of(), call, "account");
        Content content = Content.valueOf(call.option("content").orElse("all").toUpperCase(Locale.ROOT));
        JournalRequest request = new JournalRequest(call.argument("GROUP"), content, accounts);
        Optional<String> file = call.option(OUT);
        return file.isPresent()
                ? OutputFile.bytes(call, journals.write(call.caller(), request, format(call, file.get())))
                : lines(journals.vouchers(call.caller(), request));
    }

    private static CommandResult lines(List<JournalVoucher> vouchers) {
        Table.Builder table = Table.under(LINES);
        for (JournalVoucher voucher : vouchers) {
            for (JournalVoucher.Line line : voucher.lines()) {
                table.row(
                        voucher.reference(),
                        voucher.date(),
                        line.account(),
                        line.amount(),
                        voucher.currency(),
                        voucher.kind(),
                        voucher.text());
            }
        }
        return CommandResult.of(table.build()).summary(Texts.text("rec.journal.vouchers", vouchers.size()));
    }

    /** What is asked for; otherwise rows if the file's name ends so, and SIE if not. */
    private static Format format(CommandCall call, String file) {
        boolean csv = call.option(FORMAT)
                .map("csv"::equals)
                .orElse(file.toLowerCase(Locale.ROOT).endsWith(".csv"));
        return csv ? Format.CSV : Format.SIE;
    }
}
