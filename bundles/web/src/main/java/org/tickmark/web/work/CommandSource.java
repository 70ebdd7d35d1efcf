package org.tickmark.web.work;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.host.command.CommandRequest;
import org.tickmark.api.host.command.Commands;
import org.tickmark.web.page.Texts;

/** The commands, which may be away while their bundle is replaced. Safe for use from many threads. */
public final class CommandSource {
    private final AtomicReference<Commands> commands = new AtomicReference<>();

    /** They are there. */
    public void set(Commands given) {
        commands.set(given);
    }

    /** They have gone, if these were there. */
    public void unset(Commands gone) {
        commands.compareAndSet(gone, null);
    }

    /**
     * The commands.
     *
     * @throws org.tickmark.api.TickmarkException if they are away
     */
    Commands get() {
        return Optional.ofNullable(commands.get())
                .orElseThrow(() -> Texts.problem("web.commands-away").exception());
    }

    /** What a command answers that only reads or tries. */
    CommandResult ask(Caller caller, List<String> words) {
        return get().run(new CommandRequest(caller, words, Optional.empty(), Progress.NONE, CancelToken.NEVER))
                .result();
    }

    /** The command of this scope and verb, if there is one. */
    Optional<CommandSpec> spec(String scope, String verb) {
        return get().specs().stream()
                .filter(spec -> spec.scope().equals(scope) && spec.verb().equals(verb))
                .findFirst();
    }

    /** The command of this name, if there is one that somebody may give. */
    Optional<CommandSpec> spec(String name, Caller caller) {
        String[] words = name.split(" ", 2);
        return spec(words[0], words.length > 1 ? words[1] : "").filter(spec -> caller.may(spec.permission()));
    }

    /** The commands that somebody may give, by name. */
    List<CommandSpec> of(Caller caller) {
        return get().specs().stream()
                .filter(spec -> caller.may(spec.permission()))
                .toList();
    }
}
