package org.tickmark.api.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Table;

/**
 * What a command returns: a table or a text, and with either perhaps a document for programs; problems met on the way;
 * one line that sums it up; and how it ended. The host prints the result to the standard output, and problems and summary
 * to the standard error. Immutable.
 */
public final class CommandResult {
    private final Table table;
    private final String text;
    private final Object document;
    private final List<Problem> problems;
    private final Message summary;
    private final ExitCode exitCode;

    private CommandResult(
            Table table, String text, Object document, List<Problem> problems, Message summary, ExitCode exitCode) {
        this.table = table;
        this.text = text;
        this.document = document;
        this.problems = List.copyOf(problems);
        this.summary = summary;
        this.exitCode = exitCode;
    }

    /** Nothing to print; the summary says it all. */
    public static CommandResult done(Message summary) {
        return new CommandResult(null, null, null, List.of(), summary, ExitCode.OK);
    }

    /** A table, printed as {@code -o} asks. */
    public static CommandResult of(Table table) {
        return new CommandResult(Objects.requireNonNull(table, "table"), null, null, List.of(), null, ExitCode.OK);
    }

    /** A text that is the result itself, printed as it is whatever {@code -o} asks, such as a report or an export. */
    public static CommandResult of(String text) {
        return new CommandResult(null, Objects.requireNonNull(text, "text"), null, List.of(), null, ExitCode.OK);
    }

    /**
     * A text for people and, for {@code -o json}, a document.
     *
     * @param document maps with text keys, lists, texts, whole numbers, decimals, booleans and nulls; a decimal is written
     *     as an exact decimal string
     */
    public static CommandResult of(String text, Object document) {
        Objects.requireNonNull(document, "document");
        return new CommandResult(null, Objects.requireNonNull(text, "text"), document, List.of(), null, ExitCode.OK);
    }

    /**
     * A table for people and spreadsheets and, for {@code -o json}, a document in place of its rows.
     *
     * @param document as in {@link #of(String, Object)}
     */
    public static CommandResult of(Table table, Object document) {
        Objects.requireNonNull(document, "document");
        return new CommandResult(Objects.requireNonNull(table, "table"), null, document, List.of(), null, ExitCode.OK);
    }

    /** The same with one line that sums it up. */
    public CommandResult summary(Message line) {
        return new CommandResult(table, text, document, problems, Objects.requireNonNull(line, "line"), exitCode);
    }

    /** The same with problems met on the way, after those there are. */
    public CommandResult problems(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new CommandResult(table, text, document, all, summary, exitCode);
    }

    /** The same with another end. */
    public CommandResult exit(ExitCode end) {
        return new CommandResult(table, text, document, problems, summary, Objects.requireNonNull(end, "end"));
    }

    /** The table, if there is one. */
    public Optional<Table> table() {
        return Optional.ofNullable(table);
    }

    /** The text, if there is one. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** The document, if there is one. */
    public Optional<Object> document() {
        return Optional.ofNullable(document);
    }

    /** Problems met on the way, in order. */
    public List<Problem> problems() {
        return problems;
    }

    /** The line that sums it up, if there is one. */
    public Optional<Message> summary() {
        return Optional.ofNullable(summary);
    }

    /** How it ended. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
