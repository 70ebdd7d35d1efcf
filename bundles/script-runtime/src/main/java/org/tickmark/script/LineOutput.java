package org.tickmark.script;

import org.tickmark.api.Severity;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.api.task.RunLog;

/** What a script writes, line by line into the log of a run. One thread at a time. */
final class LineOutput implements ScriptOutput {
    /** A longer line is written in pieces. */
    private static final int LONGEST = 8_192;

    private final RunLog log;
    private final StringBuilder line = new StringBuilder();

    LineOutput(RunLog log) {
        this.log = log;
    }

    @Override
    public void print(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            line.append(text, start, end);
            write();
            start = end + 1;
        }
        line.append(text, start, text.length());
        if (line.length() > LONGEST) {
            write();
        }
    }

    private void write() {
        log.info(line.toString());
        line.setLength(0);
    }

    @Override
    public void log(Severity severity, String text) {
        flush();
        log.write(severity, text);
    }

    /** Writes what has no end of line yet. */
    void flush() {
        if (line.length() > 0) {
            write();
        }
    }
}
