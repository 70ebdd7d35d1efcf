package org.tickmark.testkit.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.Severity;
import org.tickmark.api.task.RunLog;

/** A log that keeps what is written. Safe for use from many threads. */
public final class RecordingRunLog implements RunLog {
    private final List<Line> lines = new ArrayList<>();

    /**
     * A line.
     *
     * @param severity how much it weighs
     * @param text the text
     */
    public record Line(Severity severity, String text) {
        public Line {
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(text, "text");
        }
    }

    @Override
    public synchronized void write(Severity severity, String text) {
        text.lines().forEach(line -> lines.add(new Line(severity, line)));
    }

    /** What was written, in order. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The texts of the lines, in order. */
    public List<String> texts() {
        return lines().stream().map(Line::text).toList();
    }
}
