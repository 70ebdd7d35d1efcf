package org.tickmark.console.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tickmark.api.CancelToken;
import org.tickmark.api.command.ExitCode;
import org.tickmark.kit.wire.Bytes;

/** One piece of work of a session: how it is stopped and how its questions are answered. Safe for use from many threads. */
final class Work implements CancelToken {
    /** Whoever has more has it in a file. */
    private static final int MOST_INPUT = 64 << 20;

    private final ByteArrayOutputStream input = new ByteArrayOutputStream();
    private ExitCode stopped;
    private CompletableFuture<Optional<String>> question;

    /** Stops the work; the first call says how it ends, and an open question stays without answer. */
    synchronized void stop(ExitCode how) {
        if (stopped == null) {
            stopped = how;
        }
        answer(Optional.empty());
    }

    /** Passes on the answer to the open question; ignored when there is none. */
    synchronized void answer(Optional<String> text) {
        if (question != null) {
            question.complete(text);
            question = null;
        }
    }

    /** Keeps more of the standard input; where that is too much, it stays without answer. */
    synchronized void input(Bytes bytes) {
        if (input.size() + bytes.length() > MOST_INPUT) {
            answer(Optional.empty());
        } else {
            input.writeBytes(bytes.toArray());
        }
    }

    /** Passes on the standard input as the answer to the open question. */
    synchronized void inputEnd() {
        answer(Optional.of(input.toString(StandardCharsets.UTF_8)));
    }

    /** Opens a question, whose answer is empty when the work is stopped. */
    synchronized CompletableFuture<Optional<String>> ask() {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        if (stopped == null) {
            question = answer;
        } else {
            answer.complete(Optional.empty());
        }
        return answer;
    }

    @Override
    public synchronized boolean isCancelled() {
        return stopped != null;
    }

    /** How it ends when it is stopped. */
    synchronized ExitCode stopped() {
        return stopped == null ? ExitCode.INTERRUPTED : stopped;
    }
}
