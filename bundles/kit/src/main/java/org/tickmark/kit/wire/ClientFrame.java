package org.tickmark.kit.wire;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a client (launcher, shell) says. */
public sealed interface ClientFrame extends Frame {
    /** Reads the frame of a type. */
    static ClientFrame read(byte type, FieldReader in) throws IOException {
        return switch (type) {
            case Hello.TYPE -> Hello.read(in);
            case Run.TYPE -> new Run(in.texts());
            case Line.TYPE -> new Line(in.text());
            case Complete.TYPE -> new Complete(in.text(), in.integer());
            case Answer.TYPE -> new Answer(in.text());
            case Input.TYPE -> new Input(in.bytes());
            case InputEnd.TYPE -> new InputEnd();
            case Cancel.TYPE -> new Cancel();
            case Terminate.TYPE -> new Terminate();
            default -> throw WireException.broken("frame type " + type + " is not one of a client");
        };
    }

    /**
     * The first frame: who calls, and where the output goes.
     *
     * @param version the protocol version of the client; {@link Frame#VERSION}
     * @param workingDirectory the absolute path that relative paths are taken from
     * @param locale the language for messages and reports
     * @param width columns of the terminal; 0 when there is none
     * @param inputIsTerminal whether a person can answer questions
     * @param outputIsTerminal whether the standard output is a terminal
     * @param errorIsTerminal whether the standard error is a terminal, so that {@link ServerFrame.Status} can be redrawn
     * @param colour whether colours are wanted
     * @param user name of the operating system's user
     */
    record Hello(
            int version,
            String workingDirectory,
            Locale locale,
            int width,
            boolean inputIsTerminal,
            boolean outputIsTerminal,
            boolean errorIsTerminal,
            boolean colour,
            String user)
            implements ClientFrame {
        static final byte TYPE = 1;

        public Hello {
            Objects.requireNonNull(workingDirectory, "workingDirectory");
            Objects.requireNonNull(locale, "locale");
            Objects.requireNonNull(user, "user");
        }

        static Hello read(FieldReader in) throws IOException {
            return new Hello(
                    in.ownVersion(),
                    in.text(),
                    Locale.forLanguageTag(in.text()),
                    in.integer(),
                    in.flag(),
                    in.flag(),
                    in.flag(),
                    in.flag(),
                    in.text());
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.greeting(out, version);
            Fields.text(out, workingDirectory);
            Fields.text(out, locale.toLanguageTag());
            out.writeInt(width);
            out.writeBoolean(inputIsTerminal);
            out.writeBoolean(outputIsTerminal);
            out.writeBoolean(errorIsTerminal);
            out.writeBoolean(colour);
            Fields.text(out, user);
        }
    }

    /** Carry out one command, given as the words of a command line after the program's name. */
    record Run(List<String> arguments) implements ClientFrame {
        static final byte TYPE = 3;

        public Run {
            arguments = List.copyOf(arguments);
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.texts(out, arguments);
        }
    }

    /** Carry out one line of a shell, in Gogo's syntax; lines of one connection share a session. */
    record Line(String gogoText) implements ClientFrame {
        static final byte TYPE = 4;

        public Line {
            Objects.requireNonNull(gogoText, "gogoText");
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.text(out, gogoText);
        }
    }

    /**
     * What could stand here? Answered by {@link ServerFrame.Candidates}.
     *
     * @param line the line so far
     * @param cursor index in the line, in chars, from 0 to its length
     */
    record Complete(String line, int cursor) implements ClientFrame {
        static final byte TYPE = 5;

        public Complete {
            Objects.requireNonNull(line, "line");
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.text(out, line);
            out.writeInt(cursor);
        }
    }

    /** What the person answered to a {@link ServerFrame.Ask}. */
    record Answer(String text) implements ClientFrame {
        static final byte TYPE = 6;

        public Answer {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) throws IOException {
            Fields.text(out, text);
        }
    }

    /** More of the standard input, as {@link ServerFrame.Read} wants it. */
    record Input(Bytes bytes) implements ClientFrame {
        static final byte TYPE = 7;

        public Input {
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

    /** The standard input has ended. */
    record InputEnd() implements ClientFrame {
        static final byte TYPE = 8;

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) {}
    }

    /** The client was interrupted (SIGINT). */
    record Cancel() implements ClientFrame {
        static final byte TYPE = 9;

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) {}
    }

    /** The client was told to end (SIGTERM). */
    record Terminate() implements ClientFrame {
        static final byte TYPE = 10;

        @Override
        public byte type() {
            return TYPE;
        }

        @Override
        public void writeFields(DataOutputStream out) {}
    }
}
