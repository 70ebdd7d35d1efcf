package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packed program, started as a user starts it, on a data directory of its own. */
final class Tickmark {
    /** The distribution that this build made. */
    static final Path HOME = Path.of(System.getProperty("tickmark.dist"));

    /** The version of this build. */
    static final String VERSION = System.getProperty("tickmark.version");

    /** What {@code bin/warmup} makes. */
    static final Path CLASSES = HOME.resolve("boot/classes.jsa");

    private static final Path PROGRAM = HOME.resolve("bin/tickmark");

    static {
        warmUp();
    }

    private final Path data;
    private final Path plugins;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Running> started = new ArrayList<>();

    /** On {@code data} and {@code plugins} in this folder. */
    Tickmark(Path folder) throws IOException {
        this.data = folder.resolve("data");
        this.plugins = Files.createDirectories(folder.resolve("plugins"));
        // Most of these processes live for seconds.
        environment.put("TICKMARK_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        environment.put("LC_ALL", "C.UTF-8");
        // Few of them need the port, and not two the same.
        environment.put("TICKMARK_HTTP_ENABLED", "false");
        environment.put("TICKMARK_HTTP_PORT", "0");
    }

    /** Makes all starts faster, as its users may; only the first process of the tests does. That it succeeds, {@link ProcessIT} asks. */
    private static void warmUp() {
        try (FileChannel file = FileChannel.open(
                        HOME.resolveSibling("warmup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (lock.isValid() && !Files.exists(CLASSES)) {
                new Running(new ProcessBuilder(HOME.resolve("bin/warmup").toString()).start()).end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Path data() {
        return data;
    }

    Path plugins() {
        return plugins;
    }

    /** Sets an environment variable for what is started from now on. */
    Tickmark with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs a command to its end. */
    Result run(String... words) throws IOException, InterruptedException {
        Running running = start(words);
        running.input("");
        return running.end();
    }

    /** Starts a server and waits until it is ready. */
    Running server() throws IOException, InterruptedException {
        Running server = start("server");
        server.awaitOut("Tickmark is ready.");
        return server;
    }

    /** Starts a command. */
    Running start(String... words) throws IOException {
        return startProgram(command(words));
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(
                List.of(PROGRAM.toString(), "--data", data.toString(), "--plugins", plugins.toString()));
        command.addAll(List.of(words));
        return command;
    }

    /** Starts a program with the same environment. */
    Running startProgram(List<String> command) throws IOException {
        Running running = new Running(process(command));
        started.add(running);
        return running;
    }

    /** Starts a command with which the caller talks itself; it ends with its standard input. */
    Process talkingTo(String... words) throws IOException {
        return process(command(words));
    }

    private Process process(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TICKMARK_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The log. */
    String log() throws IOException {
        return Files.readString(data.resolve("log/tickmark.log"));
    }

    /** Kills what still runs. */
    void killAll() throws InterruptedException {
        for (Running running : started) {
            running.kill();
        }
    }

    /** Says that a program ended well and gives what it printed. */
    static String ok(Result result) {
        assertThat(result.exitCode())
                .as("exit code, after:%n%s%n%s", result.out(), result.err())
                .isZero();
        return result.out();
    }
}
