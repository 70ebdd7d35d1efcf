package org.tickmark.launcher;

import org.tickmark.api.command.ExitCode;
import org.tickmark.api.message.Message;

/** The command line is wrong. */
final class UsageException extends LaunchException {
    private static final long serialVersionUID = 1L;

    UsageException(Message reason) {
        super(ExitCode.USAGE, reason);
    }
}
