package org.tickmark.launcher;

import java.util.List;
import java.util.Locale;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.Message;

/** The program cannot do what it was asked to; says why, in one sentence and perhaps some details, and how it ends. */
class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final transient Message reason;
    private final transient List<Message> details;

    LaunchException(ExitCode exitCode, Message reason) {
        this(exitCode, reason, List.of());
    }

    LaunchException(ExitCode exitCode, Message reason, List<Message> details) {
        super(reason.text(Locale.ENGLISH));
        this.exitCode = exitCode;
        this.reason = reason;
        this.details = List.copyOf(details);
    }

    LaunchException(ExitCode exitCode, Message reason, Throwable cause) {
        this(exitCode, reason);
        initCause(cause);
    }

    ExitCode exitCode() {
        return exitCode;
    }

    Message reason() {
        return reason;
    }

    List<Message> details() {
        return details;
    }
}
