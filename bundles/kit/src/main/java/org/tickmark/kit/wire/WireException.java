package org.tickmark.kit.wire;

import java.io.IOException;

/** What came over the socket is not what this version of the protocol says. */
public final class WireException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private WireException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static WireException foreign(String detail) {
        return new WireException(Reason.FOREIGN_PEER, "The other side of the socket is not Tickmark: " + detail);
    }

    static WireException otherVersion(int version) {
        return new WireException(
                Reason.OTHER_VERSION,
                "The other side speaks version " + version + " of the protocol, expected version " + Frame.VERSION
                        + ". Launcher and server come from different releases: restart the server, or use its own launcher.");
    }

    static WireException broken(String detail) {
        return new WireException(Reason.BROKEN_FRAME, "Broken frame: " + detail);
    }

    static WireException cut() {
        return new WireException(Reason.BROKEN_FRAME, "The other side has gone in the middle of a frame");
    }

    /** What is wrong, for programs. */
    public Reason reason() {
        return reason;
    }

    /** What can be wrong with a peer. */
    public enum Reason {
        /** The peer is another program. */
        FOREIGN_PEER,
        /** The peer is Tickmark and speaks another version of the protocol. */
        OTHER_VERSION,
        /** A frame cannot be read, or ended early. */
        BROKEN_FRAME
    }
}
