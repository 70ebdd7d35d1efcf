package org.tickmark.console.engine;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.StandardStreams;

/** A terminal that remembers what it was told. One thread at a time. */
public final class FakeTerminal implements Terminal {
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private final List<String> statuses = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private Caller caller = Caller.os("kari", Locale.ENGLISH);
    private Path directory = Path.of("/srv/books");
    private Integer width;
    private boolean styled;
    private boolean live;
    private boolean cancelled;
    private boolean cancelledByOutput;
    private StandardStreams streams;

    public FakeTerminal in(Locale locale) {
        caller = Caller.os("kari", locale);
        return this;
    }

    public FakeTerminal holding(Permission... permissions) {
        caller = new Caller("os:kari", Set.of(permissions), Set.of(), Locale.ENGLISH, Origin.SHELL);
        return this;
    }

    public FakeTerminal at(Path workingDirectory) {
        directory = workingDirectory;
        return this;
    }

    public FakeTerminal wide(int columns) {
        width = columns;
        return this;
    }

    public FakeTerminal withStyles() {
        styled = true;
        return this;
    }

    public FakeTerminal onAScreen() {
        live = true;
        return this;
    }

    public FakeTerminal answering(String... texts) {
        answers.addAll(List.of(texts));
        return this;
    }

    public FakeTerminal alreadyCancelled() {
        cancelled = true;
        return this;
    }

    /** Whose user has enough as soon as something is printed. */
    public FakeTerminal cancelledByOutput() {
        cancelledByOutput = true;
        return this;
    }

    /** The standard streams of whose process are these. */
    public FakeTerminal over(StandardStreams bytes) {
        streams = bytes;
        return this;
    }

    /** Everything on the standard output. */
    public String out() {
        return out.toString();
    }

    /** Everything on the standard error. */
    public String err() {
        return err.toString();
    }

    public List<String> statuses() {
        return statuses;
    }

    public List<String> questions() {
        return questions;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public Optional<Integer> width() {
        return Optional.ofNullable(width);
    }

    @Override
    public boolean styled() {
        return styled;
    }

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public void out(String text) {
        out.append(text);
        cancelled |= cancelledByOutput;
    }

    @Override
    public void err(String text) {
        err.append(text);
    }

    @Override
    public void status(String line) {
        statuses.add(line);
    }

    @Override
    public Optional<String> ask(String question) {
        questions.add(question);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<char[]> askSecret(String question) {
        return ask(question).map(String::toCharArray);
    }

    @Override
    public Optional<String> input() {
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<StandardStreams> streams() {
        return Optional.ofNullable(streams);
    }

    @Override
    public CancelToken cancel() {
        return () -> cancelled;
    }

    @Override
    public ExitCode stopped() {
        return ExitCode.INTERRUPTED;
    }
}
