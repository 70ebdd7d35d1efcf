package org.tickmark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.command.ExitCode;
import org.tickmark.launcher.boot.DataLock;

class DataFolderTest {
    @TempDir
    Path temp;

    @Test
    void isOpenToItsOwnerAlone() throws IOException {
        Path data = temp.resolve("a/b/data");

        new DataFolder(data).create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void isMadeBySeveralAtOnceWithoutAFailure() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 200; round++) {
                DataFolder folder = new DataFolder(temp.resolve("data-" + round));
                CyclicBarrier together = new CyclicBarrier(4);
                Callable<Void> making = () -> {
                    together.await();
                    folder.create();
                    return null;
                };
                for (Future<Void> made : threads.invokeAll(Collections.nCopies(4, making))) {
                    made.get();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void leavesAFolderThatIsThereAsItIs() throws IOException {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-x---"));

        new DataFolder(temp).create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void tellsWhyAFolderCannotBeUsed() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> new DataFolder(file.resolve("data")).create())
                .withMessageContaining(file.toString())
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION));
    }

    @Test
    void theDemonstrationEmptiesWhatItLeftButNotTheLock() throws IOException {
        DataFolder folder = new DataFolder(temp);
        Files.createFile(DataLock.file(temp));
        folder.prepareForDemo();
        Files.createDirectories(temp.resolve("log/old"));
        Files.createFile(temp.resolve("log/old/file"));

        folder.prepareForDemo();

        assertThat(temp).isDirectoryNotContaining("glob:**log");
        assertThat(DataLock.file(temp)).exists();
    }

    @Test
    void theDemonstrationDoesNotTouchWhatItDidNotLeave() throws IOException {
        Path precious = Files.createFile(temp.resolve("precious"));

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> new DataFolder(temp).prepareForDemo())
                .withMessageContaining("holds something that no demonstration left there");
        assertThat(precious).exists();
    }
}
