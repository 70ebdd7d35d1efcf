package org.tickmark.kit.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of one frame; every length is checked against what is left before anything is allocated. */
final class FieldReader {
    private final ByteBuffer frame;

    FieldReader(ByteBuffer frame) {
        this.frame = frame;
    }

    /** The version of the peer, whatever it is. */
    int version() throws WireException {
        if (integer() != Fields.MAGIC) {
            throw WireException.foreign("the greeting does not begin with the magic number");
        }
        return integer();
    }

    /** The version of the peer, which must be our own. */
    int ownVersion() throws WireException {
        int version = version();
        if (version != Frame.VERSION) {
            throw WireException.otherVersion(version);
        }
        return version;
    }

    int integer() throws WireException {
        demand(Integer.BYTES);
        return frame.getInt();
    }

    boolean flag() throws WireException {
        demand(1);
        byte value = frame.get();
        if (value != 0 && value != 1) {
            throw WireException.broken("a flag is " + value + ", expected 0 or 1");
        }
        return value == 1;
    }

    String text() throws WireException {
        return new String(content(), StandardCharsets.UTF_8);
    }

    Bytes bytes() throws WireException {
        return Bytes.of(content());
    }

    List<String> texts() throws WireException {
        int count = integer();
        // Each text takes at least the four bytes of its length.
        if (count < 0 || count > frame.remaining() / Integer.BYTES) {
            throw WireException.broken(count + " texts do not fit into the " + frame.remaining() + " bytes left");
        }
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    /** Checks that the frame holds no more than was read. */
    void end() throws WireException {
        if (frame.hasRemaining()) {
            throw WireException.broken(frame.remaining() + " bytes follow the last field");
        }
    }

    private byte[] content() throws WireException {
        int length = integer();
        demand(length);
        byte[] content = new byte[length];
        frame.get(content);
        return content;
    }

    private void demand(int bytes) throws WireException {
        if (bytes < 0 || bytes > frame.remaining()) {
            throw WireException.broken(
                    "a field of " + bytes + " bytes does not fit into the " + frame.remaining() + " bytes left");
        }
    }
}
