package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
