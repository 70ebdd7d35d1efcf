package org.tickmark.console.session;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.tickmark.api.command.ExitCode;
import org.tickmark.kit.wire.Bytes;

/** Where the work of one client is carried out, one piece at a time. Safe for use from many threads. */
final class Desk {
    private final ExecutorService worker;
    private final Runnable whenDrained;

    /** The work at hand, or null. */
    private Work current;

    private String currentName = "";

    /** How many pieces have begun whose end the client does not know yet. */
    private int open;

    private boolean draining;

    /**
     * A desk.
     *
     * @param worker a single thread, shut down with the desk
     * @param whenDrained told once, when {@link #drain} was asked for and the last piece of work has ended
     */
    Desk(ExecutorService worker, Runnable whenDrained) {
        this.worker = worker;
        this.whenDrained = whenDrained;
    }

    /**
     * Begins a piece of work.
     *
     * @param name what it is, for the log
     * @param task does the work and tells the client its end; throws nothing
     */
    synchronized Acceptance begin(String name, Consumer<Piece> task) {
        if (draining) {
            return Acceptance.STOPPING;
        }
        if (current != null) {
            return Acceptance.AT_WORK;
        }
        current = new Work();
        currentName = name;
        open++;
        Piece piece = new Piece(current, this::cleared);
        worker.execute(() -> {
            try {
                task.accept(piece);
            } finally {
                ended();
            }
        });
        return Acceptance.BEGUN;
    }

    /** Stops the work at hand, if there is any. */
    synchronized void stop(ExitCode how) {
        if (current != null) {
            current.stop(how);
        }
    }

    /** Passes on an answer to the work at hand. */
    synchronized void answer(String text) {
        if (current != null) {
            current.answer(Optional.of(text));
        }
    }

    /** Passes on more of the standard input to the work at hand. */
    synchronized void input(Bytes bytes) {
        if (current != null) {
            current.input().add(bytes);
        }
    }

    /** Tells the work at hand that the standard input has ended. */
    synchronized void inputEnd() {
        if (current != null) {
            current.input().end();
        }
    }

    /** Lets no more work begin. */
    synchronized void drain() {
        draining = true;
        if (open == 0) {
            whenDrained.run();
        }
    }

    /** What is at hand; empty if nothing. */
    synchronized Optional<String> atWorkOn() {
        return current == null ? Optional.empty() : Optional.of(currentName);
    }

    /** Lets the worker go once it has done what has begun and, after that, this. */
    void close(Runnable last) {
        try {
            worker.execute(last);
            worker.shutdown();
        } catch (RejectedExecutionException e) {
            // Abandoned: nothing is waited for.
            worker.shutdown();
        }
    }

    /** Interrupts the worker. */
    void abandon() {
        worker.shutdownNow();
    }

    /** From here on new work may begin, since the client may ask for it the moment it is told of the end. */
    private synchronized void cleared() {
        current = null;
    }

    private synchronized void ended() {
        current = null;
        open--;
        if (draining && open == 0) {
            whenDrained.run();
        }
    }

    /** Whether work has begun, or why not. */
    enum Acceptance {
        /** It has. */
        BEGUN,
        /** Another piece is at hand. */
        AT_WORK,
        /** No work begins any more. */
        STOPPING
    }

    /**
     * A piece of work.
     *
     * @param work how it is stopped and answered
     * @param done to be called when all is done but telling the client so
     */
    record Piece(Work work, Runnable done) {}
}
