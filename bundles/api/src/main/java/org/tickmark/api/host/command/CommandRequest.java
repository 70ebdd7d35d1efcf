package org.tickmark.api.host.command;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;

/**
 * A command to give.
 *
 * @param caller who gives it
 * @param words scope, verb, options as {@code --name=value}, then {@code --} and the arguments
 * @param secret the secret that the command may ask for; empty if nobody can be asked. Not kept
 * @param progress where it tells how far it is
 * @param cancel whether it shall stop
 */
public record CommandRequest(
        Caller caller, List<String> words, Optional<char[]> secret, Progress progress, CancelToken cancel) {
    public CommandRequest {
        Objects.requireNonNull(caller, "caller");
        words = List.copyOf(words);
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(cancel, "cancel");
    }

    @Override
    public String toString() {
        return "command of " + caller.identity();
    }
}
