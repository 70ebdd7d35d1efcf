package org.tickmark.launcher.session;

import java.io.IOException;
import java.io.InputStream;
import org.tickmark.kit.wire.Bytes;
import org.tickmark.kit.wire.ServerFrame;

/** Where what a server sends is shown. */
public interface Display {
    /**
     * Writes to the standard output.
     *
     * @throws IOException if nobody reads it any more
     */
    void out(Bytes bytes) throws IOException;

    /** Writes to the standard error. */
    void err(Bytes bytes);

    /** Tells how far the work is, in one line; the empty text takes the last such line away. */
    void status(String line);

    /** Asks the user, waiting for the answer; the empty text when nobody answers. */
    String ask(ServerFrame.Ask question);

    /** The standard input; empty where it is the lines of a shell. */
    InputStream input();
}
