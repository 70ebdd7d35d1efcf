package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Looking after the packed program: doctor, paths, units, backups and putting them back. The tests share one server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsIT {
    private static final int KILLS = Integer.getInteger("tickmark.backup.kills", 1);
    private static final int MOST_NANOS = 400_000_000;
    private static final String DATABASE = "tickmark.mv.db";
    private static final String COMPANY = """
            units:
              - code: "100"
                name: Fjordlys AS
                currency: NOK
                accounts:
                  - code: bank
                    side: bank
            imports:
              - name: bank
                unit: "100"
                source: in/bank
                archive: archive/bank
                background: true
            tasks:
              - name: night
                executor: import-and-reconcile
                schedule: every day at 5
                zone: Europe/Oslo
            """;

    @TempDir
    private static Path temp;

    private Tickmark tickmark;

    @BeforeAll
    void start() throws Exception {
        tickmark = new Tickmark(temp.resolve("one"));
        tickmark.server();
        Path company = Files.writeString(temp.resolve("company.yaml"), COMPANY);
        ok(tickmark.run("config", "apply", company.toString()));
    }

    @AfterAll
    void stop() throws InterruptedException {
        tickmark.killAll();
    }

    @Test
    void doctorAndPathsTellAFolderThatIsMissingUntilItIsMade() throws Exception {
        Result doctor = tickmark.run("doctor", "-o", "json");
        assertThat(doctor.exitCode()).as(doctor.err()).isEqualTo(5);
        for (String check : List.of(
                "backups",
                "clock",
                "database",
                "folders",
                "groups",
                "imports",
                "java",
                "mail",
                "night",
                "plugins",
                "secrets",
                "settings",
                "tasks")) {
            assertThat(doctor.out()).contains("\"check\": \"" + check + "\"");
        }
        assertThat(doctor.out()).doesNotContain("health.hung").doesNotContain("health.failed");
        assertThat(tickmark.run("paths", "test").exitCode()).isEqualTo(5);

        Files.createDirectories(tickmark.data().resolve("in/bank"));
        Files.createDirectories(tickmark.data().resolve("archive/bank"));

        assertThat(ok(tickmark.run("paths", "test", "-o", "csv")))
                .contains("data.writable")
                .contains("archive.writable");
        ok(tickmark.run("doctor"));
        ok(tickmark.run("sys", "health"));
    }

    @Test
    void unitsForSystemdAreWrittenForThisInstallation() throws Exception {
        Path units = Files.createDirectory(temp.resolve("units"));

        ok(tickmark.run("service", "install", units.toString(), "--user", "tickmark"));

        assertThat(units.resolve("tickmark.service"))
                .content()
                .contains(Tickmark.HOME.resolve("bin/tickmark").toString())
                .contains("ReadWritePaths=\"" + tickmark.data() + "\"");
        assertThat(ok(tickmark.run("service", "print-task"))).contains("<ScheduleByDay>");
    }

    @Test
    void aBackupIsMadeWhileAllGoesOnAndPutBackElsewhere() throws Exception {
        Path backups = Files.createDirectory(temp.resolve("backups"));
        ok(tickmark.run("backup", backups.toString()));
        Path backup = only(backups);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");

        assertThat(tickmark.run("restore", backup.toString(), "--force").exitCode())
                .as("a running server is in the way")
                .isEqualTo(6);
        Result verified = tickmark.run("restore", backup.toString(), "--verify");
        assertThat(ok(verified)).contains("unit");
        assertThat(verified.err()).contains("The copy is whole");
        assertThat(folders(tickmark.data(), "restore-")).isEmpty();

        Tickmark other = new Tickmark(temp.resolve("other"));
        Files.createDirectories(other.data());
        Files.writeString(other.data().resolve(DATABASE), "the old one");
        assertThat(other.run("restore", backup.toString()).exitCode()).isEqualTo(2);
        assertThat(other.run("restore", cut(backup).toString(), "--force").exitCode())
                .isEqualTo(1);
        assertThat(other.data().resolve(DATABASE)).hasContent("the old one");

        ok(other.run("restore", backup.toString(), "--force"));
        assertThat(folders(other.data(), "before-restore-"))
                .singleElement()
                .satisfies(kept -> assertThat(kept.resolve(DATABASE)).hasContent("the old one"));
        assertThat(folders(other.data(), "restore-")).isEmpty();

        noKillLeavesAHalfBackup(other);
        Result held = other.run("-c", "doctor tasks -o json; unit list -o json");
        assertThat(held.out()).contains("tasks.held").contains("Fjordlys AS");
        assertThat(ok(tickmark.run("doctor", "tasks", "-o", "json"))).doesNotContain("tasks.held");
        other.killAll();
    }

    private void noKillLeavesAHalfBackup(Tickmark other) throws Exception {
        Random random = new Random(1);
        Path target = Files.createDirectory(temp.resolve("killed"));
        for (int i = 0; i < KILLS; i++) {
            Path work = other.data().resolve("backup-work");
            Trees.delete(work);
            Running running = other.start("backup", target.toString());
            Waiting.until(() -> "a backup to begin", () -> Files.exists(work) || !running.isAlive());
            LockSupport.parkNanos(random.nextInt(MOST_NANOS));
            running.kill();
            for (Path made : visible(target)) {
                ok(tickmark.run("restore", made.toString(), "--verify"));
                Files.delete(made);
            }
        }
    }

    private static Path only(Path folder) throws IOException {
        assertThat(visible(folder)).hasSize(1);
        return visible(folder).get(0);
    }

    private static List<Path> visible(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static List<Path> folders(Path data, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    /** The backup as a disk that is full would leave it. */
    private Path cut(Path backup) throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        return Files.write(temp.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
    }
}
