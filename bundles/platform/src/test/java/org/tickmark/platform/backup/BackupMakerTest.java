package org.tickmark.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Backups.Backup;
import org.tickmark.api.host.Locks;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.Settings;
import org.tickmark.kit.backup.BackupManifest;
import org.tickmark.kit.backup.BackupReader;
import org.tickmark.platform.database.DatabaseCopy;
import org.tickmark.testkit.ManualClock;

final class BackupMakerTest {
    private static final String SECRET = "hunter2";

    @TempDir
    private Path folder;

    private final ManualClock clock = ManualClock.at("2026-11-27T03:15:00Z");
    private Path config;
    private Path plugins;
    private Path target;

    @BeforeEach
    void prepare() throws IOException {
        config = Files.createDirectory(folder.resolve("etc"));
        plugins = Files.createDirectory(folder.resolve("plugins"));
        target = Files.createDirectory(folder.resolve("backups"));
    }

    @Test
    void holdsTheDatabaseTheConfigurationAndThePlugins() throws IOException {
        Files.writeString(config.resolve("tickmark.properties"), "mail.host = mail.example.org\n");
        Files.writeString(config.resolve("logback.xml"), "<configuration/>");
        Files.writeString(plugins.resolve("pipe.jar"), "jar");
        Files.writeString(plugins.resolve(".half.jar"), "half");

        Backup backup = make(OptionalInt.empty());

        assertThat(backup.file()).hasFileName("tickmark-20261127T031500000Z.zip");
        assertThat(backup.rows()).contains(7L);
        try (BackupReader reader = BackupReader.open(backup.file())) {
            reader.verify();
            assertThat(reader.manifest().files())
                    .containsOnlyKeys(
                            BackupManifest.H2_FILE, "etc/tickmark.properties", "etc/logback.xml", "plugins/pipe.jar");
            assertThat(reader.manifest().madeAt()).isEqualTo(clock.instant());
        }
    }

    @Test
    void a28_holdsNoSecretOfTheConfiguration() throws IOException {
        Files.writeString(
                config.resolve("tickmark.properties"),
                "mail.host = mail.example.org\nstore.password = " + SECRET + "\nmial.password = " + SECRET + "\n# once "
                        + SECRET + "\n");

        Backup backup = make(OptionalInt.empty());

        Path out = folder.resolve("out");
        try (BackupReader reader = BackupReader.open(backup.file())) {
            reader.extract("etc/tickmark.properties", out);
        }
        assertThat(out).hasContent("""
                        mail.host = mail.example.org
                        # store.password was left out of the backup
                        # store.url was left out of the backup
                        # mial.password was left out of the backup
                        """);
        assertThat(backup.problems()).singleElement().satisfies(problem -> assertThat(problem.found())
                .contains("store.password, store.url, mial.password"));
    }

    @Test
    void keepsTheNewestAndNothingThatItDidNotMake() throws IOException {
        Path foreign = Files.writeString(target.resolve("tickmark-notes.zip"), "mine");
        for (int day = 0; day < 5; day++) {
            make(OptionalInt.of(3));
            clock.advance(Duration.ofDays(1));
        }
        assertThat(names())
                .containsExactly(
                        "tickmark-20261129T031500000Z.zip",
                        "tickmark-20261130T031500000Z.zip",
                        "tickmark-20261201T031500000Z.zip",
                        foreign.getFileName().toString());
    }

    @Test
    void twoOfTheSameMomentAreTwo() throws IOException {
        make(OptionalInt.empty());
        make(OptionalInt.empty());

        assertThat(names()).containsExactly("tickmark-20261127T031500000Z.zip", "tickmark-20261127T031500001Z.zip");
    }

    @Test
    void leavesNothingWhenItIsCancelled() {
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> maker(free())
                .make(new BackupFolder(target), OptionalInt.empty(), Progress.NONE, () -> true));
        assertThat(target).isEmptyDirectory();
        assertThat(folder.resolve("work")).doesNotExist();
    }

    @Test
    void whatAKilledProcessLeftIsNoBackupAndGoesAfterADay() throws IOException {
        Path left = Files.writeString(target.resolve(".tickmark-20261126T031500000Z.zip.part"), "half");
        Files.setLastModifiedTime(left, FileTime.from(clock.instant().minus(Duration.ofHours(23))));
        make(OptionalInt.empty());
        assertThat(left).exists();
        assertThat(new BackupFolder(target).moments()).containsExactly(Instant.parse("2026-11-27T03:15:00Z"));

        clock.advance(Duration.ofHours(2));
        make(OptionalInt.empty());
        assertThat(left).doesNotExist();
    }

    @Test
    void oneIsMadeAtATime() {
        Locks taken = (name, patience, cancel) -> Optional.empty();

        assertThatExceptionOfType(TickmarkException.class)
                .isThrownBy(() -> maker(taken)
                        .make(new BackupFolder(target), OptionalInt.empty(), Progress.NONE, CancelToken.NEVER))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("backup.locked"));
    }

    private Backup make(OptionalInt keep) throws IOException {
        return maker(free()).make(new BackupFolder(target), keep, Progress.NONE, CancelToken.NEVER);
    }

    private BackupMaker maker(Locks locks) {
        BackupMaker.Sources sources = new BackupMaker.Sources(
                "Tickmark 1", folder.resolve("work"), Optional.of(config), plugins, new FileSettings(config));
        return new BackupMaker(new Database(), sources, locks, clock);
    }

    private static Locks free() {
        return (name, patience, cancel) -> Optional.of(() -> {});
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A database of seven rows. */
    private static final class Database implements DatabaseCopy {
        @Override
        public String kind() {
            return BackupManifest.H2;
        }

        @Override
        public Path into(Path work, CancelToken cancel) throws IOException {
            return Files.writeString(work.resolve(BackupManifest.H2_FILE), "rows", StandardCharsets.UTF_8);
        }

        @Override
        public SortedMap<String, Long> rows(Path copy) {
            return new TreeMap<>(Map.of("entry", 7L));
        }
    }

    /** The settings of {@code tickmark.properties}, as they are told. */
    private record FileSettings(Path config) implements Settings {
        private static final String MASKED = "***";

        @Override
        public <T> T get(Setting<T> setting) {
            throw new UnsupportedOperationException(setting.key());
        }

        @Override
        public List<Value> all() {
            String file = "file:" + config.resolve("tickmark.properties");
            return List.of(
                    new Value("batch.enabled", "true", "default", "true|false"),
                    new Value("mail.host", "mail.example.org", file + ":1", "text"),
                    new Value("store.password", MASKED, file + ":2", "secret"),
                    new Value("store.url", "jdbc:postgresql://h/d?password=" + SECRET, file + ":5", "text"),
                    new Value("store.user", "kari", "env:TICKMARK_STORE_USER", "text"));
        }

        @Override
        public List<Value> unknown() {
            return List.of(
                    new Value("mial.password", MASKED, "file:" + config.resolve("tickmark.properties") + ":3", ""));
        }
    }
}
