package org.tickmark.benchmarks.workbench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packed program with a data directory of its own. */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long LOOK_MILLIS = 100;
    private static final int READY = 200;

    private final Path home;
    private final Path data;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process server;

    /**
     * The program, nothing of it started yet.
     *
     * @param home where it was unpacked
     * @param data its data directory
     */
    Program(Path home, Path data) {
        this.home = home;
        this.data = data;
    }

    Path data() {
        return data;
    }

    /**
     * Gives a command, and returns what it prints.
     *
     * @throws IOException if it does not end with 0
     */
    String run(String... words) throws IOException, InterruptedException {
        Path told = Files.createTempFile("workbench", ".txt");
        try {
            Process process = builder("false", words)
                    .redirectOutput(told.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("tickmark " + String.join(" ", words) + " did not end within " + PATIENCE);
            }
            String out = Files.readString(told, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException("tickmark " + String.join(" ", words) + " ended with exit code "
                        + process.exitValue() + ":\n" + out);
            }
            return out;
        } finally {
            Files.delete(told);
        }
    }

    /** Starts the server, and returns its address once it is ready. */
    String serve() throws IOException, InterruptedException {
        server = builder("true", "server", "--no-shell")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new IOException("The server has not come up; see " + data.resolve("log"));
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return address();
    }

    private boolean isReady() throws IOException, InterruptedException {
        if (!Files.exists(data.resolve("web.address"))) {
            return false;
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address() + "/readyz")).build();
        return client.send(request, BodyHandlers.discarding()).statusCode() == READY;
    }

    private String address() throws IOException {
        return Files.readString(data.resolve("web.address")).strip().replaceFirst("/$", "");
    }

    private ProcessBuilder builder(String web, String... words) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/tickmark").toString(), "--data", data.toString(), "--plugins", data + "-plugins"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TICKMARK_"));
        builder.environment()
                .putAll(Map.of(
                        "TICKMARK_HTTP_ENABLED",
                        web,
                        "TICKMARK_HTTP_PORT",
                        "0",
                        "TICKMARK_IMPORT_FOLDERS",
                        data.getParent().toString()));
        return builder;
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
            server.onExit().join();
        }
    }
}
