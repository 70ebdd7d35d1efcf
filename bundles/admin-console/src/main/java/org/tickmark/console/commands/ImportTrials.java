package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.imports.ImportTrial;
import org.tickmark.api.host.imports.PathCheck;
import org.tickmark.api.host.imports.ServerFile;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** What would come of a definition: the checks of its folders for people; those, the files that wait and what becomes of them for programs. */
final class ImportTrials {
    static final List<Column> COLUMNS = List.of(Column.text("check"), Column.flag("ok"), Column.message("detail"));

    private ImportTrials() {}

    static CommandResult result(ImportTrial trial, Message summary, Locale locale) {
        Table.Builder table = Table.under(COLUMNS);
        trial.paths().forEach(check -> table.row(check.check(), check.ok(), check.detail()));
        ImportOutcome outcome = new ImportOutcome(trial.run());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("paths", checks(trial.paths(), locale));
        document.put("waiting", files(trial.waiting()));
        document.put("files", outcome.documents(locale));
        boolean works = trial.paths().stream().allMatch(PathCheck::ok);
        return CommandResult.of(table.build(), document)
                .problems(outcome.problems())
                .summary(summary)
                .exit(works ? outcome.exitCode() : ExitCode.PATH);
    }

    static List<Map<String, Object>> checks(List<PathCheck> checks, Locale locale) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (PathCheck check : checks) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("check", check.check());
            document.put("ok", check.ok());
            document.put("detail", check.detail().text(locale));
            documents.add(document);
        }
        return documents;
    }

    static List<Map<String, Object>> files(List<ServerFile> files) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (ServerFile file : files) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("path", file.path().toString());
            document.put("bytes", file.bytes());
            document.put("changed_at", file.changedAt());
            documents.add(document);
        }
        return documents;
    }
}
