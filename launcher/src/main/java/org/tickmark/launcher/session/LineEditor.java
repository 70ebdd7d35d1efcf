package org.tickmark.launcher.session;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.TerminalBuilder;

/** Reads lines from the terminal, with history and completion; where the terminal can do little, without. */
final class LineEditor implements Closeable {
    private static final Character HIDDEN = '\0';

    private final org.jline.terminal.Terminal terminal;
    private final LineReader reader;

    private LineEditor(org.jline.terminal.Terminal terminal, LineReader reader) {
        this.terminal = terminal;
        this.reader = reader;
    }

    /**
     * An editor of shell lines.
     *
     * @param history the file that lines are remembered in
     * @param completion gives the words that could stand at the cursor of a line
     */
    static LineEditor open(Path history, BiFunction<String, Integer, List<String>> completion) throws IOException {
        org.jline.terminal.Terminal terminal = terminal();
        DefaultParser parser = new DefaultParser();
        // What a backslash or a quote means is for the shell's language to say.
        parser.setEscapeChars(null);
        parser.setEofOnUnclosedQuote(false);
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("tickmark")
                .parser(parser)
                .completer((r, line, candidates) -> completion.apply(line.line(), line.cursor()).stream()
                        .map(Candidate::new)
                        .forEach(candidates::add))
                .variable(LineReader.HISTORY_FILE, history)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        return new LineEditor(terminal, reader);
    }

    /** Asks for something that is not shown while it is typed; the empty text when nobody answers. */
    static String askHidden(String question) throws IOException {
        try (org.jline.terminal.Terminal terminal = terminal()) {
            LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
            return read(reader, question + " ", HIDDEN).text();
        }
    }

    /** Reads a line of the shell. */
    Entered read(String prompt) {
        return read(reader, prompt, null);
    }

    /** Reads an answer, which is not remembered, and not shown while it is typed if it is to be hidden. */
    Entered answer(String question, boolean hidden) {
        LineReader plain = LineReaderBuilder.builder().terminal(terminal).build();
        return read(plain, question, hidden ? HIDDEN : null);
    }

    private static Entered read(LineReader reader, String prompt, Character mask) {
        try {
            return new Entered(Entered.Kind.LINE, reader.readLine(prompt, mask));
        } catch (UserInterruptException e) {
            return new Entered(Entered.Kind.INTERRUPT, "");
        } catch (EndOfFileException e) {
            return new Entered(Entered.Kind.END, "");
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }

    /** Signals are not the editor's: they go to the work that is under way. */
    private static org.jline.terminal.Terminal terminal() throws IOException {
        return TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .nativeSignals(false)
                .build();
    }

    /**
     * What the user entered.
     *
     * @param kind how it ended
     * @param text the line; empty unless there is one
     */
    record Entered(Kind kind, String text) {
        /** How an entry can end. */
        enum Kind {
            /** With a line. */
            LINE,
            /** With Ctrl-C. */
            INTERRUPT,
            /** With Ctrl-D. */
            END
        }
    }
}
