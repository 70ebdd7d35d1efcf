package org.tickmark.launcher.session;

import java.io.IOException;

/** Nobody reads the standard output any more. */
public final class BrokenPipeException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenPipeException(Throwable cause) {
        super("nobody reads the standard output", cause);
    }
}
