package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A started program. */
final class Running {
    /** Generous: the machine may have other work. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Tail out;
    private final Tail err;

    Running(Process process) {
        this.process = process;
        this.out = Tail.of(process.getInputStream());
        this.err = Tail.of(process.getErrorStream());
    }

    long pid() {
        return process.pid();
    }

    /** What it has written to its standard output so far. */
    String out() {
        return out.text();
    }

    /** What it has written to its standard error so far. */
    String err() {
        return err.text();
    }

    /** Waits until its standard output holds this. */
    void awaitOut(String text) throws InterruptedException {
        assertThat(out.await(text, PATIENCE))
                .as("the standard output holds '%s': %s%n%s", text, out.text(), err.text())
                .isTrue();
    }

    /** Waits until its standard error holds this. */
    void awaitErr(String text) throws InterruptedException {
        assertThat(err.await(text, PATIENCE))
                .as("the standard error holds '%s': %s", text, err.text())
                .isTrue();
    }

    /** Writes to its standard input and closes that. */
    void input(String text) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Sends it a signal, such as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits for its end. */
    Result end() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end within " + PATIENCE + "; so far:\n" + out.text() + err.text());
        }
        return new Result(process.exitValue(), out.toEnd(PATIENCE), err.toEnd(PATIENCE));
    }

    /** Ends it without asking. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }
}
