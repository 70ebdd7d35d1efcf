package org.tickmark.console.engine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.StandardStreams;
import org.tickmark.api.message.Message;
import org.tickmark.kit.json.Json;

/** A call as a command sees it. */
final class Call implements CommandCall {
    private static final Set<String> YES = Set.of("y", "yes", "j", "ja");

    private final Request.Run request;
    private final Terminal terminal;
    private final Caller caller;
    private final Progress progress;

    Call(Request.Run request, Terminal terminal, Caller caller, Progress progress) {
        this.request = request;
        this.terminal = terminal;
        this.caller = caller;
        this.progress = progress;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public List<String> arguments(String name) {
        return request.arguments().getOrDefault(name, List.of());
    }

    @Override
    public List<String> options(String name) {
        return request.options().getOrDefault(name, List.of());
    }

    @Override
    public boolean flag(String name) {
        return request.options().containsKey(name);
    }

    @Override
    public Path path(String given) {
        try {
            return terminal.directory().resolve(given).normalize();
        } catch (InvalidPathException e) {
            throw Texts.usage("path", e.getReason()).found(given).exception(e);
        }
    }

    @Override
    public void print(String text, Object document) {
        String printed = request.host().format() == Request.Format.JSON ? Json.compact(document) : text;
        terminal.out(printed.endsWith("\n") ? printed : printed + "\n");
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public CancelToken cancel() {
        return terminal.cancel();
    }

    @Override
    public boolean confirm(Message question) {
        if (request.host().yes()) {
            return true;
        }
        String asked =
                question.text(caller.locale()) + " " + Texts.text("ask.yes-no").text(caller.locale());
        Optional<String> given = terminal.ask(asked);
        terminal.cancel().throwIfCancelled();
        String answer = given.orElseThrow(() -> Texts.usage("nobody-answers", question)
                .advice(Texts.text("usage.nobody-answers.advice"))
                .exception());
        return YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String input() {
        Optional<String> given = terminal.input();
        terminal.cancel().throwIfCancelled();
        return given.orElseThrow(() -> Texts.usage("input-missing")
                .advice(Texts.text("usage.input-missing.advice"))
                .exception());
    }

    @Override
    public StandardStreams streams() {
        return terminal.streams().orElseThrow(() -> Texts.usage("streams-missing")
                .advice(Texts.text("usage.streams-missing.advice"))
                .exception());
    }

    @Override
    public char[] askSecret(Message question) {
        Optional<char[]> given = terminal.askSecret(question.text(caller.locale()));
        terminal.cancel().throwIfCancelled();
        return given.filter(secret -> secret.length > 0).orElseThrow(() -> Texts.usage("secret-missing")
                .advice(Texts.text("usage.secret-missing.advice"))
                .exception());
    }
}
