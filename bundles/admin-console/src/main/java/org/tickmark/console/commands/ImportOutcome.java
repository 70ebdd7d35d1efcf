package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Problem;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.ImportRun;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** What an import run did, as a table, as problems and as an exit code. */
final class ImportOutcome {
    static final List<Column> COLUMNS = List.of(
            Column.integer("file_id"),
            Column.text("import"),
            Column.text("unit"),
            Column.text("file"),
            Column.text("format"),
            Column.message("result"),
            Column.integer("statements"),
            Column.integer("entries"),
            Column.integer("known"),
            Column.text("archived_as"));

    private final ImportRun run;

    ImportOutcome(ImportRun run) {
        this.run = run;
    }

    Table table() {
        Table.Builder table = Table.under(COLUMNS);
        for (FileOutcome file : run.files()) {
            table.row(
                    file.fileId(),
                    file.definition(),
                    file.unit(),
                    file.file(),
                    file.format(),
                    Choices.text(file.result()),
                    (long) file.statements(),
                    file.entries(),
                    file.known(),
                    file.archivedAs());
        }
        return table.build();
    }

    /** The files as documents, each with its problems. */
    List<Map<String, Object>> documents(Locale locale) {
        return run.files().stream().map(file -> document(file, locale)).toList();
    }

    static Map<String, Object> document(FileOutcome file, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file_id", file.fileId());
        document.put("import", file.definition());
        document.put("unit", file.unit());
        document.put("file", file.file());
        document.put("format", file.format());
        document.put("result", Choices.id(file.result()));
        document.put("statements", (long) file.statements());
        document.put("entries", file.entries());
        document.put("known", file.known());
        document.put("archived_as", file.archivedAs());
        document.put("issues", ProblemDocument.of(file.problems(), locale));
        return document;
    }

    /** Everything that went wrong, with the file where it did. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(run.failures());
        for (PathCheck check : run.paths()) {
            problems.add(Texts.problem("import.path", check.detail())
                    .where(check.definition() + ", " + check.check())
                    .advice(Texts.text("import.path.advice", check.definition()))
                    .build());
        }
        for (String name : run.elsewhere()) {
            problems.add(Problem.info("import.elsewhere", Texts.text("import.elsewhere", name))
                    .where(name)
                    .advice(Texts.text("import.elsewhere.advice"))
                    .build());
        }
        for (FileOutcome file : run.files()) {
            file.problems().forEach(problem -> problems.add(problem.within(file.file())));
        }
        return problems;
    }

    ExitCode exitCode() {
        ExitCode exit = run.paths().isEmpty() ? ExitCode.OK : ExitCode.PATH;
        boolean partly = !run.failures().isEmpty()
                || run.count(FileOutcome.Result.REJECTED) > 0
                || run.count(FileOutcome.Result.HELD) > 0;
        return partly ? exit.worst(ExitCode.PARTLY) : exit;
    }
}
