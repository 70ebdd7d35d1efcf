package org.tickmark.console.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tickmark.api.CancelToken;
import org.tickmark.api.command.ExitCode;

/** One piece of work of a session: how it is stopped and how its questions are answered. Safe for use from many threads. */
final class Work implements CancelToken {
    private final ReceivedInput input = new ReceivedInput();
    private ExitCode stopped;
    private CompletableFuture<Optional<String>> question;

    /** Stops the work; the first call says how it ends, and an open question stays without answer, as does the standard input. */
    synchronized void stop(ExitCode how) {
        if (stopped == null) {
            stopped = how;
        }
        answer(Optional.empty());
        input.breakOff();
    }

    /** Passes on the answer to the open question; ignored when there is none. */
    synchronized void answer(Optional<String> text) {
        if (question != null) {
            question.complete(text);
            question = null;
        }
    }

    /** The standard input of the client. */
    ReceivedInput input() {
        return input;
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
