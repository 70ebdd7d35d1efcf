package org.tickmark.kit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.CancelToken;
import org.tickmark.api.TickmarkException;

class BackupFileTest {
    private static final Instant NIGHT = Instant.parse("2026-11-27T03:15:00Z");
    private static final int FLIPS = 200;

    @TempDir
    private Path folder;

    private final byte[] database = new byte[300_000];

    @Test
    void holdsWhatWasPutIntoItAndSaysSo() throws IOException {
        Path file = backup();

        try (BackupReader backup = BackupReader.open(file)) {
            backup.verify();
            backup.extract(BackupManifest.H2_FILE, folder.resolve("out"));

            assertThat(folder.resolve("out")).hasBinaryContent(database);
            assertThat(backup.manifest().madeAt()).isEqualTo(NIGHT);
            assertThat(backup.manifest().product()).isEqualTo("Tickmark 1");
            assertThat(backup.manifest().rows()).containsExactly(Map.entry("entry", 12L), Map.entry("match", 3L));
            assertThat(backup.manifest().allRows()).isEqualTo(15);
            assertThat(backup.names("etc")).containsExactly("etc/tickmark.properties");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatWasGivenUpBeforeItsEndIsNoBackup() throws IOException {
        Path file = folder.resolve("given-up.zip");
        try (BackupWriter writer = new BackupWriter(file, CancelToken.NEVER)) {
            writer.add(BackupManifest.H2_FILE, new ByteArrayInputStream(database));
        }
        assertDamaged(file);
    }

    @Test
    void isCutOffNowhereWithoutBeingNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(backup());
        Random random = new Random(1);
        for (int i = 0; i < FLIPS; i++) {
            Path cut = folder.resolve("cut" + i);
            Files.write(cut, Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertDamaged(cut);
        }
    }

    @Test
    void a29_noBitOfItsContentIsChangedWithoutBeingNoticed() throws IOException {
        Path file = backup();
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(2);
        for (int i = 0; i < FLIPS; i++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(database.length);
            changed[at + 100] ^= (byte) (1 << random.nextInt(8));
            Path copy = folder.resolve("flip" + i);
            Files.write(copy, changed);
            assertDamaged(copy);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "/etc/passwd",
                "etc/../evil",
                "etc/.hidden",
                "etc/a\\b",
                "data/x",
                "plugins/",
                "etc/a\nb"
            })
    void a16_noEntryLeavesItsFolder(String name) throws IOException {
        Path file = folder.resolve("evil.zip");
        try (BackupWriter writer = new BackupWriter(file, CancelToken.NEVER)) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> writer.add(name, InputStream.nullInputStream()));
        }
    }

    @Test
    void a29_anEntryThatTheListDoesNotNameIsNoticed() throws IOException {
        Path more = folder.resolve("more.zip");
        try (ZipFile zip = new ZipFile(backup().toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(more))) {
            for (ZipEntry entry : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                zip.getInputStream(entry).transferTo(out);
            }
            out.putNextEntry(new ZipEntry("plugins/more.jar"));
        }
        assertDamaged(more);
    }

    @Test
    void aFileThatIsNotThereIsAPath() {
        assertThatExceptionOfType(TickmarkException.class)
                .isThrownBy(() -> BackupReader.open(folder.resolve("none.zip")))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("backup.path"));
    }

    private Path backup() throws IOException {
        new Random(3).nextBytes(database);
        Path file = folder.resolve("backup.zip");
        try (BackupWriter writer = new BackupWriter(file, CancelToken.NEVER)) {
            writer.add(BackupManifest.H2_FILE, new ByteArrayInputStream(database));
            writer.add(
                    "etc/tickmark.properties",
                    new ByteArrayInputStream("batch.enabled = true\n".getBytes(StandardCharsets.UTF_8)));
            writer.finish(NIGHT, "Tickmark 1", BackupManifest.H2, new TreeMap<>(Map.of("entry", 12L, "match", 3L)));
        }
        return file;
    }

    private static void assertDamaged(Path file) throws IOException {
        assertThatExceptionOfType(TickmarkException.class)
                .as(file.toString())
                .isThrownBy(() -> {
                    try (BackupReader backup = BackupReader.open(file)) {
                        backup.verify();
                    }
                })
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("backup.damaged"));
    }
}
