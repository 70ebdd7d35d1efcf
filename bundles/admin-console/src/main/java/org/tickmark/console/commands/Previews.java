package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Problem;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.console.commands.choice.Choices;

/** What files hold: a line a statement for people, an object a file for programs. */
final class Previews {
    static final List<Column> COLUMNS = List.of(
            Column.text("file"),
            Column.text("format"),
            Column.text("account"),
            Column.text("currency"),
            Column.integer("transactions"),
            Column.amount("sum"),
            Column.amount("opening"),
            Column.amount("closing"),
            Column.message("proof"));

    private final List<String> names;
    private final List<FilePreview> previews;
    private final Locale locale;

    /**
     * Previews.
     *
     * @param names the files as the caller named them
     * @param previews what they hold, in the same order
     */
    Previews(List<String> names, List<FilePreview> previews, Locale locale) {
        this.names = List.copyOf(names);
        this.previews = List.copyOf(previews);
        this.locale = locale;
    }

    boolean anyUnreadable() {
        return previews.stream().anyMatch(preview -> preview.error().isPresent());
    }

    Table table() {
        Table.Builder table = Table.under(COLUMNS);
        for (int i = 0; i < previews.size(); i++) {
            FilePreview preview = previews.get(i);
            for (FilePreview.Statement statement : preview.statements()) {
                table.row(
                        names.get(i),
                        preview.format(),
                        statement.header().account().number(),
                        statement.header().currency(),
                        statement.proof().transactions(),
                        statement.proof().sum(),
                        statement.proof().opening().orElse(null),
                        statement.proof().closing().orElse(null),
                        Choices.text(statement.proof().verdict()));
            }
        }
        return table.build();
    }

    List<Map<String, Object>> document() {
        List<Map<String, Object>> document = new ArrayList<>();
        for (int i = 0; i < previews.size(); i++) {
            document.add(file(names.get(i), previews.get(i)));
        }
        return document;
    }

    /** What is wrong with the files, each with its file. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < previews.size(); i++) {
            String name = names.get(i);
            FilePreview preview = previews.get(i);
            preview.problems().forEach(problem -> problems.add(problem.within(name)));
            preview.statements().stream()
                    .flatMap(statement -> statement.problems().stream())
                    .forEach(problem -> problems.add(problem.within(name)));
            preview.error().ifPresent(error -> problems.add(error.within(name)));
        }
        return problems;
    }

    private Map<String, Object> file(String name, FilePreview preview) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("file", name);
        file.put("format", nullIfEmpty(preview.format()));
        file.put("encoding", nullIfEmpty(preview.encoding()));
        file.put(
                "statements", preview.statements().stream().map(this::statement).toList());
        file.put("error", preview.error().map(this::error).orElse(null));
        return file;
    }

    private Map<String, Object> statement(FilePreview.Statement statement) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("account", nullIfEmpty(statement.header().account().number()));
        document.put("currency", nullIfEmpty(statement.header().currency()));
        document.put("transactions", statement.proof().transactions());
        document.put("sum", statement.proof().sum());
        document.put("opening", statement.proof().opening().orElse(null));
        document.put("closing", statement.proof().closing().orElse(null));
        document.put("proof", Choices.id(statement.proof().verdict()));
        document.put("issues", ProblemDocument.of(statement.problems(), locale));
        return document;
    }

    private Map<String, Object> error(Problem problem) {
        Map<String, Object> document = ProblemDocument.of(problem, locale);
        document.remove("severity");
        return document;
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
