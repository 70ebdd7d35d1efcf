package org.tickmark.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Backups;
import org.tickmark.api.task.TaskExecutor;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.task.FakeTaskRun;
import org.tickmark.testkit.task.TaskExecutorContract;

class BackupExecutorContractTest extends TaskExecutorContract {
    private static final Path DATA = Path.of("/data");
    private static final long A_MOMENT = 10_000_000;

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final TaskExecutor executor =
            new BackupExecutor(Partly.implemented(Backups.class, new BackupsMethods()), DATA);

    /** What the executor calls of the service. */
    public final class BackupsMethods {
        Backups.Backup make(
                Caller caller, Optional<Path> folder, OptionalInt keep, Progress progress, CancelToken cancel) {
            asked.add(folder + " " + keep);
            while (folder.equals(Optional.of(Path.of("/slow"))) && !cancel.isCancelled()) {
                LockSupport.parkNanos(A_MOMENT);
            }
            cancel.throwIfCancelled();
            return new Backups.Backup(Path.of("/b/x.zip"), Instant.EPOCH, 10, Optional.of(3L), List.of());
        }
    }

    @Override
    protected TaskExecutor executor() {
        return executor;
    }

    @Override
    protected FakeTaskRun goodRun() {
        return FakeTaskRun.of(executor, Map.of("folder", "nightly", "keep", "7"));
    }

    @Override
    protected FakeTaskRun failingRun() {
        return FakeTaskRun.of(executor, Map.of("keep", "0"));
    }

    @Override
    protected Optional<FakeTaskRun> longRun() {
        return Optional.of(FakeTaskRun.of(executor, Map.of("folder", "/slow")));
    }

    @Test
    void aRelativeFolderLiesInTheDataDirectory() throws Exception {
        executor.run(goodRun());
        executor.run(FakeTaskRun.of(executor, Map.of()));

        assertThat(asked)
                .containsExactly(
                        Optional.of(DATA.resolve("nightly")) + " " + OptionalInt.of(7),
                        Optional.empty() + " " + OptionalInt.empty());
    }

    @Test
    void keepingNoneIsRefused() {
        assertThatExceptionOfType(TickmarkException.class)
                .isThrownBy(() -> executor.run(failingRun()))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("backup.keep.invalid"));
    }
}
