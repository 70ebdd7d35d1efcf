package org.tickmark.launcher.session;

import java.io.IOException;

/** The server went away before the end. */
public final class ServerGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    ServerGoneException(Throwable cause) {
        super("the server has gone", cause);
    }
}
