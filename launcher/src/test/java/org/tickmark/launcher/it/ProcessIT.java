package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as processes of the operating system, as its users meet it. */
class ProcessIT {
    @TempDir
    static Path common;

    @TempDir
    Path temp;

    /** What all use that ask a server something and leave it as it is. */
    private static Tickmark shared;

    private static Running sharedServer;

    private Tickmark tickmark;

    @BeforeAll
    static void startServer() throws Exception {
        shared = new Tickmark(common);
        sharedServer = shared.server();
    }

    @AfterAll
    static void killServer() throws InterruptedException {
        shared.killAll();
    }

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
    void theClassesOfAWarmUpAreUsed() throws Exception {
        Path maps = Path.of("/proc/" + sharedServer.pid() + "/maps");
        assumeThat(maps).exists();

        assertThat(Files.readString(maps))
                .contains(Tickmark.CLASSES.toRealPath().toString());
    }

    @Test
    void classesThatDoNotFitArePassedOver() throws Exception {
        Path home = Files.createDirectory(temp.resolve("home"));
        for (String part : List.of("bin", "boot")) {
            Trees.copy(Tickmark.HOME.resolve(part), home.resolve(part));
        }
        Path classes = home.resolve("boot").resolve(Tickmark.CLASSES.getFileName());
        Files.deleteIfExists(classes);
        Files.writeString(classes, "of another world");

        Running version =
                tickmark.startProgram(List.of(home.resolve("bin/tickmark").toString(), "--version"));

        assertThat(version.end()).isEqualTo(new Result(0, "Tickmark " + Tickmark.VERSION + "\n", ""));
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
    void aServerStopsInOrderOnSigtermAndStartsAgainFromItsCacheAndStopsOnSigint() throws Exception {
        Running cold = tickmark.server();
        assertThat(cold.out()).contains(tickmark.data().toString());

        cold.signal("TERM");
        assertThat(cold.end().exitCode()).isZero();
        assertThat(tickmark.data().resolve("tickmark.sock")).doesNotExist();
        assertThat(tickmark.data().resolve("cache/stamp")).exists();

        Running warm = tickmark.server();
        assertThat(tickmark.data().resolve("cache/stamp")).doesNotExist();
        warm.signal("INT");
        assertThat(warm.end().exitCode()).isZero();
    }

    @Test
    void theSecondServerOnADirectoryIsToldWhoHoldsIt() throws Exception {
        Result second = shared.run("server");

        assertThat(second.exitCode()).isEqualTo(6);
        assertThat(second.err()).contains("process id " + sharedServer.pid());
        assertThat(sharedServer.isAlive()).isTrue();
    }

    @Test
    void a39_theDataDirectoryIsItsOwnersAlone() throws Exception {
        assertThat(mode(shared.data())).isEqualTo("rwx------");
        assertThat(mode(shared.data().resolve("tickmark.sock"))).isEqualTo("rw-------");
    }

    @Test
    void aCommandIsTheSameWithAndWithoutAServer() throws Exception {
        Result alone = tickmark.run("-c", "sys version -o json");
        Result attached = shared.run("-c", "sys version -o json");

        assertThat(alone.exitCode()).isZero();
        assertThat(alone.out()).startsWith("{").contains(Tickmark.VERSION);
        assertThat(attached).isEqualTo(alone);
        assertThat(sharedServer.isAlive()).isTrue();
    }

    @Test
    void theExitCodeIsTheCommands() throws Exception {
        assertThat(shared.run("nonsense").exitCode()).isEqualTo(2);
        assertThat(shared.run("-c", "nonsense").exitCode()).isEqualTo(2);
        assertThat(shared.run("/AB").exitCode()).isEqualTo(2);
        assertThat(shared.run("/a", "-o", "json").exitCode()).isZero();
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
        Path file = Files.writeString(temp.resolve("lines"), "sys version\nsys version\n");

        assertThat(ok(shared.run("-f", file.toString())).lines()).hasSize(2);
        Running piped = shared.start("-f", "-");
        piped.input("sys version\n");
        assertThat(ok(piped.end())).contains(Tickmark.VERSION);
        assertThat(shared.run("-f", "nowhere").exitCode()).isEqualTo(2);
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
        String program = Tickmark.HOME.resolve("bin/tickmark").toString();
        Running pipe = shared.startProgram(List.of(
                "bash",
                "-c",
                "\"$0\" --data \"$1\" config show | true; echo \"${PIPESTATUS[0]}\"",
                program,
                shared.data().toString()));

        Result result = pipe.end();

        assertThat(result.out()).containsAnyOf("0\n", "141\n");
        assertThat(result.err()).isEmpty();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
