package org.tickmark.api.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.message.Message;

/** One call of a command: who calls, with what, and how to follow and stop it. For the thread that runs the command. */
@ProviderType
public interface CommandCall {
    /** Who calls. */
    Caller caller();

    /**
     * The values of an argument, in order; empty when none was given. Each is of the argument's kind; however it was
     * written, a span of time comes in ISO 8601 and a record's key in full.
     */
    List<String> arguments(String name);

    /** The value of an argument that takes one and must be given. */
    default String argument(String name) {
        return arguments(name).get(0);
    }

    /** The values of an option, in order; empty when it was not given. */
    List<String> options(String name);

    /** The value of an option; empty when it was not given. */
    default Optional<String> option(String name) {
        return options(name).stream().findFirst();
    }

    /** Whether a flag was given. */
    boolean flag(String name);

    /** A path as given, resolved against the caller's working directory. */
    Path path(String given);

    /**
     * Writes a part of the result to the standard output at once, for a command whose result comes while it runs, such as a log that
     * is followed; {@code -o json} gets the document as one line, everything else the text.
     *
     * @param document as in {@link CommandResult#of(String, Object)}
     */
    void print(String text, Object document);

    /** Where to tell how far long work is. */
    Progress progress();

    /** Whether the caller has gone or wants the work stopped. */
    CancelToken cancel();

    /**
     * Asks the caller before something that cannot be undone. Always true when {@code --yes} was given; refused with a
     * {@link org.tickmark.api.TickmarkException} when nobody can answer.
     */
    boolean confirm(Message question);

    /**
     * The caller's standard input to its end, for a command that is given {@code -} as the path of a file.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code usage.input-missing} if there is none
     */
    String input();

    /**
     * The caller's standard input and output as bytes, for a command that talks with the program that has started it. Such a command
     * prints nothing, and has a summary only.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code usage.streams-missing} if the caller is no process of this machine
     */
    StandardStreams streams();

    /**
     * Asks the caller for a secret, which is not shown while a person types it; without a terminal it is the next line of
     * the standard input.
     *
     * @return the secret, to be cleared after use
     * @throws org.tickmark.api.TickmarkException with code {@code usage.secret-missing} if none was given
     */
    char[] askSecret(Message question);
}
