package org.tickmark.console.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.batch.Batch;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;
import org.tickmark.api.host.reconciliation.Reconciliation.Standing;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.ReportRequest;

/** {@code demo}: sets up the demo company, runs its night run, writes the report and tells what came of it. */
final class DemoCommand implements WorkbenchCommand {
    private static final CommandSpec SPEC = CommandSpec.of("demo", "", Texts.text("demo"), Permission.BOOKS_EDIT)
            .example("demo", Texts.text("demo.example.1"))
            .example("demo --lang sv", Texts.text("demo.example.2"))
            .build();

    /** How long another batch in the same data directory may keep the demonstration waiting. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DemoFiles files;
    private final Path program;
    private final Books books;
    private final Imports imports;
    private final Reconciliation reconciliation;
    private final Batch batch;

    DemoCommand(
            DemoFiles files, Path program, Books books, Imports imports, Reconciliation reconciliation, Batch batch) {
        this.files = files;
        this.program = program;
        this.books = books;
        this.imports = imports;
        this.reconciliation = reconciliation;
        this.batch = batch;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public CommandResult run(CommandCall call) {
        Caller caller = call.caller();
        Company company = setUp(caller);
        files.deliver();
        BatchResult night = batch.run(caller, nightOf(company), call.progress(), call.cancel());
        Standing standing = reconciliation.standing(caller, company.group(), Optional.empty());
        Path report = report(caller.locale(), caller, company.group());
        Tale tale = new Tale(
                company.unit(),
                night,
                standing,
                reconciliation.matches(caller, company.group()),
                report,
                new NextSteps(program, files.data(), call.path(".").normalize(), company.group()));
        return CommandResult.of(tale.text(caller.locale()), tale.document())
                .summary(night.summary())
                .problems(night.problems())
                .exit(exitCode(night, standing));
    }

    private static ExitCode exitCode(BatchResult night, Standing standing) {
        boolean proven = standing.proof().map(Proof::ok).orElse(false);
        return proven ? night.exitCode() : night.exitCode().worst(ExitCode.PROOF_FAILED);
    }

    /** Saves the company's definitions; they may be there already. */
    private Company setUp(Caller caller) {
        String text = files.definitions();
        String from = files.definitionFile().toString();
        String unit = books.importText(caller, text, from, true).get(0);
        refuseAmongOthers(caller, unit);
        books.importText(caller, text, from, false);
        for (String name : imports.importText(caller, text, from, false)) {
            imports.definition(caller, name).ifPresent(files::makeFolders);
        }
        String group = reconciliation.importText(caller, text, from, false).get(0);
        return new Company(books.unit(caller, unit).orElseThrow(), group);
    }

    /** Nobody wants an invented company among the companies they keep books of. */
    private void refuseAmongOthers(Caller caller, String unit) {
        List<String> others = books.units(caller).stream()
                .map(Unit::code)
                .filter(code -> !code.equals(unit))
                .toList();
        if (!others.isEmpty()) {
            throw Texts.problem("demo.others")
                    .where(files.data().toString())
                    .found(String.join(", ", others))
                    .exception();
        }
    }

    private static BatchRequest nightOf(Company company) {
        return new BatchRequest(
                BatchRequest.Mode.ALL,
                List.of(company.unit().code()),
                List.of(),
                Optional.empty(),
                false,
                PATIENCE,
                Optional.empty(),
                Duration.ZERO);
    }

    private Path report(Locale locale, Caller caller, String group) {
        ReportRequest request = ReportRequest.of(ReportKind.RECONCILIATION, group, ReportFormat.HTML, locale);
        return files.keepReport(group, new String(reconciliation.report(caller, request), StandardCharsets.UTF_8));
    }

    /** The demo company. */
    private record Company(Unit unit, String group) {}
}
