package org.tickmark.scheduler.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tickmark.api.Severity;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.message.Message;
import org.tickmark.api.task.RunLog;
import org.tickmark.scheduler.run.LogTable;

/** Logs and progress of the runs at work, until they are written together. Safe for use from many threads. */
final class LogBook {
    private static final int LONGEST_LINE = 4000;
    /** What programs send to a terminal for colours, titles and the place of the cursor. */
    private static final Pattern TERMINAL =
            Pattern.compile("\u001B(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(\u0007|\u001B\\\\)|[@-Z^_])");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

    private final Transactions transactions;
    private final Clock clock;
    private final int mostLines;
    private final Runnable onFirst;

    private List<LogTable.Line> lines = new ArrayList<>();
    private Map<Long, String> progress = new HashMap<>();

    /**
     * A book.
     *
     * @param mostLines how many lines a run may write, from 1
     * @param onFirst hears that there is something to write where there was nothing
     */
    LogBook(Transactions transactions, Clock clock, int mostLines, Runnable onFirst) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.mostLines = mostLines;
        this.onFirst = Objects.requireNonNull(onFirst, "onFirst");
    }

    /** The log of a run. */
    RunLog of(long runId) {
        return new Log(runId);
    }

    private final class Log implements RunLog {
        private final long runId;
        private int written;

        Log(long runId) {
            this.runId = runId;
        }

        @Override
        public synchronized void write(Severity severity, String text) {
            Instant now = clock.instant();
            for (String line : text.lines().toList()) {
                if (written >= mostLines) {
                    return;
                }
                written++;
                boolean last = written == mostLines;
                String shown = last ? Texts.message("log.full", mostLines).toString() : clean(line);
                add(new LogTable.Line(runId, written, now, last ? Severity.WARNING : severity, shown));
            }
        }
    }

    private static String clean(String line) {
        String plain = CONTROL.matcher(TERMINAL.matcher(line).replaceAll("")).replaceAll("\uFFFD");
        return plain.length() <= LONGEST_LINE ? plain : plain.substring(0, LONGEST_LINE) + "…";
    }

    /** Says how far a run is. */
    void progress(long runId, Message phase, long done, long total) {
        String text = total < 0 ? phase + " " + done : phase + " " + done + "/" + total;
        boolean first;
        synchronized (this) {
            first = isEmpty();
            progress.put(runId, clean(text));
        }
        if (first) {
            onFirst.run();
        }
    }

    private void add(LogTable.Line line) {
        boolean first;
        synchronized (this) {
            first = isEmpty();
            lines.add(line);
        }
        if (first) {
            onFirst.run();
        }
    }

    private boolean isEmpty() {
        return lines.isEmpty() && progress.isEmpty();
    }

    /** Writes what there is; what cannot be written is kept for the next time. */
    void flush() {
        List<LogTable.Line> writtenLines;
        Map<Long, String> writtenProgress;
        synchronized (this) {
            if (isEmpty()) {
                return;
            }
            writtenLines = lines;
            writtenProgress = progress;
            lines = new ArrayList<>();
            progress = new HashMap<>();
        }
        try {
            transactions.inTransaction(tx -> {
                LogTable.insert(tx.connection(), writtenLines);
                LogTable.progress(tx.connection(), writtenProgress);
                return 0;
            });
        } catch (RuntimeException e) {
            putBack(writtenLines, writtenProgress);
            throw e;
        }
    }

    private synchronized void putBack(List<LogTable.Line> unwrittenLines, Map<Long, String> unwrittenProgress) {
        unwrittenLines.addAll(lines);
        lines = unwrittenLines;
        unwrittenProgress.putAll(progress);
        progress = unwrittenProgress;
    }
}
