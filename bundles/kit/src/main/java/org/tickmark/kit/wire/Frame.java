package org.tickmark.kit.wire;

import java.io.DataOutputStream;
import java.io.IOException;

/** One message of the protocol. Immutable. */
public sealed interface Frame permits ClientFrame, ServerFrame {
    /** The version of the protocol; raised with every change that a peer of the other version could not read. */
    int VERSION = 1;

    /** The types that may come first: {@code Hello} and {@code Welcome} are 1, {@code Refused} is 2, the rest are greater. */
    byte LAST_GREETING = 2;

    /** The byte that tells the frames of one side apart. */
    byte type();

    /** Writes the fields. */
    void writeFields(DataOutputStream out) throws IOException;
}
