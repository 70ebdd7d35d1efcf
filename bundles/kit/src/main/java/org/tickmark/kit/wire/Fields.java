package org.tickmark.kit.wire;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the fields of frames; {@link FieldReader} reads them. */
final class Fields {
    /** "TICK", so that a stranger on the socket is told apart from a peer of another version. */
    static final int MAGIC = 0x5449434B;

    private Fields() {}

    static void greeting(DataOutputStream out, int version) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(version);
    }

    static void text(DataOutputStream out, String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    static void bytes(DataOutputStream out, Bytes bytes) throws IOException {
        bytes.writeField(out);
    }
}
