package org.tickmark.launcher.session;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.tickmark.kit.wire.Bytes;
import org.tickmark.kit.wire.ServerFrame;

/**
 * The standard streams of this process, which stay what they are while bundles exchange {@code System.out}. Text is UTF-8.
 * Safe for use from many threads.
 */
public final class Terminal implements Display {
    /** System property: which of the streams 0, 1 and 2 are terminals, such as {@code 012}; set by {@code bin/tickmark}. */
    static final String TERMINALS = "tickmark.terminals";

    /** System property: columns of the terminal; set by {@code bin/tickmark}. */
    static final String COLUMNS = "tickmark.columns";

    private static final String ERASE_LINE = "\r\u001b[K";

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final String terminals;
    private final int columns;
    private boolean statusHidden;
    private boolean statusStands;

    Terminal(InputStream in, OutputStream out, OutputStream err, String terminals, int columns) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.terminals = terminals;
        this.columns = columns;
    }

    /** The standard streams. */
    public static Terminal ofProcess() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getProperty(TERMINALS, hasConsole() ? "012" : ""),
                Integer.getInteger(COLUMNS, 0));
    }

    // bin/tickmark.bat sees to it that there is none without a terminal, as it was before Java 22.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasConsole() {
        return System.console() != null;
    }

    /** Whether a person can answer. */
    public boolean inputIsTerminal() {
        return terminals.contains("0");
    }

    /** Whether a person sees the standard output. */
    public boolean outputIsTerminal() {
        return terminals.contains("1");
    }

    /** Whether a person sees the standard error. */
    public boolean errorIsTerminal() {
        return terminals.contains("2");
    }

    /** Columns of the terminal; 0 if there is none. */
    public int columns() {
        return columns;
    }

    /** From now on, does not tell how far work is. */
    public synchronized void hideStatus() {
        statusHidden = true;
    }

    @Override
    public synchronized void out(Bytes bytes) throws IOException {
        eraseStatus();
        bytes.writeTo(out);
    }

    @Override
    public synchronized void err(Bytes bytes) {
        eraseStatus();
        byte[] content = bytes.toArray();
        err.write(content, 0, content.length);
        err.flush();
    }

    @Override
    public synchronized void status(String line) {
        eraseStatus();
        if (line.isEmpty() || statusHidden) {
            return;
        }
        if (errorIsTerminal()) {
            err.print(fitting(line));
            err.flush();
            statusStands = true;
        } else {
            err.println(line);
        }
    }

    @Override
    public String ask(ServerFrame.Ask question) {
        status("");
        try {
            // What a program pipes in is nobody's to see anyway.
            if (question.hidden() && inputIsTerminal()) {
                return LineEditor.askHidden(question.question());
            }
            err(Bytes.of(question.question() + " "));
            return readLine();
        } catch (IOException e) {
            // Nobody is there to answer.
            return "";
        }
    }

    @Override
    public InputStream input() {
        return in;
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Reads the standard input to its end. */
    public String readAll() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Writes a line to the standard output; nobody reading it is no failure. */
    public void print(String line) {
        try {
            out(Bytes.of(line + "\n"));
        } catch (IOException e) {
            err(Bytes.of(line + "\n"));
        }
    }

    /** Writes a line to the standard error. */
    public void complain(String line) {
        err(Bytes.of(line + "\n"));
    }

    private void eraseStatus() {
        if (statusStands) {
            err.print(ERASE_LINE);
            err.flush();
            statusStands = false;
        }
    }

    /** A line that wraps could not be erased. */
    private String fitting(String line) {
        int room = (columns > 0 ? columns : 80) - 1;
        return line.length() <= room ? line : line.substring(0, room);
    }
}
