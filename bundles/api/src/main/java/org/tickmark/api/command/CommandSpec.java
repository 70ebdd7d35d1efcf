package org.tickmark.api.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Permission;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;

/**
 * A command, declared once. Every command also takes {@code --help}, {@code -o table|json|csv}, {@code --lang},
 * {@code --no-headers} and {@code --no-color}, which the host handles.
 */
public final class CommandSpec {
    private final String scope;
    private final String verb;
    private final Message summary;
    private final Permission permission;
    private final List<Argument> arguments;
    private final List<Option> options;
    private final List<Column> columns;
    private final List<Example> examples;

    private CommandSpec(Builder builder) {
        this.scope = builder.scope;
        this.verb = builder.verb;
        this.summary = builder.summary;
        this.permission = builder.permission;
        this.arguments = List.copyOf(builder.arguments);
        this.options = List.copyOf(builder.options);
        this.columns = List.copyOf(builder.columns);
        this.examples = List.copyOf(builder.examples);
    }

    /**
     * Starts a command {@code tickmark <scope> <verb>}.
     *
     * @param scope the singular of what it is about, such as {@code unit}
     * @param verb what it does, such as {@code list}; empty for a command that is its scope alone, such as {@code batch}
     * @param summary one line of help
     * @param permission the right it needs, which the service it calls checks again
     */
    public static Builder of(String scope, String verb, Message summary, Permission permission) {
        return new Builder(scope, verb, summary, permission);
    }

    /** The first word of the command. */
    public String scope() {
        return scope;
    }

    /** The second word; empty for a command that is its scope alone. */
    public String verb() {
        return verb;
    }

    /** Scope and verb, separated by a blank. */
    public String name() {
        return verb.isEmpty() ? scope : scope + " " + verb;
    }

    /** One line of help. */
    public Message summary() {
        return summary;
    }

    /** The right it needs. */
    public Permission permission() {
        return permission;
    }

    /** What it takes by position, in order. */
    public List<Argument> arguments() {
        return arguments;
    }

    /** What it takes by name. */
    public List<Option> options() {
        return options;
    }

    /** The option of this name. */
    public Optional<Option> option(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }

    /** The columns of its result; empty when it returns no table. */
    public List<Column> columns() {
        return columns;
    }

    /** Command lines that work, each with what it does. */
    public List<Example> examples() {
        return examples;
    }

    /**
     * A command line that works.
     *
     * @param line the line, without {@code tickmark}
     * @param meaning what it does
     */
    public record Example(String line, Message meaning) {}

    /** Collects the parts of a {@link CommandSpec}; one thread at a time. */
    public static final class Builder {
        private final String scope;
        private final String verb;
        private final Message summary;
        private final Permission permission;
        private final List<Argument> arguments = new ArrayList<>();
        private final List<Option> options = new ArrayList<>();
        private final List<Column> columns = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();

        private Builder(String scope, String verb, Message summary, Permission permission) {
            this.scope = Objects.requireNonNull(scope, "scope");
            this.verb = Objects.requireNonNull(verb, "verb");
            this.summary = Objects.requireNonNull(summary, "summary");
            this.permission = Objects.requireNonNull(permission, "permission");
        }

        /** Takes a value by position, after those taken before. */
        public Builder argument(String name, Message help, ValueKind kind, Argument.Cardinality cardinality) {
            arguments.add(new Argument(name, help, kind, cardinality));
            return this;
        }

        /** Takes a value by name. */
        public Builder option(String name, Message help, ValueKind kind) {
            options.add(new Option(name, help, kind, false));
            return this;
        }

        /** Takes any number of values by name. */
        public Builder repeatable(String name, Message help, ValueKind kind) {
            options.add(new Option(name, help, kind, true));
            return this;
        }

        /** Takes a flag. */
        public Builder flag(String name, Message help) {
            return option(name, help, ValueKind.FLAG);
        }

        /** Returns a table under these columns. */
        public Builder columns(List<Column> resultColumns) {
            columns.addAll(resultColumns);
            return this;
        }

        /** Shows a command line that works, without {@code tickmark}. */
        public Builder example(String line, Message meaning) {
            examples.add(new Example(line, meaning));
            return this;
        }

        /** The command. */
        public CommandSpec build() {
            return new CommandSpec(this);
        }
    }
}
