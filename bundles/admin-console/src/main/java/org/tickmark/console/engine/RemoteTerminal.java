package org.tickmark.console.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.StandardStreams;
import org.tickmark.api.host.command.CommandRequest;

/** The far end of a command that somebody elsewhere gives: what is printed on the way is kept, and nobody is there to be asked. */
final class RemoteTerminal implements Terminal {
    /** Who wants more of a log asks for a part of it. */
    private static final int MOST_PRINTED = 1_000_000;
    /** Scope and verb. */
    private static final int NAME_WORDS = 2;

    private final CommandRequest request;
    private final StringBuilder printed = new StringBuilder();

    RemoteTerminal(CommandRequest request) {
        this.request = request;
    }

    /** The result, with what was printed on the way as its text where it has none of its own. */
    synchronized CommandResult withPrinted(CommandResult result) {
        if (printed.length() == 0 || result.table().isPresent()) {
            return result;
        }
        CommandResult whole = CommandResult.of(printed + result.text().orElse(""))
                .problems(result.problems())
                .exit(result.exitCode());
        return result.summary().map(whole::summary).orElse(whole);
    }

    @Override
    public Caller caller() {
        return request.caller();
    }

    /** There is none: a command that takes a path in another way than by an argument of that kind is refused here. */
    @Override
    public Path directory() {
        String command = request.words().stream().limit(NAME_WORDS).collect(Collectors.joining(" "));
        throw CommandDesk.pathElsewhere(command, command);
    }

    @Override
    public Optional<Integer> width() {
        return Optional.empty();
    }

    @Override
    public boolean styled() {
        return false;
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public synchronized void out(String text) {
        int room = MOST_PRINTED - printed.length();
        printed.append(text, 0, Math.min(room, text.length()));
    }

    @Override
    public void err(String text) {
        out(text);
    }

    /** Progress goes its own way. */
    @Override
    public void status(String line) {
        throw new UnsupportedOperationException("Progress of a command from elsewhere is not shown as a line");
    }

    @Override
    public Optional<String> ask(String question) {
        return Optional.empty();
    }

    @Override
    public Optional<char[]> askSecret(String question) {
        return request.secret().map(char[]::clone);
    }

    @Override
    public Optional<String> input() {
        return Optional.empty();
    }

    @Override
    public Optional<StandardStreams> streams() {
        return Optional.empty();
    }

    @Override
    public CancelToken cancel() {
        return request.cancel();
    }

    @Override
    public ExitCode stopped() {
        return ExitCode.INTERRUPTED;
    }
}
