package org.tickmark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.CancelToken;
import org.tickmark.api.TickmarkException;
import org.tickmark.kit.backup.BackupManifest;
import org.tickmark.kit.backup.BackupReader;
import org.tickmark.kit.backup.BackupWriter;
import org.tickmark.launcher.boot.DataLock;

class StagedCopyTest {
    @TempDir
    private Path temp;

    private Path data;

    @BeforeEach
    void prepare() throws IOException {
        data = Files.createDirectory(temp.resolve("data"));
    }

    @Test
    void liesAsideUntilItsDatabaseIsMovedIntoPlace() throws IOException {
        Path place = Files.writeString(data.resolve(BackupManifest.H2_FILE), "old");
        try (BackupReader backup = BackupReader.open(backup());
                StagedCopy copy = StagedCopy.of(backup, data)) {
            assertThat(copy.data().resolve(BackupManifest.H2_FILE)).hasContent("new");
            assertThat(place).hasContent("old");

            copy.moveDatabaseTo(place);
        }
        assertThat(names()).containsExactly(BackupManifest.H2_FILE);
        assertThat(place).hasContent("new");
    }

    @Test
    void bringsTheKeyOfTheDataDirectoryAlong() throws IOException {
        Path key = Files.createDirectory(data.resolve("secrets")).resolve("key");
        Files.writeString(key, "key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        try (BackupReader backup = BackupReader.open(backup());
                StagedCopy copy = StagedCopy.of(backup, data)) {
            Path copied = copy.data().resolve("secrets/key");
            assertThat(copied).hasContent("key");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copied)))
                    .isEqualTo("rw-------");
        }
        assertThat(key).hasContent("key");
    }

    @Test
    void ofADamagedBackupNothingIsLeft() throws IOException {
        Path file = backup();
        try (BackupReader backup = BackupReader.open(file)) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[46] ^= 1;
            Files.write(file, bytes, StandardOpenOption.WRITE);

            assertThatExceptionOfType(TickmarkException.class).isThrownBy(() -> StagedCopy.of(backup, data));
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void deletesWhatKilledOnesLeftAndNothingThatIsInUse() throws IOException {
        Path left = Files.createDirectories(data.resolve("restore-123/data")).getParent();
        Files.createFile(DataLock.file(left));
        Path notOurs = Files.createDirectory(data.resolve("restore-notes"));
        try (BackupReader backup = BackupReader.open(backup());
                StagedCopy one = StagedCopy.of(backup, data);
                StagedCopy other = StagedCopy.of(backup, data)) {
            assertThat(left).doesNotExist();
            assertThat(notOurs).exists();
            assertThat(one.data()).exists();
            assertThat(other.data()).exists();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path backup() throws IOException {
        Path file = temp.resolve("backup.zip");
        try (BackupWriter writer = new BackupWriter(file, CancelToken.NEVER)) {
            writer.add(BackupManifest.H2_FILE, new ByteArrayInputStream("new".getBytes(StandardCharsets.UTF_8)));
            writer.finish(Instant.EPOCH, "Tickmark 1", BackupManifest.H2, new TreeMap<>());
        }
        return file;
    }
}
