package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;

/**
 * Nodes at work are killed, halted past their leases, and lose the replies to their commits, while tasks fire every second: nothing is
 * lost, nothing runs twice under one right, and what follows follows once. The system property {@code tickmark.faults} says how often
 * something strikes, from a few times for every build to as often as patience allows; what struck is written to {@code target/faults.txt}.
 */
class NodesIT {
    private static final int FAULTS = Integer.getInteger("tickmark.faults", 5);
    private static final long SEED = Long.getLong("tickmark.faults.seed", 1);
    private static final Path HTTP = Path.of(System.getProperty("tickmark.example.http"));
    private static final Path REPORT = Path.of("target/faults.txt");
    /** So that each commit is a statement of that name. */
    private static final String PLAIN = "?prepareThreshold=0";

    private static final String USER = "postgres";
    private static final String MOST_LISTED = "10000";

    private static final List<String> TASKS = List.of("alone", "beside", "newest", "none");

    @TempDir
    Path temp;

    private final Random random = new Random(SEED * 0x9E3779B97F4A7C15L);
    private OtherSide otherSide;
    private NodeCrew crew;

    @AfterEach
    void close() throws InterruptedException {
        if (crew != null) {
            crew.killAll();
        }
        if (otherSide != null) {
            otherSide.close();
        }
    }

    @Test
    void nodesThatShareADatabaseLoseNothingAndDoNothingTwice() throws Exception {
        otherSide = new OtherSide(SEED);
        try (DatabaseFixture database = DatabaseFixture.postgres();
                CommitCutter cutter = new CommitCutter(port(database))) {
            crew = new NodeCrew(random, cutter::arm);
            for (int i = 0; i < 3; i++) {
                crew.add(
                        new Tickmark(temp.resolve("node-" + i))
                                .with("TICKMARK_STORE_URL", url(database, cutter))
                                .with("TICKMARK_STORE_USER", USER)
                                .with("TICKMARK_SCHEDULER_IDENTITY", "nodes")
                                .with("TICKMARK_SCHEDULER_NODE", "node-" + i),
                        HTTP);
            }
            begin();
            strike("postgresql");
            cutter.disarm();
            end();
            try (Connection connection =
                    DriverManager.getConnection(database.store().url().toString(), USER, "")) {
                Waiting.until(() -> "the last runs: " + live(connection), () -> live(connection) == 0);
                check(RunBooks.read(connection), true);
                note("\n" + cutter);
            }
        }
    }

    @Test
    void aNodeWithADatabaseOfItsOwnLosesNothingAndDoesNothingTwice() throws Exception {
        otherSide = new OtherSide(SEED);
        crew = new NodeCrew(random, () -> {});
        Tickmark tickmark = new Tickmark(temp.resolve("node"));
        crew.add(tickmark, HTTP);
        begin();
        strike("h2");
        end();
        awaitEndOf(tickmark);
        crew.stop();
        check(StoreImage.read(tickmark.data(), RunBooks::read), false);
    }

    private static int port(DatabaseFixture database) {
        return Integer.parseInt(database.store().url().toString().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    private static String url(DatabaseFixture database, CommitCutter cutter) {
        return database.store().url().toString().replaceAll(":\\d+/", ":" + cutter.port() + "/") + PLAIN;
    }

    private static long live(Connection connection) throws SQLException {
        return Sql.on(connection, "select count(*) as live from run").one(row -> row.number("live"));
    }

    /** What struck often has left many runs behind, so this takes as long as some of them end. */
    private static void awaitEndOf(Tickmark tickmark) throws Exception {
        for (long left = underWay(tickmark); left > 0; left = underWay(tickmark)) {
            long before = left;
            Waiting.until(() -> "the end of one of " + before + " runs", () -> underWay(tickmark) < before);
        }
    }

    private static long underWay(Tickmark tickmark) throws IOException, InterruptedException {
        return ok(tickmark.run("run", "list", "--outcome", "under-way", "--limit", MOST_LISTED, "-o", "csv"))
                        .lines()
                        .count()
                - 1;
    }

    /** Tasks that fire every second, with one way each to treat what is late or busy, and one that follows each. */
    private void begin() throws Exception {
        StringBuilder text = new StringBuilder("tasks:\n");
        add(text, "alone", "when-busy: queue", "policy: all\n      most: 1000");
        add(text, "beside", "when-busy: allow", "policy: all\n      most: 1000");
        add(text, "newest", "when-busy: skip", "policy: latest");
        add(text, "none", "when-busy: queue", "policy: none");
        Path file = Files.writeString(temp.resolve("tasks.yaml"), text);
        ok(crew.first().run("config", "apply", file.toString()));
    }

    private void add(StringBuilder text, String name, String whenBusy, String catchUp) {
        text.append("""
              - name: %1$s
                executor: http
                parameters:
                  url: %2$s
                schedule: "* * * * * ?"
                zone: UTC
                catch-up:
                  %4$s
                %3$s
                lock: PT30S
                retry:
                  most: 5
                  delay: PT1S
              - name: after-%1$s
                executor: http
                parameters:
                  url: %2$s
                zone: UTC
                after:
                  tasks:
                    - %1$s
                when-busy: allow
                lock: PT30S
                retry:
                  most: 5
                  delay: PT1S
            """.formatted(name, otherSide.url(), whenBusy, catchUp));
    }

    private void strike(String store) throws Exception {
        Files.writeString(
                REPORT, "\n" + store + ", seed " + SEED + ":", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        for (int i = 1; i <= FAULTS; i++) {
            note("\n" + i + ": " + crew.strike());
        }
    }

    private void end() throws Exception {
        crew.calm();
        for (String task : TASKS) {
            ok(crew.first().run("task", "disable", task));
        }
    }

    private void check(RunBooks books, boolean leased) throws IOException {
        List<OtherSide.Call> calls = new ArrayList<>(otherSide.calls());
        note("\n" + books.states() + ", " + calls.size() + " calls");
        assertThat(books.complaints(calls, List.of("alone", "newest", "none"), leased))
                .isEmpty();
        assertThat(books.states()).containsKey("SUCCEEDED").containsKey("FAILED");
    }

    private static void note(String text) throws IOException {
        Files.writeString(REPORT, text, StandardOpenOption.APPEND);
    }
}
