package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.ScriptOutput;

/** What a script writes, on the caller's standard output; its log lines among the problems that are told at the end. One thread at a time. */
final class ScriptConsole implements ScriptOutput {
    private static final int PIECE = 8_192;

    private final CommandCall call;
    private final List<Problem> logged = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();

    ScriptConsole(CommandCall call) {
        this.call = call;
    }

    @Override
    public void print(String text) {
        pending.append(text);
        int lines = pending.lastIndexOf("\n") + 1;
        if (lines > 0 || pending.length() > PIECE) {
            write(lines > 0 ? lines : pending.length());
        }
    }

    private void write(int length) {
        String text = pending.substring(0, length);
        pending.delete(0, length);
        call.print(text, Map.of("print", text));
    }

    @Override
    public void log(Severity severity, String text) {
        logged.add(Problem.info("script.log", Message.verbatim(text))
                .severity(severity)
                .build());
    }

    /** The log lines. */
    List<Problem> logged() {
        return logged;
    }

    /** Writes what is left of an unfinished line. */
    void flush() {
        if (!pending.isEmpty()) {
            write(pending.length());
        }
    }
}
