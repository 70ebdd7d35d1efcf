package org.tickmark.launcher.session;

import java.io.IOException;

/** The server does not do what it was asked to; the message is its reason, for people. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
        super(reason);
    }
}
