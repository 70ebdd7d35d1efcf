package org.tickmark.launcher.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.tickmark.kit.wire.Bytes;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.kit.wire.ServerFrame;
import org.tickmark.launcher.session.LineEditor.Entered;
import org.tickmark.launcher.session.Signals.Signal;

/** A person at a terminal and a server: lines one after the other, until the person leaves. For one thread, once. */
public final class InteractiveShell {
    private static final String PROMPT = "tickmark> ";
    private static final List<String> LEAVE = List.of("exit", "quit");

    private final Connection connection;
    private final Signals signals;
    private final Display display;
    private final Path history;

    /**
     * A shell.
     *
     * @param history the file that lines are remembered in
     */
    public InteractiveShell(Connection connection, Signals signals, Display display, Path history) {
        this.connection = connection;
        this.signals = signals;
        this.display = display;
        this.history = history;
    }

    /**
     * Carries out lines until the person leaves.
     *
     * @throws ServerGoneException if the server goes away
     */
    public void run() throws IOException {
        try (LineEditor editor = LineEditor.open(history, this::complete)) {
            Display here = new ShellDisplay(editor);
            Entered entered = editor.read(PROMPT);
            while (entered.kind() != Entered.Kind.END
                    && !LEAVE.contains(entered.text().strip())) {
                if (!entered.text().isBlank()) {
                    carryOut(entered.text(), here);
                }
                entered = editor.read(PROMPT);
            }
        }
    }

    private void carryOut(String line, Display here) throws IOException {
        try {
            signals.during(
                    EnumSet.of(Signal.INT),
                    connection::pass,
                    () -> connection.carryOut(new ClientFrame.Line(line), here));
        } catch (RefusedException e) {
            display.err(Bytes.of(e.getMessage() + "\n"));
        }
    }

    private List<String> complete(String line, int cursor) {
        try {
            return connection.complete(line, cursor);
        } catch (IOException e) {
            // The next command says what is wrong; completion is no place to.
            return List.of();
        }
    }

    /** Shows as before, but asks through the editor, which holds the terminal. */
    private final class ShellDisplay implements Display {
        private final LineEditor editor;

        ShellDisplay(LineEditor editor) {
            this.editor = editor;
        }

        @Override
        public void out(Bytes bytes) throws IOException {
            display.out(bytes);
        }

        @Override
        public void err(Bytes bytes) {
            display.err(bytes);
        }

        @Override
        public void status(String line) {
            display.status(line);
        }

        @Override
        public String ask(ServerFrame.Ask question) {
            display.status("");
            Entered answer = editor.answer(question.question() + " ", question.hidden());
            if (answer.kind() == Entered.Kind.INTERRUPT) {
                connection.pass(Signal.INT);
            }
            return answer.text();
        }

        @Override
        public InputStream input() {
            return InputStream.nullInputStream();
        }
    }
}
