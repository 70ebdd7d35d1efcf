package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as processes of the operating system, as its users meet it. */
class ProcessIT {
    @TempDir
    Path temp;

    private Tickmark tickmark;

    @BeforeEach
    void create() throws IOException {
        tickmark = new Tickmark(temp);
    }

    @AfterEach
    void killAll() throws InterruptedException {
        tickmark.killAll();
    }

    @Test
    void tellsItsVersionWithoutTouchingTheDataDirectory() throws Exception {
        assertThat(ok(tickmark.run("--version"))).isEqualTo("Tickmark " + Tickmark.VERSION + "\n");
        assertThat(tickmark.data()).doesNotExist();
    }

    @Test
    void helpsInThreeLanguages() throws Exception {
        assertThat(ok(tickmark.run("--help"))).startsWith("Usage: tickmark");
        assertThat(ok(tickmark.run("--lang", "nb", "/?"))).startsWith("Bruk: tickmark");
        assertThat(ok(tickmark.run("--lang", "sv", "--help"))).startsWith("Användning: tickmark");
    }

    @Test
    void aWrongCommandLineIsAUsageError() throws Exception {
        Result result = tickmark.run("/A", "/U");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("/A and /U exclude each other");
    }

    @Test
    void aServerStopsInOrderOnSigterm() throws Exception {
        Running server = tickmark.server();
        assertThat(server.out()).contains(tickmark.data().toString());

        server.signal("TERM");

        assertThat(server.end().exitCode()).isZero();
        assertThat(tickmark.data().resolve("tickmark.sock")).doesNotExist();
    }

    @Test
    void aServerStopsInOrderOnSigint() throws Exception {
        Running server = tickmark.server();

        server.signal("INT");

        assertThat(server.end().exitCode()).isZero();
    }

    @Test
    void theSecondServerOnADirectoryIsToldWhoHoldsIt() throws Exception {
        Running first = tickmark.server();

        Result second = tickmark.run("server");

        assertThat(second.exitCode()).isEqualTo(6);
        assertThat(second.err()).contains("process id " + first.pid());
        assertThat(first.isAlive()).isTrue();
    }

    @Test
    void theDataDirectoryIsItsOwnersAlone() throws Exception {
        tickmark.server();

        assertThat(mode(tickmark.data())).isEqualTo("rwx------");
        assertThat(mode(tickmark.data().resolve("tickmark.sock"))).isEqualTo("rw-------");
    }

    @Test
    void startsAgainFromItsCacheAndAfterAKill() throws Exception {
        Running cold = tickmark.server();
        cold.signal("TERM");
        cold.end();
        assertThat(tickmark.data().resolve("cache/stamp")).exists();

        Running warm = tickmark.server();
        assertThat(tickmark.data().resolve("cache/stamp")).doesNotExist();
        warm.kill();

        assertThat(tickmark.server().isAlive()).isTrue();
    }

    @Test
    void aCommandIsTheSameWithAndWithoutAServer() throws Exception {
        Result alone = tickmark.run("-c", "sys version -o json");
        Running server = tickmark.server();
        Result attached = tickmark.run("-c", "sys version -o json");

        assertThat(alone.exitCode()).isZero();
        assertThat(alone.out()).startsWith("{").contains(Tickmark.VERSION);
        assertThat(attached).isEqualTo(alone);
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void theExitCodeIsTheCommands() throws Exception {
        tickmark.server();

        assertThat(tickmark.run("nonsense").exitCode()).isEqualTo(2);
        assertThat(tickmark.run("-c", "nonsense").exitCode()).isEqualTo(2);
        assertThat(tickmark.run("/AB").exitCode()).isEqualTo(2);
        assertThat(tickmark.run("/a", "-o", "json").exitCode()).isZero();
    }

    @Test
    void aRuleIsAskedWithoutAnyData() throws Exception {
        Result result = tickmark.run(
                "recur",
                "next",
                "--dtstart",
                "TZID=Europe/Oslo:20250106T090000",
                "--rrule",
                "FREQ=MONTHLY;BYDAY=-1FR",
                "-n",
                "1",
                "-o",
                "json");

        assertThat(ok(result))
                .isEqualToIgnoringWhitespace("[{\"local\": \"2025-01-31T09:00:00\", \"zone\": \"Europe/Oslo\","
                        + " \"instant\": \"2025-01-31T08:00:00Z\"}]");
    }

    @Test
    void linesComeFromAFileOrTheStandardInput() throws Exception {
        tickmark.server();
        Path file = Files.writeString(temp.resolve("lines"), "sys version\nsys version\n");

        assertThat(ok(tickmark.run("-f", file.toString())).lines()).hasSize(2);
        Running piped = tickmark.start("-f", "-");
        piped.input("sys version\n");
        assertThat(ok(piped.end())).contains(Tickmark.VERSION);
        assertThat(tickmark.run("-f", "nowhere").exitCode()).isEqualTo(2);
    }

    @Test
    void twoCommandsAtOnceBothSucceed() throws Exception {
        Running one = tickmark.start("unit", "list", "-o", "json");
        Running other = tickmark.start("unit", "list", "-o", "json");

        assertThat(ok(one.end())).isEqualToIgnoringWhitespace("[]");
        assertThat(ok(other.end())).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void stopsAndTellsWhetherItRuns() throws Exception {
        assertThat(tickmark.run("status").exitCode()).isEqualTo(1);
        assertThat(tickmark.run("stop").exitCode()).isZero();
        assertThat(tickmark.data()).doesNotExist();
        Running server = tickmark.server();

        assertThat(ok(tickmark.run("status"))).contains(Long.toString(server.pid()));
        assertThat(tickmark.run("stop").exitCode()).isZero();

        assertThat(server.end().exitCode()).isZero();
        assertThat(tickmark.run("status").exitCode()).isEqualTo(1);
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        Running server = tickmark.server();
        ok(tickmark.run("unit", "add", "NORD", "Nordlys AS", "NOK"));

        server.kill();

        assertThat(ok(tickmark.run("unit", "list", "-o", "json"))).contains("Nordlys AS");
        tickmark.server();
        assertThat(ok(tickmark.run("unit", "list", "-o", "json"))).contains("Nordlys AS");
    }

    @Test
    void aWrongSettingIsNamed() throws Exception {
        Result result = tickmark.with("TICKMARK_STORE_URL", "jdbc:oracle:thin:@db:1521/x")
                .run("unit", "list");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("TICKMARK_STORE_URL").contains("jdbc:oracle");
    }

    @Test
    void aDataDirectoryMayLieDeep() throws Exception {
        Path deep = temp.resolve("a-rather-long-name-for-a-folder/".repeat(6));
        Tickmark there = new Tickmark(Files.createDirectories(deep));
        try {
            Running server = there.server();
            assertThat(there.data().toString()).hasSizeGreaterThan(108);
            assertThat(ok(there.run("sys", "version"))).contains(Tickmark.VERSION);
            assertThat(ok(there.run("status"))).contains(Long.toString(server.pid()));
        } finally {
            there.killAll();
        }
    }

    @Test
    void endsQuietlyWhenNobodyReadsTheOutput() throws Exception {
        tickmark.server();
        String program = Tickmark.HOME.resolve("bin/tickmark").toString();
        Running pipe = tickmark.startProgram(List.of(
                "bash",
                "-c",
                "\"$0\" --data \"$1\" config show | true; echo \"${PIPESTATUS[0]}\"",
                program,
                tickmark.data().toString()));

        Result result = pipe.end();

        assertThat(result.out()).containsAnyOf("0\n", "141\n");
        assertThat(result.err()).isEmpty();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
