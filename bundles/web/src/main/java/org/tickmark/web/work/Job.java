package org.tickmark.web.work;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tickmark.api.Progress;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.host.command.CommandAnswer;
import org.tickmark.api.message.Message;

/** A command that somebody has given at a browser: it goes on when they leave the page. Safe for use from many threads. */
final class Job implements Progress {
    private static final int LONGEST_LINE = 300;

    private final String id;
    private final CommandSpec spec;
    private final List<String> words;
    private final Optional<String> back;
    private final Instant startedAt;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Optional<CommandAnswer> answer = Optional.empty();
    private volatile Optional<Step> step = Optional.empty();
    private volatile boolean stopping;

    /** How far it is; a total of less than one is not known. */
    record Step(Message phase, long done, long total) {}

    /**
     * A job that begins.
     *
     * @param back the page that it was given on
     */
    Job(String id, CommandSpec spec, List<String> words, Optional<String> back, Instant startedAt) {
        this.id = id;
        this.back = back;
        this.spec = spec;
        this.words = List.copyOf(words);
        this.startedAt = startedAt;
    }

    String id() {
        return id;
    }

    CommandSpec spec() {
        return spec;
    }

    /** The command line. */
    List<String> words() {
        return words;
    }

    /** The same as somebody types it, as far as it is short enough to be read. */
    String line() {
        String line = CommandWords.line(words);
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    /** The page that it was given on, if one is known. */
    Optional<String> back() {
        return back;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** How it ended; empty while it runs. */
    Optional<CommandAnswer> answer() {
        return answer;
    }

    void end(CommandAnswer how) {
        answer = Optional.of(how);
        ended.countDown();
    }

    /** Waits for its end, for some time at most. */
    void await(long millis) {
        try {
            if (!ended.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void update(Message phase, long done, long total) {
        step = Optional.of(new Step(phase, done, total));
    }

    /** How far it is, in words; empty if it tells nothing. */
    String progress(Locale locale) {
        return step.map(now ->
                        now.phase().text(locale) + "  " + now.done() + (now.total() > 0 ? " / " + now.total() : ""))
                .orElse("");
    }

    /** Asks it to stop between two steps. */
    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }
}
