package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks in the packed program: they fire, are started, wait for their executor, and outlive plugins and processes. */
class TaskIT {
    private static final Path HTTP = Path.of(System.getProperty("tickmark.example.http"));

    @TempDir
    static Path common;

    @TempDir
    Path temp;

    /** What all use that neither end their server nor take an executor away. */
    private static Tickmark shared;

    private Tickmark tickmark;
    private Path attempts;
    private Path until;

    @BeforeAll
    static void startServer() throws Exception {
        shared = new Tickmark(common);
        shared.server();
    }

    @AfterAll
    static void killServer() throws InterruptedException {
        shared.killAll();
    }

    @BeforeEach
    void begin() {
        tickmark = shared;
        attempts = temp.resolve("attempts");
        until = temp.resolve("until");
    }

    private Running startOwnServer() throws Exception {
        tickmark = new Tickmark(temp).with("TICKMARK_SCHEDULER_STOP_PATIENCE", "PT2S");
        return tickmark.server();
    }

    @AfterEach
    void killOwnServer() throws InterruptedException {
        if (tickmark != shared) {
            tickmark.killAll();
        }
    }

    @Test
    void aTaskFiresByItself() throws Exception {
        deployPatient();
        Files.createFile(until);
        addPatient("tick", "--schedule", "0/2 * * * * ?");

        awaitOutput("succeeded", "run", "list", "-t", "tick", "-o", "csv");
        awaitAttempts(2);
        assertThat(Files.readAllLines(attempts)).allMatch(line -> line.endsWith(" 1 SCHEDULE"));
        ok(tickmark.run("task", "disable", "tick"));
        assertThat(ok(tickmark.run("task", "list", "-o", "csv"))).contains("tick,off,");
    }

