package org.tickmark.launcher.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a process has written to one of its streams so far. Safe for use from many threads. */
final class Tail {
    private final StringBuilder text = new StringBuilder();
    private boolean ended;

    private Tail() {}

    /** Follows a stream in the background to its end. */
    static Tail of(InputStream stream) {
        Tail tail = new Tail();
        Thread thread = new Thread(() -> tail.follow(stream), "tail");
        thread.setDaemon(true);
        thread.start();
        return tail;
    }

    /** The text so far. */
    synchronized String text() {
        return text.toString();
    }

    /** Waits until the text holds this; false if the stream ends or the patience does before. */
    synchronized boolean await(String wanted, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (text.indexOf(wanted) < 0 && !ended) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return text.indexOf(wanted) >= 0;
    }

    /** Waits for the end of the stream and gives all of it. */
    synchronized String toEnd(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ended) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("The stream did not end within " + patience + "; so far:\n" + text);
            }
            wait(left);
        }
        return text.toString();
    }

    private void follow(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            char[] buffer = new char[4096];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                append(buffer, read);
            }
        } catch (IOException closed) {
            // The process was killed, which closes its streams: it says no more.
        } finally {
            end();
        }
    }

    private synchronized void append(char[] buffer, int length) {
        text.append(buffer, 0, length);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
