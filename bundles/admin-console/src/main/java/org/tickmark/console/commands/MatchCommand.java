package org.tickmark.console.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.imports.OpenedFile;
import org.tickmark.api.host.imports.ReadAs;
import org.tickmark.api.host.reconciliation.FileMatching;
import org.tickmark.api.host.reconciliation.FilePair;
import org.tickmark.api.host.reconciliation.FilePair.Period;
import org.tickmark.api.host.reconciliation.FileReconciliation;
import org.tickmark.api.importer.StatementHeader.Kind;

/** {@code match}: two files reconciled with each other, without any set-up. */
final class MatchCommand {
    private static final String BANK = "BANKFILE";
    private static final String LEDGER = "LEDGERFILE";

    private final Imports imports;
    private final FileReconciliation reconciliation;
    private final Clock clock;

    private MatchCommand(Imports imports, FileReconciliation reconciliation, Clock clock) {
        this.imports = imports;
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    static Command of(Imports imports, FileReconciliation reconciliation, Clock clock) {
        MatchCommand command = new MatchCommand(imports, reconciliation, clock);
        return Command.named("match", "", Permission.RECONCILIATION_READ)
                .argument(BANK, "match.bank", ValueKind.PATH)
                .argument(LEDGER, "match.ledger", ValueKind.PATH)
                .repeatable("bank-account", "match.bank-account", ValueKind.TEXT)
                .repeatable("ledger-account", "match.ledger-account", ValueKind.TEXT)
                .option("from", "match.from", ValueKind.DATE)
                .option("to", "match.to", ValueKind.DATE)
                .repeatable("bank-option", "match.bank-option", ValueKind.TEXT)
                .repeatable("ledger-option", "match.ledger-option", ValueKind.TEXT)
                .option("rules", "match.rules", ValueKind.TEXT)
                .option("report", "match.report", ValueKind.PATH)
                .flag("fail-on-open", "fail-on-open")
                .example("match bank.csv ledger.csv")
                .example("match statement.xml ledger.se --ledger-account 1930 --report report.html")
                .example("match bank.csv ledger.csv -o json")
                .example("match bank.csv ledger.csv --bank-option date=dmy")
                .example("match bank-march.csv ledger.se --from 2026-03-01 --to 2026-03-31")
                .example("match bank.csv ledger.csv --rules with-differences")
                .does(command::run);
    }

    /** What the report is written as, by the ending of its file. */
    private enum ReportKind {
        HTML {
            @Override
            String write(FileMatching matching, Locale locale) {
                return matching.htmlReport(locale);
            }
        },
        TEXT {
            @Override
            String write(FileMatching matching, Locale locale) {
                return matching.textReport(locale);
            }
        };

        abstract String write(FileMatching matching, Locale locale);

        static ReportKind of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (name.endsWith(".html") || name.endsWith(".htm")) {
                return HTML;
            }
            if (name.endsWith(".txt")) {
                return TEXT;
            }
            throw Texts.problem("usage.match-report")
                    .found(name)
                    .expected(".html, .txt")
                    .advice(Texts.text("usage.match-report.advice"))
                    .exception();
        }
    }

    /** Where the report goes, and as what. */
    private record Report(Path file, ReportKind kind) {
        static Optional<Report> asked(CommandCall call) {
            return call.option("report").map(call::path).map(file -> new Report(file, ReportKind.of(file)));
        }

        void write(FileMatching matching, Locale locale) {
            OutputFile.write(file, kind.write(matching, locale));
        }
    }

    private CommandResult run(CommandCall call) {
        Optional<Report> report = Report.asked(call);
        Instant begun = clock.instant();
        Period period = period(call);
        ReadAs bankAs = readAs(call, Kind.STATEMENT, "bank-option");
        ReadAs ledgerAs = readAs(call, Kind.LEDGER, "ledger-option");
        try (OpenedFile bank = open(call, BANK, bankAs);
                OpenedFile ledger = open(call, LEDGER, ledgerAs)) {
            Previews previews = new Previews(
                    List.of(call.argument(BANK), call.argument(LEDGER)),
                    List.of(bank.preview(), ledger.preview()),
                    call.caller().locale());
            if (previews.anyUnreadable()) {
                return refused(call, previews);
            }
            Instant read = clock.instant();
            FilePair files = new FilePair(
                    bank,
                    ledger,
                    call.options("bank-account"),
                    call.options("ledger-account"),
                    period,
                    call.option("rules"));
            FileMatching matching = reconciliation.match(call.caller(), files, call.progress(), call.cancel());
            Instant matched = clock.instant();
            report.ifPresent(asked -> asked.write(matching, call.caller().locale()));
            MatchOutcome.Times times = new MatchOutcome.Times(
                    Duration.between(begun, read),
                    Duration.between(read, matched),
                    Duration.between(matched, clock.instant()));
            return result(call, new MatchOutcome(previews, matching, times, report.map(Report::file), call.caller()));
        }
    }

    private static Period period(CommandCall call) {
        Optional<LocalDate> from = call.option("from").map(LocalDate::parse);
        Optional<LocalDate> to = call.option("to").map(LocalDate::parse);
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            throw Texts.problem("usage.match-period")
                    .found("--from " + from.get() + " --to " + to.get())
                    .exception();
        }
        return new Period(from, to);
    }

    private ReadAs readAs(CommandCall call, Kind kind, String option) {
        return new ReadAs(Optional.of(kind), FormatOptions.ofAnyFormat(imports, call, option));
    }

    private OpenedFile open(CommandCall call, String argument, ReadAs readAs) {
        return imports.open(call.caller(), call.path(call.argument(argument)), readAs, call.progress(), call.cancel());
    }

    /** Half a file would give a wrong picture: nothing is matched unless both are read whole. */
    private static CommandResult refused(CommandCall call, Previews previews) {
        boolean missing = List.of(BANK, LEDGER).stream()
                .anyMatch(argument -> !Files.isReadable(call.path(call.argument(argument))));
        return CommandResult.of("", previews.document())
                .problems(previews.problems())
                .summary(Texts.text("match.refused"))
                .exit(missing ? ExitCode.PATH : ExitCode.PARTLY);
    }

    private static CommandResult result(CommandCall call, MatchOutcome outcome) {
        ExitCode exit = outcome.proven() ? ExitCode.OK : ExitCode.PROOF_FAILED;
        if (call.flag("fail-on-open") && outcome.open() > 0) {
            exit = exit.worst(ExitCode.OPEN_ITEMS);
        }
        return CommandResult.of(outcome.text(), outcome.document())
                .problems(outcome.problems())
                .summary(outcome.summary())
                .exit(exit);
    }
}