    @Test
    void aTaskIsStartedNowAndTheExitCodeTellsHowItEnded() throws Exception {
        deployPatient();
        addPatient("now");
        Files.createFile(until);

        Result good = tickmark.run("task", "run", "now", "--wait", "-o", "json");
        assertThat(good.exitCode()).as(good.err()).isZero();
        assertThat(good.out()).contains("\"state\": \"succeeded\"").contains("\"received\": 2");
        assertThat(good.err()).contains("succeeded");

        Files.writeString(until, "no such customer");
        Result bad = tickmark.run("task", "run", "now", "--wait");
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.err()).contains("no such customer");
        String runs = ok(tickmark.run("run", "list", "-t", "now", "-s", "failed", "-o", "csv", "--no-headers"));
        assertThat(ok(tickmark.run("run", "log", runs.substring(0, runs.indexOf(',')))))
                .contains("Attempt 1");
        assertThat(ok(tickmark.run("task", "list", "-s", "failing", "-o", "csv")))
                .contains("now");
    }

    @Test
    void theSameWishStartsATaskOnce() throws Exception {
        deployPatient();
        addPatient("wished");
        Files.createFile(until);

        String first = ok(tickmark.run("task", "run", "wished", "--request", "ticket-1"));
        assertThat(ok(tickmark.run("task", "run", "wished", "--request", "ticket-1")))
                .isEqualTo(first);
        awaitOutput("succeeded", "run", "list", "-t", "wished", "-o", "csv");
        assertThat(Files.readAllLines(attempts)).hasSize(1);
    }

    @Test
    void aRunWaitsForItsExecutorToCome() throws Exception {
        HttpServer otherSide = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        otherSide.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        otherSide.start();
        try {
            String url = "url=http://127.0.0.1:" + otherSide.getAddress().getPort() + "/";
            Result added = tickmark.run("task", "add", "ping", "--executor", "http", "-p", url);
            assertThat(added.exitCode()).isZero();
            assertThat(added.err()).contains("warning: ").contains("http");
            assertThat(ok(tickmark.run("task", "list", "-s", "waiting", "-o", "csv")))
                    .contains("ping");
            String run = ok(tickmark.run("task", "run", "ping")).strip();
            assertThat(ok(tickmark.run("run", "show", run, "-o", "json"))).contains("\"waiting\"");

            Jars.drop(HTTP, tickmark.plugins().resolve("http.jar"));

            awaitOutput("\"succeeded\"", "run", "show", run, "-o", "json");
            assertThat(ok(tickmark.run("run", "show", run, "-o", "json"))).contains("\"status\": \"204\"");
        } finally {
            otherSide.stop(0);
        }
    }

    @Test
    void aRunOfAnExecutorThatGoesIsRunAgainByTheNextOne() throws Exception {
        startOwnServer();
        Path dropped = deployPatient();
        addPatient("interrupted");
        String run = ok(tickmark.run("task", "run", "interrupted")).strip();
        awaitAttempts(1);

        Files.delete(dropped);
        awaitOutput("\"lost\"", "run", "show", run, "-o", "json");
        Files.createFile(until);
        deployPatient();

        awaitAttempts(2);
        awaitOutput("succeeded", "run", "list", "-t", "interrupted", "-o", "csv");
        assertSameOccurrenceTwice();
    }

    @Test
    void aRunOfAServerThatWasKilledIsRunAgainByTheNextOne() throws Exception {
        Running server = startOwnServer();
        deployPatient();
        addPatient("survivor");
        String run = ok(tickmark.run("task", "run", "survivor")).strip();
        awaitAttempts(1);

        server.kill();
        Files.createFile(until);
        tickmark.server();

        awaitAttempts(2);
        awaitOutput("succeeded", "run", "list", "-t", "survivor", "-o", "csv");
        assertThat(ok(tickmark.run("run", "show", run, "-o", "json"))).contains("\"lost\"");
        assertSameOccurrenceTwice();
    }

    @Test
    void aRunIsFollowedAndCancelled() throws Exception {
        deployPatient();
        addPatient("long");
        String run = ok(tickmark.run("task", "run", "long")).strip();
        Running follower = tickmark.start("run", "log", run, "-f");
        follower.awaitOut("Attempt 1");

        ok(tickmark.run("run", "cancel", run, "--reason", "enough"));

        Result followed = follower.end();
        assertThat(followed.exitCode()).isZero();
        assertThat(followed.err()).contains("cancelled");
    }

    @Test
    void definitionsGoOutAndComeBack() throws Exception {
        deployPatient();
        addPatient("round", "--schedule", "weekdays at 06:00", "--zone", "Europe/Oslo", "--tag", "t", "--lock", "30m");
        String text = ok(tickmark.run("task", "export"));
        Path file = Files.writeString(temp.resolve("tasks.yaml"), text);

        ok(tickmark.run("task", "delete", "round", "-y"));
        ok(tickmark.run("config", "apply", file.toString()));

        assertThat(ok(tickmark.run("task", "export"))).isEqualTo(text);
        assertThat(ok(tickmark.run("task", "revisions", "round", "-o", "csv"))).contains("os:");
    }

    @Test
    void nextTimesAreToldWithoutATask() throws Exception {
        String json = ok(tickmark.run(
                "task",
                "next",
                "0 6 * * 1-5",
                "-n",
                "2",
                "--zone",
                "Europe/Oslo",
                "--from",
                "2026-11-27T12:00",
                "-o",
                "json"));
        assertThat(json).isEqualTo("""
                [
                  {
                    "local": "2026-11-30T06:00:00",
                    "zone": "Europe/Oslo",
                    "instant": "2026-11-30T05:00:00Z"
                  },
                  {
                    "local": "2026-12-01T06:00:00",
                    "zone": "Europe/Oslo",
                    "instant": "2026-12-01T05:00:00Z"
                  }
                ]
                """);
    }

    @Test
    void figuresAreThereForPrometheus() throws Exception {
        assertThat(ok(tickmark.run("sys", "metrics"))).contains("# TYPE tickmark_");
        assertThat(ok(tickmark.run("sys", "nodes", "-o", "csv"))).contains("import-and-reconcile");
    }

    private Path deployPatient() throws Exception {
        Path dropped = tickmark.plugins().resolve("patient.jar");
        if (Files.exists(dropped)) {
            return dropped;
        }
        Path jar = Jars.bundle(
                temp.resolve("patient.jar"),
                Map.of(
                        "Bundle-SymbolicName", "com.example.patient",
                        "Bundle-Version", "1.0.0",
                        "Bundle-Activator", PatientExecutor.class.getName(),
                        "Import-Package",
                                "org.osgi.framework,org.tickmark.api,org.tickmark.api.task,org.tickmark.api.message"),
                PatientExecutor.class);
        Jars.drop(jar, dropped);
        awaitOutput("patient", "task", "executors", "-o", "csv");
        return dropped;
    }

    private void addPatient(String name, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "task", "add", name, "--executor", "patient", "-p", "attempts=" + attempts, "-p", "until=" + until));
        words.addAll(List.of(options));
        ok(tickmark.run(words.toArray(String[]::new)));
    }

    private void awaitAttempts(int number) throws Exception {
        Waiting.until(
                () -> number + " attempts: " + tickmark.run("run", "list"),
                () -> Files.exists(attempts) && Files.readAllLines(attempts).size() >= number);
    }

    private void assertSameOccurrenceTwice() throws IOException {
        List<String> lines = Files.readAllLines(attempts);
        String occurrence = lines.get(0).substring(0, lines.get(0).indexOf(' '));
        assertThat(lines).containsExactly(occurrence + " 1 NOW", occurrence + " 2 RETRY");
    }

    private void awaitOutput(String wanted, String... words) throws Exception {
        Waiting.until(
                () -> "'" + wanted + "' in: " + tickmark.run(words),
                () -> tickmark.run(words).out().contains(wanted));
    }
}
