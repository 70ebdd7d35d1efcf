package org.tickmark.api.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * The standard streams of the process that calls, as bytes. They are closed for the command when it ends.
 *
 * @param in what the process is given, as it comes; it ends when the caller wants the work stopped
 * @param out what the process gives; bytes go out when it is flushed
 */
public record StandardStreams(InputStream in, OutputStream out) {
    public StandardStreams {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
    }
}
