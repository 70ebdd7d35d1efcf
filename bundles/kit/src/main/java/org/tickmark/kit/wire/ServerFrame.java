package org.tickmark.kit.wire;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** What the server (console) says. */
public sealed interface ServerFrame extends Frame {
    /** Reads the frame of a type. */
    static ServerFrame read(byte type, FieldReader in) throws IOException {
        return switch (type) {
            case Welcome.TYPE -> new Welcome(in.ownVersion(), in.text());
            case Refused.TYPE -> Refused.read(in);
            case Out.TYPE -> new Out(in.bytes());
            case Err.TYPE -> new Err(in.bytes());
            case Status.TYPE -> new Status(in.text());
            case Ask.TYPE -> new Ask(in.text(), in.flag());
            case Candidates.TYPE -> new Candidates(in.texts());
            case Read.TYPE -> new Read();
            case Exit.TYPE -> new Exit(in.integer());
            default -> throw WireException.broken("frame type " + type + " is not one of a server");
        };
    }

    /**
     * The first frame: the server is ready.
     *
     * @param version the protocol version of the server; {@link Frame#VERSION}
     * @param product name and version of the product, for people
     */
    record Welcome(int version, String product) implements ServerFrame {
        static final byte TYPE = 1;

        public Welcome {
            Objects.requireNonNull(product, "product");
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.greeting(out, version);
            Fields.text(out, product);
        }
    }

    /** The server will not do it; the reason is for people, in the client's language if that is known. */
    record Refused(String reason) implements ServerFrame {
        static final byte TYPE = 2;

        public Refused {
            Objects.requireNonNull(reason, "reason");
        }

        static Refused read(FieldReader in) throws IOException {
            in.version();
            return new Refused(in.text());
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.greeting(out, VERSION);
            Fields.text(out, reason);
        }
    }

    /** Bytes for the standard output. */
    record Out(Bytes bytes) implements ServerFrame {
        static final byte TYPE = 3;

        public Out {
            Objects.requireNonNull(bytes, "bytes");
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.bytes(out, bytes);
        }
    }

    /** Bytes for the standard error. */
    record Err(Bytes bytes) implements ServerFrame {
        static final byte TYPE = 4;

        public Err {
            Objects.requireNonNull(bytes, "bytes");
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.bytes(out, bytes);
        }
    }

    /**
     * How far the work is: one line without a line end. On a terminal it replaces the status shown before, and an empty one
     * removes it; elsewhere the client prints it as a line.
     */
    record Status(String line) implements ServerFrame {
        static final byte TYPE = 5;

        public Status {
            Objects.requireNonNull(line, "line");
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.text(out, line);
        }
    }

    /**
     * A question to the person; the work waits for {@link ClientFrame.Answer}.
     *
     * @param question one line without a line end
     * @param hidden whether the answer is a secret, not to be shown while it is typed
     */
    record Ask(String question, boolean hidden) implements ServerFrame {
        static final byte TYPE = 6;

        public Ask {
            Objects.requireNonNull(question, "question");
        }

        /** A question whose answer is shown while it is typed. */
        public Ask(String question) {
            this(question, false);
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.text(out, question);
            out.writeBoolean(hidden);
        }
    }

    /** What could stand at the cursor of {@link ClientFrame.Complete}: whole words, in the order to be shown. */
    record Candidates(List<String> words) implements ServerFrame {
        static final byte TYPE = 7;

        public Candidates {
            words = List.copyOf(words);
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.texts(out, words);
        }
    }

    /** Send the standard input to its end; the work waits for {@link ClientFrame.InputEnd}. */
    record Read() implements ServerFrame {
        static final byte TYPE = 9;

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) {}
    }

    /** The command has ended with this exit code. */
    record Exit(int code) implements ServerFrame {
        static final byte TYPE = 8;

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            out.writeInt(code);
        }
    }
}
