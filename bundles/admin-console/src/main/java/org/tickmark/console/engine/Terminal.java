package org.tickmark.console.engine;

import java.nio.file.Path;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.StandardStreams;

/**
 * The far end of a call: who calls and from where, what takes the output, how the caller is asked and how the work is
 * stopped. Safe for use from many threads. Once the far end has gone, output is dropped and {@link #cancel} says so.
 */
public interface Terminal {
    /** Who calls, with the language of the call. */
    Caller caller();

    /** The caller's working directory. */
    Path directory();

    /** Columns that the standard output shows; empty when it is no screen, so that lines may be of any length. */
    Optional<Integer> width();

    /** Whether text on the standard output may be styled. */
    boolean styled();

    /** Whether {@link #status} is shown, because the standard error is a screen. */
    boolean live();

    /** Writes to the standard output. */
    void out(String text);

    /** Writes to the standard error. */
    void err(String text);

    /** Shows a line below all output, in place of the one before; the empty text takes it away. */
    void status(String line);

    /** Asks the caller; empty when nobody can answer, or the answer does not come because the work is to stop. */
    Optional<String> ask(String question);

    /** Asks the caller for what must not be shown while it is typed; empty as with {@link #ask}. The receiver clears it. */
    Optional<char[]> askSecret(String question);

    /** The caller's standard input to its end; empty when there is none, or too much, or the work is to stop. */
    Optional<String> input();

    /** The caller's standard streams as bytes; empty when the caller is no process that has any. */
    Optional<StandardStreams> streams();

    /** Whether the work should stop. */
    CancelToken cancel();

    /** How a command ends that was stopped: {@link ExitCode#INTERRUPTED} or {@link ExitCode#TERMINATED}. */
    ExitCode stopped();
}
