package org.tickmark.console.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.tickmark.api.Progress;
import org.tickmark.api.message.Message;

/**
 * Tells how far work is: on a screen one line with a bar that is drawn anew, elsewhere a plain line every ten seconds.
 * For one thread at a time.
 */
final class ProgressLine implements Progress {
    private static final Duration REDRAWN = Duration.ofMillis(100);
    private static final Duration REPEATED = Duration.ofSeconds(10);
    private static final int BAR = 20;

    private final Terminal terminal;
    private final Locale locale;
    private final Clock clock;
    private final long pauseMillis;
    private long nextMillis;
    private String phaseId = "";
    private long phaseBeganMillis;
    private boolean shown;

    ProgressLine(Terminal terminal, Locale locale, Clock clock) {
        this.terminal = terminal;
        this.locale = locale;
        this.clock = clock;
        this.pauseMillis = (terminal.live() ? REDRAWN : REPEATED).toMillis();
        this.nextMillis = clock.millis() + pauseMillis;
    }

    @Override
    public void update(Message phase, long done, long total) {
        tell(phase, done, total, Shown.COUNTS);
    }

    @Override
    public void share(Message phase, long done, long total) {
        tell(phase, done, total, Shown.SHARE);
    }

    private void tell(Message phase, long done, long total, Shown how) {
        long now = clock.millis();
        if (!phase.id().equals(phaseId)) {
            phaseId = phase.id();
            phaseBeganMillis = now;
        }
        if (now >= nextMillis) {
            nextMillis = now + pauseMillis;
            terminal.status(line(phase.text(locale), done, total, now - phaseBeganMillis, how));
            shown = true;
        }
    }

    /** Takes the line away. */
    void end() {
        if (shown && terminal.live()) {
            terminal.status("");
        }
    }

    /** What is told of how much is done. */
    private enum Shown {
        COUNTS,
        SHARE
    }

    private String line(String phase, long done, long total, long millis, Shown how) {
        StringBuilder line = new StringBuilder(phase);
        boolean sized = total > 0;
        if (sized) {
            line.append("  ");
            if (terminal.live()) {
                line.append(bar(done, total)).append("  ");
            }
            long percent = Math.min(100, done * 100 / total);
            line.append(
                    how == Shown.SHARE
                            ? text("progress.percent", percent)
                            : text("progress.share", percent, done, total));
        } else {
            line.append("  ").append(text("progress.count", done));
        }
        long perSecond = millis == 0 ? 0 : done * 1000 / millis;
        if (perSecond > 0 && how == Shown.COUNTS) {
            line.append("  ").append(text("progress.rate", perSecond));
        }
        if (sized && perSecond > 0 && done < total) {
            line.append("  ").append(left(Duration.ofSeconds((total - done + perSecond - 1) / perSecond)));
        }
        return line.toString();
    }

    private static String bar(long done, long total) {
        int filled = (int) Math.min(BAR, done * BAR / total);
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
    }

    private String left(Duration duration) {
        if (duration.toHours() > 0) {
            return text("progress.left.hours", duration.toHours(), duration.toMinutesPart());
        }
        if (duration.toMinutes() > 0) {
            return text("progress.left.minutes", duration.toMinutes(), duration.toSecondsPart());
        }
        return text("progress.left.seconds", duration.toSeconds());
    }

    private String text(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale);
    }
}
